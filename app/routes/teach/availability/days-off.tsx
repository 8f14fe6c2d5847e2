import { Form } from "@remix-run/react";
import { formatDate } from "../../../../worker/domain/format.ts";
import type { Blackout } from "../../../../worker/domain/week.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { toolField } from "./tool-names.ts";
import { DateFields, ToolForm, type ToolsProps } from "./tools.tsx";

/** As many as the page reads. */
const MOST_SHOWN = 100;

/** Days on which nobody can book, whatever the hours say. */
export function DaysOff({ data, here, refusal }: ToolsProps) {
  const mine = refusal?.tool === "add_days_off" ? refusal : null;
  return (
    <Card as="section" labelledBy="days-off">
      <h2 id="days-off" className="mb-1 text-xl font-semibold">
        Days off
      </h2>
      <p className="mb-4 text-ink-soft">Lessons that are booked already stay booked.</p>
      <ul className="mb-6 grid gap-2">
        {data.daysOff.map((blackout) => (
          <DayOff key={blackout.id} {...{ blackout, data, here }} />
        ))}
      </ul>
      {data.daysOff.length === 0 ? <p className="mb-6">You have planned no days off.</p> : null}
      {data.daysOff.length >= MOST_SHOWN ? (
        <p className="mb-6">These are the next {MOST_SHOWN}; there may be more.</p>
      ) : null}
      {/* Empty again once there are more of them. */}
      <ToolForm key={data.daysOff.length} tool="add_days_off" {...{ data, here, refusal }}>
        <DateFields tool="add_days_off" {...{ data, refusal }} isEndOptional />
        <Field
          name={toolField("add_days_off", "reason")}
          label="Reason"
          hint="Only you see it."
          maxLength={200}
          defaultValue={mine?.kept.reason}
          error={mine?.error}
          className="mb-4"
        />
        <SubmitButton look="outline" intent="add_days_off" busy="Adding …">
          Add days off
        </SubmitButton>
      </ToolForm>
    </Card>
  );
}

function DayOff({
  blackout: { id, startOn, endOn, reason },
  data,
  here,
}: Omit<ToolsProps, "refusal"> & { blackout: Blackout }) {
  const dates =
    startOn === endOn ? formatDate(startOn) : `${formatDate(startOn)} – ${formatDate(endOn)}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 rounded-xl border border-line p-3">
      <span>
        <span className="font-medium">{dates}</span>
        {reason ? <span className="text-ink-soft"> · {reason}</span> : null}
      </span>
      <Form method="post" action={here} preventScrollReset>
        <input type="hidden" name="seen" value={data.seen} />
        <input type="hidden" name="id" value={id} />
        <Button look="quiet" size="compact" name="intent" value="remove_days_off">
          Remove<span className="sr-only"> the day off {dates}</span>
        </Button>
      </Form>
    </li>
  );
}
