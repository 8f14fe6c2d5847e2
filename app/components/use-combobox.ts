import { type ChangeEvent, type KeyboardEvent, useEffect, useState } from "react";
import { optionId } from "./search-listbox.tsx";
import { optionAfterKey, type SearchOption, toSearchOptions } from "./search-options.ts";
import { useCompletions } from "./use-completions.ts";

interface ComboboxOptions {
  query: string;
  recent: string[];
  listboxId: string;
  onChoose: (option: SearchOption) => void;
}

/** State and keys of a text box with a list of suggestions. Without scripts it stays a text box. */
export function useCombobox({ query, recent, listboxId, onChoose }: ComboboxOptions) {
  const [text, setText] = useState(query);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const isStarted = useIsStarted();
  useEffect(() => setText(query), [query]);
  const options = toSearchOptions(text, recent, useCompletions(text, isOpen));
  const isShown = isOpen && options.length > 0;
  // A list that has become shorter leaves nothing active that is not there.
  const shownActive = isShown && active !== null && active < options.length ? active : null;

  const close = () => {
    setIsOpen(false);
    setActive(null);
  };
  const choose = (option: SearchOption) => {
    setText(option.text);
    close();
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const option = shownActive === null ? undefined : options[shownActive];
    if (event.key === "Enter" && option) choose(option);
    else if (event.key === "Escape" && isShown) close();
    else {
      const next = optionAfterKey(event.key, shownActive, options.length);
      if (next === undefined) return;
      setIsOpen(true);
      setActive(next);
    }
    event.preventDefault();
  };
  return {
    options,
    isShown,
    active: shownActive,
    close,
    choose,
    input: {
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setText(event.target.value);
        setActive(null);
        setIsOpen(true);
      },
      onClick: () => setIsOpen(true),
      onBlur: close,
      onKeyDown,
      ...(isStarted ? ariaOf(listboxId, isShown, shownActive) : {}),
    },
  };
}

function ariaOf(listboxId: string, isShown: boolean, active: number | null) {
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": isShown,
    "aria-controls": isShown ? listboxId : undefined,
    "aria-activedescendant": active === null ? undefined : optionId(listboxId, active),
  } as const;
}

/** Whether the page runs its scripts by now. */
function useIsStarted(): boolean {
  const [isStarted, setIsStarted] = useState(false);
  useEffect(() => setIsStarted(true), []);
  return isStarted;
}
