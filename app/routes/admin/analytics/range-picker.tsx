import { Form } from "@remix-run/react";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { type ChosenRange, PRESETS } from "./range.ts";

const PATH = "/admin/analytics/search";

/** Which dates the numbers are of. It lives in the address, so it can be kept and sent. */
export function RangePicker({ chosen }: { chosen: ChosenRange }) {
  const { range, days, problem } = chosen;
  const error =
    problem === null
      ? null
      : {
          code: "invalid_range" as const,
          status: 400,
          summary: problem,
          fields: [{ name: "from", message: problem }],
          alternatives: [],
        };
  return (
    <>
      <LinkTabs
        label="Range"
        tabs={PRESETS.map((preset) => ({
          to: `${PATH}?days=${preset}`,
          label: `${preset} days`,
          isCurrent: days === preset,
        }))}
      />
      <Form className="mt-4 flex flex-wrap items-end gap-3" noValidate>
        <Field
          name="from"
          label="From"
          type="date"
          defaultValue={range.from}
          key={`from ${range.from}`}
          required
          error={error}
        />
        <Field
          name="to"
          label="To"
          type="date"
          defaultValue={range.to}
          key={`to ${range.to}`}
          required
        />
        <Button look="outline">Show these dates</Button>
      </Form>
    </>
  );
}
