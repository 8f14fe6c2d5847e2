import type { EditedDay } from "../../../week-edit.ts";
import { GRID_COLUMNS } from "./grid-row.tsx";
import type { HoursDay } from "./load.ts";
import { sourceOf } from "./source.ts";

interface GridHeadProps {
  days: readonly HoursDay[];
  edited: readonly EditedDay[];
  /** The day that a phone shows. */
  shown: number;
}

/** The days above their columns, each with where its hours come from. */
export function GridHead({ days, edited, shown }: GridHeadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as for the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus.
    <div
      role="row"
      data-head
      aria-rowindex={1}
      className={`sticky top-0 z-10 border-b border-line-strong bg-surface ${GRID_COLUMNS}`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
      <div role="columnheader">
        <span className="sr-only">Time</span>
      </div>
      {days.map((day, index) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: as above.
        <div
          key={day.key}
          role="columnheader"
          className={`border-l border-line p-1 text-center ${index === shown ? "" : "max-md:hidden"}`}
        >
          <span className="block font-semibold">{day.short}</span>
          <span className="block text-xs text-ink-soft">{sourceOf(day, edited[index])}</span>
        </div>
      ))}
    </div>
  );
}

interface DayChooserProps {
  days: readonly HoursDay[];
  shown: number;
  onShow: (day: number) => void;
}

/** Which day a phone shows. */
export function DayChooser({ days, shown, onShow }: DayChooserProps) {
  return (
    <fieldset aria-label="Day" className="mb-3 grid grid-cols-7 gap-0.5 md:hidden">
      {days.map((day, index) => (
        <button
          key={day.key}
          type="button"
          aria-pressed={index === shown}
          onClick={() => onShow(index)}
          className="min-h-11 cursor-pointer rounded-xl border border-line text-sm font-medium aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary"
        >
          <span aria-hidden="true">{day.title.slice(0, 3)}</span>
          <span className="sr-only">{day.title}</span>
        </button>
      ))}
    </fieldset>
  );
}
