import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Field } from "../../components/field.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { assertLocal } from "./local-mail.ts";
import { MailFacts, MailText } from "./mail-parts.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Mailbox",
    description: "Mail that this site has sent while it runs on this machine.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("public", async ({ request, context }) => {
  const mailbox = assertLocal(context.services.mailbox);
  const to = new URL(request.url).searchParams.get("to")?.trim().toLowerCase() ?? "";
  const mails = await mailbox.list(to || null);
  return {
    to,
    mails: mails.map(({ id, to, subject, text, sentAt }) => ({ id, to, subject, text, sentAt })),
  };
});

/** Every mail of the last day, whoever it is to. */
export default function MailboxPage() {
  const { to, mails } = useLoaderData<typeof loader>();
  return (
    <Page width="reading">
      <PageTitle>Mailbox</PageTitle>
      <p className="mt-2 text-ink-soft">
        While the site runs on this machine, its mail comes here instead of going out. It is kept
        for a day.
      </p>
      <Form className="mt-6 flex flex-col gap-3 sm:flex-row sm:items-end">
        <Field
          key={to}
          name="to"
          label="Only to this address"
          type="email"
          defaultValue={to}
          autoComplete="off"
          className="grow"
        />
        <Button look="outline">Show</Button>
      </Form>
      <div className="mt-6 grid gap-4">
        {mails.map(({ id, to, subject, text, sentAt }) => (
          <Card key={id} as="article" labelledBy={`mail-${id}`}>
            <h2 id={`mail-${id}`} className="text-lg font-semibold">
              <Link to={`/dev/mailbox/${id}`} className="text-primary-ink underline">
                {subject}
              </Link>
            </h2>
            <MailFacts to={to} sentAt={sentAt} />
            <div className="mt-4">
              <MailText text={text} />
            </div>
          </Card>
        ))}
        {mails.length === 0 ? (
          <EmptyState icon="note" title={to ? `No mail to ${to}` : "No mail yet"}>
            <p>It comes a moment after whatever it tells of. Load the page again.</p>
          </EmptyState>
        ) : null}
      </div>
    </Page>
  );
}
