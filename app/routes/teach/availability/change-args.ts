import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Actor } from "../../../../worker/domain/actor.ts";
import type { LocalDate } from "../../../../worker/domain/local-time.ts";

export interface ChangeArgs {
  form: FormData;
  actor: Actor;
  context: AppLoadContext;
  /** The first day of the week that is edited; null for the weekly hours. */
  start: LocalDate | null;
  /** The address of the page as it was open. */
  url: URL;
}

/** The page again, saying what is done. */
export function doneUrl(url: URL, done: string): string {
  const params = new URLSearchParams(url.searchParams);
  params.set("done", done);
  return `${url.pathname}?${params}`;
}
