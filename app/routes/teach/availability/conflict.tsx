import { useEffect, useRef } from "react";
import { Alert } from "../../../components/alert.tsx";
import { ButtonLink } from "../../../components/button.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { changedDays, toDraft, type WeekDraft } from "../../../week-draft.ts";
import { type EditedDay, rangesOf } from "../../../week-edit.ts";
import { rangeText } from "../../../week-grid.ts";
import type { HoursData } from "./load.ts";

interface ConflictProps {
  now: HoursData;
  draft: WeekDraft;
  here: string;
  onTakeTheirs: () => void;
}

/** Somebody saved in between: what is there now beside one's own, and the two ways on. */
export function Conflict({ now, draft, here, onTakeTheirs }: ConflictProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  const stored = new Map(toDraft(now).days.map((day) => [day.key, day]));
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is how the focus reaches the question.
    <div ref={ref} tabIndex={-1} role="alert" autoFocus className="mb-6">
      <Alert kind="warning" title="These hours were changed elsewhere. Yours are not saved yet.">
        <ul className="my-3 grid gap-2">
          {changedDays(draft).map((day) => (
            <li key={day.key}>
              <span className="font-semibold">{titleOf(now, day.key)}</span>
              <br />
              There now: {inWords(stored.get(day.key))}
              <br />
              Yours: {inWords(day)}
            </li>
          ))}
        </ul>
        <p className="mb-3">Other days stay as they are there now.</p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink look="outline" to={here} preventScrollReset onClick={onTakeTheirs}>
            Take what is there now
          </ButtonLink>
          <SubmitButton look="outline" intent="save" busy="Saving …">
            Save mine over it
          </SubmitButton>
        </div>
      </Alert>
    </div>
  );
}

function titleOf({ days }: HoursData, key: string): string {
  return days.find((day) => day.key === key)?.title ?? key;
}

function inWords(day: EditedDay | undefined): string {
  const ranges = day ? rangesOf(day) : [];
  return ranges.length > 0 ? ranges.map(rangeText).join(", ") : "no hours";
}
