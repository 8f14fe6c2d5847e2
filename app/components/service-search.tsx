import { Form } from "@remix-run/react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** The box in which a guest says what they want to learn; `main` where that is the page's purpose. */
export function ServiceSearch({ query = "", main = false }: { query?: string; main?: boolean }) {
  return (
    <Form
      action="/search"
      role="search"
      className={`flex w-full gap-2 ${main ? "flex-col sm:flex-row" : ""}`}
    >
      <label htmlFor="search-q" className="sr-only">
        What do you want to learn?
      </label>
      <div className="relative min-w-0 grow">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-soft"
        />
        <input
          id="search-q"
          name="q"
          type="search"
          defaultValue={query}
          key={query}
          required
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          placeholder="Piano, algebra, tennis …"
          className="min-h-12 w-full rounded-full border border-line-strong bg-surface pr-4 pl-11 text-base text-ink placeholder:text-ink-soft"
        />
      </div>
      <Button look={main ? "main" : "primary"} className={`min-h-12 ${main ? "px-7" : "px-5"}`}>
        Search
      </Button>
    </Form>
  );
}
