import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../components/error-summary.tsx";
import type { FormError } from "../../forms.ts";

interface QuestionFormProps {
  /** The lesson as it was read: what has changed since is not changed again. */
  version: string;
  idempotencyKey: string;
  error: FormError | null;
  /** A way on, within what is told to be wrong. */
  remedy?: ReactNode;
  children: ReactNode;
}

/** A form about one version of a lesson. */
export function QuestionForm(props: QuestionFormProps) {
  const { version, idempotencyKey, error, remedy, children } = props;
  return (
    <Form method="post" noValidate replace preventScrollReset>
      <ErrorSummary error={error}>{remedy}</ErrorSummary>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotency_key" value={idempotencyKey} />
      <div className="grid gap-5">{children}</div>
    </Form>
  );
}
