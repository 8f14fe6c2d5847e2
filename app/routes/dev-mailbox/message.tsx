import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { Card } from "../../components/card.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { findLocalMail } from "./local-mail.ts";
import { MailFacts, MailText } from "./mail-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta({
        title: data.subject,
        description: "A mail that this site has sent.",
        canonical: null,
        origin: originOf(matches),
      })
    : [];

export const loader = page("public", async ({ params, context }) => {
  const mail = await findLocalMail(context.services.mailbox, params.id);
  const { id, to, subject, text, attachments, sentAt } = mail;
  return { id, to, subject, text, attachments, sentAt };
});

/** One mail as programs with HTML show it, as those without, and what came with it. */
export default function MailPage() {
  const { id, to, subject, text, attachments, sentAt } = useLoaderData<typeof loader>();
  return (
    <Page width="reading">
      <p>
        <Link to="/dev/mailbox" className="text-primary-ink underline">
          Mailbox
        </Link>
      </p>
      <PageTitle>{subject}</PageTitle>
      <MailFacts to={to} sentAt={sentAt} />
      <iframe
        title="The mail as HTML"
        src={`/dev/mailbox/${id}/html`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="mt-6 h-144 w-full rounded-2xl border border-line"
      />
      <h2 className="mt-8 mb-3 text-xl font-semibold">As text</h2>
      <Card>
        <MailText text={text} />
      </Card>
      {attachments.map(({ filename, content }) => (
        <section key={filename} className="mt-8">
          <h2 className="mb-3 text-xl font-semibold break-words">{filename}</h2>
          <Card>
            <MailText text={content} />
          </Card>
        </section>
      ))}
    </Page>
  );
}
