import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormError } from "../forms.ts";
import { Card } from "./card.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Page, PageTitle } from "./page.tsx";

interface FormPageProps {
  title: string;
  /** What the form is for, below the title. */
  lead?: ReactNode;
  error: FormError | null | undefined;
  /** A way on, within what is told to be wrong. */
  remedy?: ReactNode;
  /** The fields and the button. */
  children: ReactNode;
  /** Other ways, below the form. */
  below?: ReactNode;
}

/** A page that is one form: signing in and up, and everything about passwords. */
export function FormPage({ title, lead, error, remedy, children, below }: FormPageProps) {
  return (
    <Page width="narrow">
      <PageTitle>{title}</PageTitle>
      {lead ? <div className="mt-2 text-ink-soft">{lead}</div> : null}
      <Card className="mt-6">
        <Form method="post" noValidate>
          <ErrorSummary error={error}>{remedy}</ErrorSummary>
          <div className="grid gap-5">{children}</div>
        </Form>
      </Card>
      {below ? <div className="mt-6 text-center text-ink-soft">{below}</div> : null}
    </Page>
  );
}
