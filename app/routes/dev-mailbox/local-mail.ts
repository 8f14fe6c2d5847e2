import type { LocalMail, LocalMailbox } from "../../../worker/platform/local-mailbox.ts";

/** The mailbox of a local run. Anywhere else there is no such page. */
export function assertLocal(mailbox: LocalMailbox | null): LocalMailbox {
  if (!mailbox) throw new Response(null, { status: 404 });
  return mailbox;
}

/** Throws the answer for a mail that is not there. */
export async function findLocalMail(
  mailbox: LocalMailbox | null,
  id: string | undefined,
): Promise<LocalMail> {
  const mail = await assertLocal(mailbox).find(id ?? "");
  if (!mail) throw new Response(null, { status: 404 });
  return mail;
}
