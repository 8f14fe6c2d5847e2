import { Button } from "../../../components/button.tsx";
import { FieldMessage, fieldId } from "../../../components/field.tsx";
import type { FormError } from "../../../forms.ts";
import type { HoursLine } from "../../../hours-line.ts";
import { lineName } from "../../../week-draft.ts";
import { type EditedDay, rangesOf, type WeekEdit } from "../../../week-edit.ts";
import { rangeText } from "../../../week-grid.ts";
import { DayFacts } from "./day-facts.tsx";
import { DayTools } from "./day-tools.tsx";
import type { HoursDay } from "./load.ts";

interface HoursListProps {
  days: readonly HoursDay[];
  edited: readonly EditedDay[];
  error: FormError | null;
  onEdit: (edit: WeekEdit) => void;
}

/** The hours of all days as times to type; each button also works by sending the form. */
export function HoursList({ days, edited, error, onEdit }: HoursListProps) {
  return (
    <ol className="grid gap-4">
      {days.map((day, index) => {
        const own = edited[index];
        return own ? (
          <DayItem key={day.key} day={day} others={days} {...{ edited: own, error, onEdit }} />
        ) : null;
      })}
    </ol>
  );
}

interface DayItemProps {
  day: HoursDay;
  others: readonly HoursDay[];
  edited: EditedDay;
  error: FormError | null;
  onEdit: (edit: WeekEdit) => void;
}

function DayItem({ day, others, edited, error, onEdit }: DayItemProps) {
  const { key, lines } = edited;
  return (
    <li className="rounded-2xl border border-line bg-surface p-4">
      <DayFacts day={day} edited={edited} />
      <div className="mt-3 grid gap-2">
        {(day.isPast ? [] : lines).map((line, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
            key={index}
            {...{ day, line, index, error }}
            onType={(typed) => onEdit({ kind: "type", key, index, line: typed })}
          />
        ))}
      </div>
      {day.isPast ? (
        <p className="tabular-nums">{rangesOf(edited).map(rangeText).join(", ")}</p>
      ) : (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button look="outline" size="compact" name="do" value={`add:${key}`}>
            Add hours<span className="sr-only"> on {day.title}</span>
          </Button>
          <DayTools day={day} days={others} edited={edited} />
        </div>
      )}
    </li>
  );
}

interface LineProps {
  day: HoursDay;
  line: HoursLine;
  index: number;
  error: FormError | null;
  onType: (line: HoursLine) => void;
}

function Line({ day, line, index, error, onType }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TimeInput part="from" {...{ day, line, index, error, onType }} />
      <span aria-hidden="true">–</span>
      <TimeInput part="to" {...{ day, line, index, error, onType }} />
      <Button
        look="quiet"
        size="compact"
        name="do"
        value={`remove:${day.key}:${index}`}
        aria-label={`Remove hours ${index + 1} of ${day.title}`}
      >
        Remove
      </Button>
    </div>
  );
}

function TimeInput({ part, day, line, index, error, onType }: LineProps & { part: "from" | "to" }) {
  const name = lineName(day.key, index, part);
  const message = error?.fields.find((field) => field.name === name)?.message;
  return (
    <div>
      <input
        type="time"
        step={900}
        id={fieldId(name)}
        name={name}
        value={line[part]}
        onChange={({ target }) => onType({ ...line, [part]: target.value })}
        aria-label={`${day.title}, hours ${index + 1}, ${part}`}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${fieldId(name)}-error` : undefined}
        className={`min-h-11 rounded-xl border bg-surface px-2 text-base ${message ? "border-error" : "border-line-strong"}`}
      />
      <FieldMessage name={name} message={message} />
    </div>
  );
}
