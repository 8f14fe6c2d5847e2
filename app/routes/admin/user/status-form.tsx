import { Form } from "@remix-run/react";
import type { AccountStatus } from "../../../../worker/domain/actor.ts";
import { Card } from "../../../components/card.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";

/** Suspending and back at a press; deactivating asks once more. */
export function StatusForm({ status, isAsking }: { status: AccountStatus; isAsking: boolean }) {
  return (
    <Card as="section" labelledBy="status-title">
      <h2 id="status-title" className="text-xl font-semibold">
        Status
      </h2>
      <p className="mt-2 text-ink-soft">
        Somebody suspended signs in and keeps their lessons, but books nothing new, is not listed
        and cannot be booked. Somebody deactivated cannot sign in.
      </p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        {status === "active" ? null : (
          <SubmitButton look="primary" busy="Activating…" intent="activate">
            Activate
          </SubmitButton>
        )}
        {status === "suspended" ? null : (
          <SubmitButton look="outline" busy="Suspending…" intent="suspend">
            Suspend
          </SubmitButton>
        )}
      </Form>
      {status === "deactivated" ? null : (
        <details open={isAsking} className="mt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-primary-ink underline">
            Deactivate…
          </summary>
          <Form method="post" className="mt-2 grid justify-items-start gap-3">
            <p>
              They are signed out everywhere at once and cannot sign in until somebody activates the
              account again. Lessons ahead have to be cancelled first.
            </p>
            <SubmitButton look="outline" busy="Deactivating…" intent="deactivate">
              Yes, deactivate this account
            </SubmitButton>
          </Form>
        </details>
      )}
    </Card>
  );
}
