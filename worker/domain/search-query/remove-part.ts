import type { Token } from "./tokens.ts";
import { tokenise } from "./tokens.ts";
import type { QueryPart } from "./types.ts";

/** Words that lead up to a condition and go with it: "in brooklyn", "for my 7 year old". */
const LEADING = new Set("in on at for with near the a an my".split(" "));
const JOINTS = new Set(["and", "or"]);

/** The query as it would have been typed without this condition. */
export function removePart(text: string, part: Pick<QueryPart, "start" | "end">): string {
  const tokens = tokenise(text);
  const before = tokens.filter((token) => token.end <= part.start);
  const after = tokens.filter((token) => token.start >= part.end);
  while (LEADING.has(before.at(-1)?.word ?? "")) before.pop();
  const last = before.at(-1);
  const next = after[0];
  if (last && JOINTS.has(last.word)) before.pop();
  else if (next && JOINTS.has(next.word)) after.shift();
  return join(text, before.at(-1), after[0]);
}

function join(text: string, last: Token | undefined, next: Token | undefined): string {
  const head = last ? text.slice(0, last.end) : "";
  const tail = next ? text.slice(next.start - (next.money ? 1 : 0)) : "";
  const joint = head && tail && next && (next.gap === "comma" || next.gap === "slash") ? ", " : " ";
  return `${head}${joint}${tail}`.trim();
}
