import { useEffect, useState } from "react";
import type { Weekday } from "../../../../worker/domain/local-time.ts";
import { WEEKDAYS } from "../../../../worker/domain/week.ts";
import { Button } from "../../../components/button.tsx";
import { FieldMessage, fieldId } from "../../../components/field.tsx";
import type { FormError } from "../../../forms.ts";
import type { HoursLine } from "../../../hours-line.ts";
import { changeRows, type RowsChange, rowName, toIntent, type WeekRows } from "./week-form.ts";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

interface WeekRowsProps {
  rows: WeekRows;
  error: FormError | null;
}

/** The lines of each day. Its buttons change them at once, or by sending the form without scripts. */
export function WeekRowsFields({ rows: given, error }: WeekRowsProps) {
  const [rows, setRows] = useState(given);
  const [toFocus, setToFocus] = useState<string | null>(null);
  useEffect(() => {
    if (toFocus) document.getElementById(toFocus)?.focus();
  }, [toFocus]);
  const change = (wanted: RowsChange) => {
    const next = changeRows(rows, wanted);
    setRows(next);
    setToFocus(focusAfter(next, wanted));
  };
  const edit = (weekday: Weekday, index: number, row: HoursLine) => {
    const lines = rows[weekday].map((line, at) => (at === index ? row : line));
    setRows({ ...rows, [weekday]: lines });
  };
  return (
    <div className="grid gap-4">
      {WEEKDAYS.map((weekday) => (
        <DayRows
          key={weekday}
          weekday={weekday}
          rows={rows[weekday]}
          error={error}
          onEdit={(index, row) => edit(weekday, index, row)}
          onChange={change}
        />
      ))}
    </div>
  );
}

/** A new line gets the focus; where one is gone, the day's own button has it. */
function focusAfter(rows: WeekRows, change: RowsChange): string | null {
  if (change.kind === "copy") return null;
  const { weekday } = change;
  if (change.kind === "remove") return addId(weekday);
  return fieldId(rowName(weekday, rows[weekday].length - 1, "from"));
}

function addId(weekday: Weekday): string {
  return `add-hours-${weekday}`;
}

interface DayRowsProps {
  weekday: Weekday;
  rows: HoursLine[];
  error: FormError | null;
  onEdit: (index: number, row: HoursLine) => void;
  onChange: (change: RowsChange) => void;
}

function DayRows({ weekday, rows, error, onEdit, onChange }: DayRowsProps) {
  const day = NAMES[weekday - 1] ?? "";
  return (
    <fieldset className="min-w-0 rounded-2xl border border-line p-2 sm:p-4">
      <legend className="px-1 font-semibold">{day}</legend>
      <div className="grid gap-3">
        {rows.map((row, index) => (
          <RangeRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, also to the form.
            key={index}
            {...{ weekday, day, index, row, error, onEdit, onChange }}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap gap-x-2">
        <ChangeButton
          id={addId(weekday)}
          change={{ kind: "add", weekday }}
          onChange={onChange}
          label={`Add more hours on ${day}`}
        >
          Add more hours
        </ChangeButton>
        {weekday === 1 ? (
          <ChangeButton change={{ kind: "copy" }} onChange={onChange}>
            Copy to Tuesday – Friday
          </ChangeButton>
        ) : null}
      </div>
    </fieldset>
  );
}

interface RangeRowProps extends Omit<DayRowsProps, "rows"> {
  day: string;
  index: number;
  row: HoursLine;
}

function RangeRow({ weekday, day, index, row, error, onEdit, onChange }: RangeRowProps) {
  const time = (part: "from" | "to") => ({
    name: rowName(weekday, index, part),
    value: row[part],
    error,
    onType: (value: string) => onEdit(index, { ...row, [part]: value }),
  });
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2">
        <div className="flex items-center gap-1 sm:gap-2">
          <TimeInput label={`${day} from, ${index + 1}`} {...time("from")} />
          <span aria-hidden="true">–</span>
          <TimeInput label={`${day} to, ${index + 1}`} {...time("to")} />
        </div>
        {row.from || row.to || index > 0 ? (
          <ChangeButton
            change={{ kind: "remove", weekday, index }}
            onChange={onChange}
            label={`Remove hours ${index + 1} of ${day}`}
          >
            Remove
          </ChangeButton>
        ) : null}
      </div>
      {(["from", "to"] as const).map((part) => (
        <FieldMessage
          key={part}
          name={time(part).name}
          message={messageOf(error, time(part).name)}
        />
      ))}
    </div>
  );
}

interface TimeInputProps {
  name: string;
  label: string;
  value: string;
  error: FormError | null;
  onType: (value: string) => void;
}

function TimeInput({ name, label, value, error, onType }: TimeInputProps) {
  const isWrong = messageOf(error, name) !== undefined;
  return (
    <input
      id={fieldId(name)}
      name={name}
      type="time"
      step={900}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? `${fieldId(name)}-error` : undefined}
      value={value}
      onChange={(event) => onType(event.target.value)}
      className={`min-h-11 min-w-0 rounded-xl border bg-surface px-1 text-base sm:px-2 ${isWrong ? "border-error" : "border-line-strong"}`}
    />
  );
}

interface ChangeButtonProps {
  id?: string;
  change: RowsChange;
  onChange: (change: RowsChange) => void;
  /** Where the words alone do not say of what. */
  label?: string;
  children: string;
}

function ChangeButton({ id, change, onChange, label, children }: ChangeButtonProps) {
  return (
    <Button
      {...(id ? { id } : {})}
      look="quiet"
      size="compact"
      name="intent"
      value={toIntent(change)}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        onChange(change);
      }}
    >
      {children}
    </Button>
  );
}

function messageOf(error: FormError | null, name: string): string | undefined {
  return error?.fields.find((field) => field.name === name)?.message;
}
