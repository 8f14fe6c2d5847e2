import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { EditedDay, WeekEdit } from "../../../week-edit.ts";
import {
  type GridBox,
  type GridCell,
  isInBox,
  moveCell,
  openQuarters,
  QUARTERS_PER_DAY,
  rangeOfBox,
  rangeText,
  toPaint,
} from "../../../week-grid.ts";
import { DayChooser, GridHead } from "./grid-head.tsx";
import { GridRow, packCells } from "./grid-row.tsx";
import type { HoursDay } from "./load.ts";
import { usePaint } from "./use-paint.ts";

/** Where most days begin: 8 AM. */
const MORNING = 32;

interface HoursGridProps {
  days: readonly HoursDay[];
  edited: readonly EditedDay[];
  onEdit: (edit: WeekEdit) => void;
}

/** The quarters of all days, to be painted with a mouse, a finger or the keyboard. */
export function HoursGrid({ days, edited, onEdit }: HoursGridProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [focus, setFocus] = useState<GridCell>(() => firstCell(days));
  const paint = (box: GridBox) => {
    const edit = toPaint(edited, box);
    onEdit(edit);
    setFocus(box.reach);
    setSaid(describe(days, edit));
  };
  const drawn = usePaint(ref, paint);
  const keys = useGridKeys({ ref, focus, setFocus, paint, days: days.length, say: setSaid });
  useMorning(ref);
  const chosen = drawn ?? keys.box;
  const open = edited.map(openQuarters);
  return (
    <div className="noscript:hidden">
      <DayChooser days={days} shown={focus.day} onShow={(day) => setFocus({ ...focus, day })} />
      <p id="grid-help" className="mb-3 text-sm text-ink-soft">
        Drag over the times to open or close them; with a finger, tap, or hold and then drag. With
        the keyboard: arrow keys move, Shift with arrow keys selects, Space opens or closes.
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be seven columns and on a phone one. */}
      <div
        ref={ref}
        role="grid"
        aria-label="Hours by day and time"
        aria-describedby="grid-help"
        aria-rowcount={QUARTERS_PER_DAY + 1}
        aria-multiselectable="true"
        tabIndex={-1}
        onKeyDown={keys.onKeyDown}
        className="relative max-h-[70vh] touch-manipulation overflow-y-auto rounded-2xl border border-line bg-surface"
      >
        <GridHead days={days} edited={edited} shown={focus.day} />
        {Array.from({ length: QUARTERS_PER_DAY }, (_, quarter) => (
          <GridRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its quarter of the day.
            key={quarter}
            quarter={quarter}
            days={days}
            cells={packCells(open, quarter, (day) => !!chosen && isInBox(chosen, { day, quarter }))}
            shownDay={focus.day}
            focusDay={focus.quarter === quarter ? focus.day : null}
          />
        ))}
      </div>
      <p role="status" aria-live="polite" className="mt-2 min-h-6 text-sm text-ink-soft">
        {said}
      </p>
    </div>
  );
}

function firstCell(days: readonly HoursDay[]): GridCell {
  return {
    day: Math.max(
      0,
      days.findIndex(({ isPast }) => !isPast),
    ),
    quarter: MORNING,
  };
}

function describe(days: readonly HoursDay[], edit: WeekEdit & { kind: "paint" }): string {
  const touched = days.filter(({ key, isPast }) => edit.keys.includes(key) && !isPast);
  if (touched.length === 0) return "Days that are over do not change any more.";
  const names = touched.map(({ title }) => title).join("; ");
  return `${names}: ${rangeText(edit.range)} is ${edit.isOpen ? "open" : "closed"}.`;
}

/** Shows the morning first: nobody teaches at midnight. */
function useMorning(ref: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const row = ref.current?.querySelector<HTMLElement>(`[aria-rowindex="${MORNING + 2}"]`);
    const head = ref.current?.querySelector<HTMLElement>("[data-head]");
    if (ref.current && row) ref.current.scrollTop = row.offsetTop - (head?.offsetHeight ?? 0);
  }, [ref]);
}

interface GridKeysOptions {
  ref: React.RefObject<HTMLElement | null>;
  focus: GridCell;
  setFocus: (cell: GridCell) => void;
  paint: (box: GridBox) => void;
  /** How many there are. */
  days: number;
  say: (text: string) => void;
}

/** The keyboard's way through the grid, with the box that Shift has drawn so far. */
function useGridKeys({ ref, focus, setFocus, paint, days, say }: GridKeysOptions) {
  const [anchor, setAnchor] = useState<GridCell | null>(null);
  const [isMoved, setIsMoved] = useState(false);
  useEffect(() => {
    if (!isMoved) return;
    setIsMoved(false);
    const { day, quarter } = focus;
    ref.current
      ?.querySelector<HTMLElement>(`[data-day="${day}"][data-quarter="${quarter}"]`)
      ?.focus();
  }, [isMoved, focus, ref]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveCell(focus, event.key, days);
    if (next) {
      const from = event.shiftKey ? (anchor ?? focus) : null;
      setAnchor(from);
      setFocus(next);
      setIsMoved(true);
      if (from) say(`Selected ${rangeText(rangeOfBox({ anchor: from, reach: next }))}`);
    } else if (event.key === " " || event.key === "Enter") {
      paint({ anchor: anchor ?? focus, reach: focus });
      setAnchor(null);
    } else if (event.key === "Escape") setAnchor(null);
    else return;
    event.preventDefault();
  };
  return { onKeyDown, box: anchor ? { anchor, reach: focus } : null };
}
