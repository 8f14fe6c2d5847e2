import { zoneLabel } from "../../../../worker/domain/format.ts";
import { ButtonLink } from "../../../components/button.tsx";
import type { FormError } from "../../../forms.ts";
import { StepForm } from "./step-form.tsx";
import { toStepPath } from "./steps.ts";
import type { WeekRows } from "./week-form.ts";
import { WeekRowsFields } from "./week-rows.tsx";

interface HoursStepProps {
  week: { timezone: string; rows: WeekRows; fingerprint: string };
  /** As last sent. */
  kept: { rows: WeekRows; fingerprint: string } | null;
  error: FormError | null;
}

/** The hours of every week. Single weeks are for the editor of availability. */
export function HoursStep({ week, kept, error }: HoursStepProps) {
  const rows = kept?.rows ?? week.rows;
  const isOvertaken = error?.code === "precondition_failed";
  return (
    <StepForm
      step="hours"
      error={error}
      remedy={
        isOvertaken ? (
          <ButtonLink look="outline" to={toStepPath("hours")} reloadDocument className="mt-3">
            See the hours as they are now
          </ButtonLink>
        ) : null
      }
      button="Save your week"
    >
      {/* Enter in a field presses the form's first button, which is to be this one. */}
      <button
        type="submit"
        name="intent"
        value="save"
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <p className="mb-4 text-ink-soft">
        When can students book you in a usual week? All times in {zoneLabel(week.timezone)}, on
        quarters of an hour. Leave a day empty when you do not teach; midnight at the end of a day
        is 12:00 AM.
      </p>
      {/* What was seen when the hours were typed, also when they have changed since. */}
      <input type="hidden" name="fingerprint" value={kept?.fingerprint ?? week.fingerprint} />
      <WeekRowsFields rows={rows} error={error} />
    </StepForm>
  );
}
