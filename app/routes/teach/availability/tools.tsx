import { Form } from "@remix-run/react";
import { formatDate } from "../../../../worker/domain/format.ts";
import { addDays } from "../../../../worker/domain/local-time.ts";
import { Card } from "../../../components/card.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { Field } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import type { HoursData } from "./load.ts";
import { type Tool, type ToolRefusal, toolField } from "./tool-names.ts";

export interface ToolsProps {
  data: HoursData;
  here: string;
  refusal: ToolRefusal | null;
}

/** What can be done with a whole week at once. */
export function WeekTools({ data, here, refusal }: ToolsProps) {
  const start = data.start;
  if (start === null) return null;
  const last = addDays(start, 6);
  const isOver = last < data.today;
  return (
    <Card as="section" labelledBy="week-tools">
      <h2 id="week-tools" className="mb-4 text-xl font-semibold">
        Copy and apply weeks
      </h2>
      <div className="grid gap-8">
        {isOver ? null : (
          <ToolForm tool="copy_week" {...{ data, here, refusal }}>
            <p className="mb-3">
              Take over the week of {formatDate(addDays(start, -7))}; days that are over stay.
            </p>
            <SubmitButton look="outline" intent="copy_week" busy="Copying …">
              Copy the week before
            </SubmitButton>
          </ToolForm>
        )}
        <ToolForm tool="apply_week" {...{ data, here, refusal }}>
          <p className="mb-3">Give every day of a range this week’s hours, by weekday.</p>
          <DateFields tool="apply_week" {...{ data, refusal }} />
          <SubmitButton look="outline" intent="apply_week" busy="Applying …">
            Apply this week
          </SubmitButton>
        </ToolForm>
        <ToolForm tool="clear" {...{ data, here, refusal }}>
          <p className="mb-3">Give every day of a range its usual hours again.</p>
          <DateFields tool="clear" {...{ data, refusal }} />
          <SubmitButton look="outline" intent="clear" busy="Changing …">
            Back to usual hours
          </SubmitButton>
        </ToolForm>
      </div>
    </Card>
  );
}

interface ToolFormProps extends ToolsProps {
  tool: Tool;
  children: React.ReactNode;
}

/** A form beside the editor, which says what it has seen. */
export function ToolForm({ tool, data, here, refusal, children }: ToolFormProps) {
  return (
    <Form method="post" action={here} noValidate preventScrollReset>
      <ErrorSummary error={refusal?.tool === tool ? refusal.error : null} />
      <input type="hidden" name="seen" value={data.seen} />
      {children}
    </Form>
  );
}

interface DateFieldsProps {
  tool: Tool;
  data: HoursData;
  refusal: ToolRefusal | null;
  isEndOptional?: boolean;
}

/** The first and the last day of a range. */
export function DateFields({ tool, data, refusal, isEndOptional = false }: DateFieldsProps) {
  const mine = refusal?.tool === tool ? refusal : null;
  return (
    <div className="mb-4 grid gap-4 sm:grid-cols-2">
      {(["start_date", "end_date"] as const).map((name) => (
        <Field
          key={name}
          type="date"
          name={toolField(tool, name)}
          label={name === "start_date" ? "First day" : "Last day"}
          min={data.today}
          defaultValue={mine?.kept[name]}
          required={name === "start_date" || !isEndOptional}
          error={mine?.error}
        />
      ))}
    </div>
  );
}
