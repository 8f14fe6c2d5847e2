import { toSingular } from "./word-forms.ts";

/** What stands between a token and the one before it; the strongest mark wins. */
export type Gap = "none" | "space" | "hyphen" | "slash" | "comma";

export type TokenShape = "word" | "number" | "clock" | "month_day" | "date";

export interface Token {
  /** Lower case, without accents or apostrophes. */
  word: string;
  /** The word with its plural folded. */
  stem: string;
  shape: TokenShape;
  /** The numbers of a numeric token: [50], [17, 30], [12, 5] or [12, 5, 2026], [2026, 12, 5]. */
  numbers: number[];
  /** A dollar sign stands beside the number. */
  money: boolean;
  gap: Gap;
  /** UTF-16 offsets into the original text, `[start, end)`. */
  start: number;
  end: number;
}

/**
 * What lies beyond these is not looked at, which bounds the time of every later step. A query may
 * have 200 characters, so nothing a person can send is lost.
 */
export const MAX_CHARACTERS = 1000;
export const MAX_TOKENS = 200;

const GAP_STRENGTH: Record<Gap, number> = { none: 0, space: 1, hyphen: 2, slash: 3, comma: 4 };
const HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212";
const BREAKS = ",;!?|()[]{}<>\n\u060c\u3001";
/** Accents, variation selectors, key caps, and format characters such as right-to-left marks. */
const SILENT_MARK = /[\u0300-\u036f\ufe00-\ufe0f\u20d0-\u20ff\u{e0100}-\u{e01ef}]|\p{Cf}/u;
const APOSTROPHES = "'\u2019\u2018\u02bc`";

/** Anchored (sticky) and with bounded repeats, so each is tried once per position in constant time. */
const NUMERIC_SHAPES: [TokenShape, RegExp][] = [
  ["date", /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y],
  ["month_day", /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?!\d)/y],
  ["clock", /(\d{1,2}):(\d{2})(?!\d)/y],
  ["number", /(\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?)(?!\d)/y],
  ["number", /(\d{1,6}(?:\.\d{1,2})?)(?!\d)/y],
];

interface Scan {
  text: string;
  tokens: Token[];
  word: string;
  start: number;
  gap: Gap;
  money: boolean;
}

/** Splits a text into folded words and numbers. Never throws; emoji and control marks only separate. */
export function tokenise(original: string): Token[] {
  const text = original.slice(0, MAX_CHARACTERS);
  const scan: Scan = { text, tokens: [], word: "", start: 0, gap: "space", money: false };
  let at = 0;
  while (at < text.length && scan.tokens.length < MAX_TOKENS) at = step(scan, at);
  endWord(scan, text.length);
  return scan.tokens.slice(0, MAX_TOKENS);
}

/** Reads what stands at `at` and answers where to go on. */
function step(scan: Scan, at: number): number {
  const char = String.fromCodePoint(scan.text.codePointAt(at) ?? 0);
  const next = at + char.length;
  if (scan.word === "" && isAsciiDigit(char)) {
    const end = readNumeric(scan, at);
    if (end !== null) return end;
  }
  const folded = foldCharacter(char);
  if (folded !== null) {
    // "5pm" and "7yo" are a number and its unit.
    if (/^\d+$/.test(scan.word) && !/^\d/.test(folded) && folded !== "") endWord(scan, at);
    if (scan.word === "") scan.start = at;
    scan.word += folded;
    return next;
  }
  if (!joinsWord(scan, char, next)) readMark(scan, char, at);
  return next;
}

function readNumeric(scan: Scan, at: number): number | null {
  for (const [shape, pattern] of NUMERIC_SHAPES) {
    pattern.lastIndex = at;
    const found = pattern.exec(scan.text);
    if (!found) continue;
    const numbers = found.slice(1).flatMap((it) => (it ? [Number(it.replaceAll(",", ""))] : []));
    const end = at + found[0].length;
    addToken(scan, { word: found[0], shape, numbers, start: at, end });
    return end;
  }
  return null;
}

/** Letters and digits in lower case without accents; "" for a mark to skip; null for a separator. */
function foldCharacter(char: string): string | null {
  if (char <= "\u007f") return /[a-z0-9]/i.test(char) ? char.toLowerCase() : null;
  if (SILENT_MARK.test(char)) return "";
  if (!/[\p{L}\p{M}\p{Nd}]/u.test(char)) return null;
  const folded = char.normalize("NFKD").toLowerCase().normalize("NFKD");
  return folded.replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{Nd}]/gu, "").normalize("NFC");
}

/** An apostrophe inside a word, and the dots of "p.m." or "U.S.", do not end it. */
function joinsWord(scan: Scan, char: string, next: number): boolean {
  if (scan.word === "") return false;
  const following = scan.text[next] ?? "";
  if (!/[a-z]/i.test(following)) return false;
  if (APOSTROPHES.includes(char)) return true;
  const single = scan.text[next - 3] ?? "";
  const isInitial = scan.word.length === 1 || single === ".";
  return char === "." && isInitial && !/[a-z]/i.test(scan.text[next + 1] ?? "");
}

function readMark(scan: Scan, char: string, at: number): void {
  endWord(scan, at);
  const last = scan.tokens.at(-1);
  const touches = last?.end === at;
  if (char === "$" && touches && last.shape === "number") last.money = true;
  else if (char === "$") scan.money = true;
  else if (char === "&") addWord(scan, "and", at, at + 1);
  else if (char === "@") addWord(scan, "at", at, at + 1);
  else if (char === "+" && touches && last.shape === "number") addWord(scan, "plus", at, at + 1);
  widenGap(scan, gapOf(char));
}

function gapOf(char: string): Gap {
  if (char === "$") return "none";
  if (HYPHENS.includes(char)) return "hyphen";
  if (char === "/") return "slash";
  return BREAKS.includes(char) ? "comma" : "space";
}

function widenGap(scan: Scan, gap: Gap): void {
  if (GAP_STRENGTH[gap] > GAP_STRENGTH[scan.gap]) scan.gap = gap;
}

function endWord(scan: Scan, end: number): void {
  if (scan.word !== "") addWord(scan, scan.word, scan.start, end);
  scan.word = "";
}

function addWord(scan: Scan, word: string, start: number, end: number): void {
  const isNumber = /^\d{1,6}$/.test(word);
  const numbers = isNumber ? [Number(word)] : [];
  addToken(scan, { word, shape: isNumber ? "number" : "word", numbers, start, end });
}

function addToken(
  scan: Scan,
  token: Pick<Token, "word" | "shape" | "numbers" | "start" | "end">,
): void {
  const money = scan.money && token.shape === "number";
  const stem = token.shape === "word" ? toSingular(token.word) : token.word;
  scan.tokens.push({ ...token, stem, money, gap: scan.gap });
  scan.gap = "none";
  scan.money = false;
}

function isAsciiDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}
