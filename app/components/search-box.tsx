import { Form, useSubmit } from "@remix-run/react";
import { type RefObject, useRef } from "react";
import { plural } from "../../worker/domain/format.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { SearchListbox } from "./search-listbox.tsx";
import type { SearchOption } from "./search-options.ts";
import { useCombobox } from "./use-combobox.ts";

/** The id of the form, so that filters elsewhere on the page belong to it. */
export const SEARCH_FORM = "search-form";

const LISTBOX = "search-options";

interface SearchBoxProps {
  query?: string;
  /** Own recent searches, newest first. */
  recent: string[];
  /** Tells this search from the next one with the same words. */
  searchKey: string;
  /** Where searching is the page's purpose. */
  isMain?: boolean | undefined;
  /** What is wrong with the words. */
  problem?: string | undefined;
}

/** The box in which somebody says in their own words what they want to learn. */
export function SearchBox({ query = "", recent, searchKey, isMain, problem }: SearchBoxProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = useSend(form);
  const box = useCombobox({ query, recent, listboxId: LISTBOX, onChoose: send });
  return (
    <Form
      ref={form}
      id={SEARCH_FORM}
      action="/search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        box.close();
        send(null);
      }}
      className={`flex w-full gap-2 ${isMain ? "flex-col sm:flex-row" : ""}`}
    >
      <input type="hidden" name="s" value={searchKey} />
      <label htmlFor="search-q" className="sr-only">
        What do you want to learn?
      </label>
      <SearchInput {...{ box, isMain, problem }} />
      <Button
        look={isMain ? "main" : "primary"}
        className={`min-h-12 self-start ${isMain ? "w-full px-7 sm:w-auto" : "px-5"}`}
      >
        Search
      </Button>
    </Form>
  );
}

interface SearchInputProps extends Pick<SearchBoxProps, "isMain" | "problem"> {
  box: ReturnType<typeof useCombobox>;
}

/** The text box with its suggestions and with what is wrong with the words. */
function SearchInput({ box, isMain, problem }: SearchInputProps) {
  return (
    <div className="relative min-w-0 grow">
      <Icon
        name="search"
        className="pointer-events-none absolute top-6 left-4 size-5 -translate-y-1/2 text-ink-soft"
      />
      <input
        id="search-q"
        name="q"
        type="search"
        required={isMain}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "search-problem" : undefined}
        placeholder="Piano in Brooklyn under $80 …"
        className="min-h-12 w-full rounded-full border border-line-strong bg-surface pr-4 pl-11 text-base text-ink placeholder:text-ink-soft"
        {...box.input}
      />
      {box.isShown ? (
        <SearchListbox
          id={LISTBOX}
          options={box.options}
          active={box.active}
          onChoose={box.choose}
        />
      ) : null}
      {problem ? (
        <p id="search-problem" className="mt-1.5 flex gap-1.5 text-sm font-medium text-error">
          <Icon name="alert" className="mt-0.5 size-4" />
          {problem}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {box.isShown ? `${plural(box.options.length, "suggestion")}, use the arrow keys` : ""}
      </p>
    </div>
  );
}

/** Sends the form, with an option in place of the words where one was chosen. */
function useSend(form: RefObject<HTMLFormElement>) {
  const submit = useSubmit();
  return (option: SearchOption | null) => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    if (option) fields.set("q", option.text);
    if (option?.kind === "recent") fields.set("via", "search_history");
    // Filters that were left alone need not stand in the address.
    const filled = [...fields].filter(([, value]) => value !== "");
    submit(filled as [string, string][], { action: "/search", method: "get" });
  };
}
