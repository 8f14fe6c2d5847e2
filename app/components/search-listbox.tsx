import { Icon, type IconName } from "./icon.tsx";
import type { SearchOption } from "./search-options.ts";

const KINDS: Record<SearchOption["kind"], { icon: IconName; word: string }> = {
  recent: { icon: "clock", word: "Recent search" },
  service: { icon: "search", word: "Service" },
  category: { icon: "tutoring", word: "Category" },
  area: { icon: "place", word: "Area" },
};

interface SearchListboxProps {
  id: string;
  options: SearchOption[];
  active: number | null;
  onChoose: (option: SearchOption) => void;
}

export function optionId(listboxId: string, index: number): string {
  return `${listboxId}-${index}`;
}

/** The rows below the search box. The focus stays in the box. */
export function SearchListbox({ id, options, active, onChoose }: SearchListboxProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute top-14 right-0 left-0 z-20 max-h-96 overflow-y-auto rounded-2xl border border-line-strong bg-surface p-1.5 shadow-lg"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys of the whole list.
        <div
          key={`${option.kind} ${option.text}`}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The box must not lose the focus to the row.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 hover:bg-tint aria-selected:bg-tint-strong"
        >
          <Icon name={KINDS[option.kind].icon} className="size-4.5 text-ink-soft" />
          <span className="min-w-0 grow truncate">{option.text}</span>
          <span className="text-sm text-ink-soft">{KINDS[option.kind].word}</span>
        </div>
      ))}
    </div>
  );
}
