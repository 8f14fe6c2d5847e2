import { page } from "../../page-guard.ts";
import { findLocalMail } from "./local-mail.ts";

/** The HTML of one mail as a document of its own; the Worker adds a policy that lets nothing run. */
export const loader = page("public", async ({ params, context }) => {
  const { html } = await findLocalMail(context.services.mailbox, params.id);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
});
