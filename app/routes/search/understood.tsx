import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { toSearchPath } from "../../search-path.ts";
import type { SearchPageData, ShownResult } from "./load.ts";

interface UnderstoodProps {
  page: SearchPageData;
  result: ShownResult;
}

/** What was made of the words: conditions to take away one by one, corrections, and what meant nothing. */
export function Understood({ page, result }: UnderstoodProps) {
  return (
    <div className="grid gap-3">
      <Spelling page={page} result={result} />
      <Chips page={page} />
      {result.parsed.unmatched.length > 0 ? (
        <p className="text-ink-soft">
          We did not understand {quoted(result.parsed.unmatched)}
          {page.chips.length > 0
            ? ", so it made no difference."
            : ", so here is everyone. Try the name of a service, like piano or algebra."}
        </p>
      ) : null}
    </div>
  );
}

function Chips({ page: { chips, here, sort } }: { page: SearchPageData }) {
  if (chips.length === 0) return null;
  const { s, literal } = here;
  return (
    <ul aria-label="What you are looking for" className="flex flex-wrap gap-2">
      {chips.map(({ label, params }) => (
        <li key={label}>
          <Link
            to={toSearchPath({ ...params, s, literal, sort: sort === "relevance" ? null : sort })}
            preventScrollReset
            className="inline-flex min-h-11 items-center gap-2 rounded-full bg-tint py-1.5 pr-3 pl-4 font-medium text-primary-ink hover:bg-tint-strong"
          >
            <span className="sr-only">Remove </span>
            {label}
            <span aria-hidden="true" className="text-lg leading-none">
              ×
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Nothing is corrected in silence, and the words as they were typed are one click away. */
function Spelling({ page: { here }, result }: UnderstoodProps) {
  const { corrections } = result.parsed;
  if (corrections.length > 0) {
    const typed = quoted(corrections.map(({ from }) => from));
    return (
      <p>
        Showing results for <strong>{corrections.map(({ to }) => to).join(", ")}</strong>.{" "}
        <TextLink to={toSearchPath({ ...here, literal: "1" })}>Search for {typed} instead</TextLink>
      </p>
    );
  }
  if (!here.literal) return null;
  return (
    <p>
      Showing results for the words exactly as typed.{" "}
      <TextLink to={toSearchPath({ ...here, literal: null })}>Correct the spelling</TextLink>
    </p>
  );
}

function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="inline-block py-2.5 font-medium text-primary-ink underline">
      {children}
    </Link>
  );
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}
