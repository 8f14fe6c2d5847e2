import type { Mail, Mailer } from "./mailer.ts";

/** A mail that was "sent" to the mailbox of this machine. */
export interface LocalMail extends Mail {
  /** Epoch ms. */
  sentAt: number;
}

/** What the mailbox page reads. */
export interface LocalMailbox {
  /** The newest first; with an address, those to it alone. */
  list(to: string | null): Promise<LocalMail[]>;
  /** Null for an id that no mail has, or had longer than a day ago. */
  find(id: string): Promise<LocalMail | null>;
}

const PREFIX = "mailbox:";
const TTL_SECONDS = 86_400;
const LISTED_AT_MOST = 50;
/** KV lists keys in their order, so the time is written as what is left until then. */
const END_OF_TIME = 9_999_999_999_999;

type Found = KVNamespaceListKey<{ to: string }>;

/** Takes mail and keeps it for a day instead of sending it. */
export function createLocalMailer(kv: KVNamespace, clock: () => number): Mailer {
  return {
    async send(mail) {
      const sentAt = clock();
      const reverse = String(END_OF_TIME - sentAt).padStart(13, "0");
      const kept: LocalMail = { ...mail, sentAt };
      await kv.put(`${PREFIX}${reverse}:${mail.id}`, JSON.stringify(kept), {
        expirationTtl: TTL_SECONDS,
        metadata: { to: mail.to },
      });
    },
  };
}

export function createLocalMailbox(kv: KVNamespace): LocalMailbox {
  /** The first keys, in order, that are wanted. */
  const findKeys = async (isWanted: (key: Found) => boolean, limit: number) => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: KVNamespaceListResult<{ to: string }> = await kv.list({ prefix: PREFIX, cursor });
      names.push(...page.keys.filter(isWanted).map(({ name }) => name));
      cursor = page.list_complete ? null : page.cursor;
    } while (cursor && names.length < limit);
    return names.slice(0, limit);
  };
  const read = (name: string) => kv.get<LocalMail>(name, "json");
  return {
    async list(to) {
      const isWanted = ({ metadata }: Found) => to === null || metadata?.to === to;
      const mails = await Promise.all((await findKeys(isWanted, LISTED_AT_MOST)).map(read));
      return mails.filter((mail) => mail !== null);
    },
    async find(id) {
      const [name] = await findKeys((key) => key.name.endsWith(`:${id}`), 1);
      return name ? await read(name) : null;
    },
  };
}
