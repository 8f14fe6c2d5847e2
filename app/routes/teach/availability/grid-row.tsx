import { memo } from "react";
import { clockText, QUARTERS_PER_DAY, rangeText } from "../../../week-grid.ts";
import type { HoursDay } from "./load.ts";

export const GRID_COLUMNS =
  "grid grid-cols-[4.5rem_minmax(0,1fr)] md:grid-cols-[4.5rem_repeat(7,minmax(0,1fr))]";

/** What one cell shows: closed, open, or where the open stretch begins that ends at a minute. */
export interface CellState {
  isOpen: boolean;
  isChosen: boolean;
  /** Where the open stretch that begins here ends; null inside one. */
  openUntil: number | null;
}

interface GridRowProps {
  quarter: number;
  days: readonly HoursDay[];
  /** One for each day, as `packCells` writes them: text, so that a row that stays is not drawn. */
  cells: string;
  /** Which day is the one shown on a phone. */
  shownDay: number;
  /** The day of the one cell that Tab leads to; null in all other rows. */
  focusDay: number | null;
}

/** A quarter of an hour on all days. */
export const GridRow = memo(function GridRow({
  quarter,
  days,
  cells,
  shownDay,
  focusDay,
}: GridRowProps) {
  const states = JSON.parse(cells) as CellState[];
  const isHour = quarter % 4 === 0;
  const line = isHour
    ? "border-t border-line-strong"
    : quarter % 2 === 0
      ? "border-t border-line"
      : "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be seven columns and on a phone one.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus.
    <div role="row" aria-rowindex={quarter + 2} className={`h-6 md:h-5 ${GRID_COLUMNS} ${line}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
      <div
        role="rowheader"
        className="pr-2 text-right text-xs leading-6 text-ink-soft tabular-nums md:leading-5"
      >
        <span className={isHour ? "" : "sr-only"}>{clockText(quarter * 15)}</span>
      </div>
      {days.map((day, index) => (
        <Cell
          key={day.key}
          day={day}
          index={index}
          quarter={quarter}
          state={states[index] as CellState}
          isShown={index === shownDay}
          isFocusable={index === focusDay}
        />
      ))}
    </div>
  );
});

interface CellProps {
  day: HoursDay;
  index: number;
  quarter: number;
  state: CellState;
  isShown: boolean;
  isFocusable: boolean;
}

function Cell({ day, index, quarter, state, isShown, isFocusable }: CellProps) {
  const minute = quarter * 15;
  const lesson = day.lessons.find((one) => one.startMinute <= minute && minute < one.endMinute);
  const stretch = stretchText(state, minute, lesson !== undefined);
  const facts = [
    [state.isOpen ? "open" : "closed", stretch].filter(Boolean).join(", "),
    ...(lesson ? [`lesson: ${lesson.label}`] : []),
    ...(day.isClosedOff ? ["day off"] : []),
    ...(day.isPast ? ["over"] : []),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: as for the row.
    <div
      role="gridcell"
      data-day={index}
      data-quarter={quarter}
      tabIndex={isFocusable ? 0 : -1}
      aria-label={`${day.short}, ${clockText(minute)}, ${facts.join(", ")}`}
      aria-selected={state.isChosen}
      aria-disabled={day.isPast || undefined}
      className={`relative scroll-mt-24 border-l border-line text-xs leading-6 select-none md:leading-5 ${
        isShown ? "" : "max-md:hidden"
      } ${day.isPast ? "cursor-not-allowed opacity-60" : "cursor-pointer"} ${lookOf(state, lesson !== undefined, day)}`}
    >
      {lesson ? (
        lesson.startMinute === minute && (
          <CellLabel text={lesson.label} endMinute={lesson.endMinute} minute={minute} day={day} />
        )
      ) : (
        <CellLabel text={stretch} endMinute={state.openUntil} minute={minute} day={day} />
      )}
    </div>
  );
}

interface CellLabelProps {
  text: string;
  /** Where that ends which begins at `minute`; null where nothing does. */
  endMinute: number | null;
  minute: number;
  day: HoursDay;
}

/** What begins in a cell; from half an hour on there is room for a second line in the cell below. */
function CellLabel({ text, endMinute, minute, day }: CellLabelProps) {
  if (endMinute === null) return null;
  // A cell that is over is see-through, and the one below would be drawn above its text.
  const lines = endMinute - minute >= 30 && !day.isPast ? "line-clamp-2" : "truncate";
  return (
    <span
      className={`pointer-events-none absolute inset-x-1 top-0 z-1 [text-decoration:inherit] ${lines}`}
    >
      {text}
    </span>
  );
}

/** The whole stretch of hours, in the cell where it begins. */
function stretchText({ openUntil }: CellState, minute: number, hasLesson: boolean): string {
  if (openUntil === null || hasLesson) return "";
  return rangeText({ startMinute: minute, endMinute: openUntil });
}

function lookOf({ isOpen, isChosen }: CellState, hasLesson: boolean, day: HoursDay): string {
  const chosen = isChosen ? "outline-2 -outline-offset-2 outline-dashed outline-ink" : "";
  if (hasLesson) return `bg-accent text-on-accent ${chosen}`;
  if (isOpen && day.isClosedOff) return `bg-tint-strong text-ink line-through ${chosen}`;
  if (isOpen) return `bg-primary text-on-primary ${chosen}`;
  return `bg-surface text-ink ${chosen}`;
}

/** A row's cells as text; see `cells` of `GridRow`. */
export function packCells(
  open: readonly (readonly boolean[])[],
  quarter: number,
  isChosen: (day: number) => boolean,
): string {
  return JSON.stringify(
    open.map((quarters, day): CellState => {
      const isOpen = quarters[quarter] ?? false;
      const begins = isOpen && !(quarters[quarter - 1] ?? false);
      const end = begins ? quarters.indexOf(false, quarter) : -1;
      const openUntil = begins ? (end === -1 ? QUARTERS_PER_DAY : end) * 15 : null;
      return { isOpen, isChosen: isChosen(day), openUntil };
    }),
  );
}
