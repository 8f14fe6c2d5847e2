import { foldCharacter, isAsciiDigit, isAsciiLetter } from "./fold.ts";
import { toSingular } from "./word-forms.ts";

/** What stands between a token and the one before it; the strongest mark wins. */
type Gap = "none" | "space" | "hyphen" | "slash" | "comma";

type TokenShape = "word" | "number" | "clock" | "month_day" | "date";

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
const APOSTROPHES = "'\u2019\u2018\u02bc`";

/** Signs that are words when they stand before a sum ("<$50"). */
const SIGNS_BEFORE_SUMS = new Map([
  ["<", "under"],
  ["\u2264", "under"],
  [">", "over"],
  ["\u2265", "over"],
  ["~", "around"],
]);

/** Anchored (sticky) and with bounded repeats, so each is tried once per position in constant time. */
const NUMERIC_SHAPES: [TokenShape, RegExp][] = [
  ["date", /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y],
  ["month_day", /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?!\d)/y],
  ["clock", /(\d{1,2}):(\d{2})(?!\d)/y],
  ["number", /(\d{1,3},\d{3}(?:\.\d{1,2})?)(?!\d)/y],
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
  const code = scan.text.charCodeAt(at);
  if (isAsciiLetter(code)) return readLetters(scan, at);
  if (isAsciiDigit(code)) return readDigit(scan, at);
  const char = String.fromCodePoint(scan.text.codePointAt(at) as number);
  const next = at + char.length;
  const folded = foldCharacter(char);
  if (folded !== null) addToWord(scan, folded, at);
  else if (!joinsWord(scan, char, next)) readMark(scan, char, at);
  return next;
}

function readLetters(scan: Scan, start: number): number {
  let end = start + 1;
  while (isAsciiLetter(scan.text.charCodeAt(end))) end += 1;
  addToWord(scan, scan.text.slice(start, end).toLowerCase(), start);
  return end;
}

function readDigit(scan: Scan, at: number): number {
  const end = scan.word === "" ? readNumeric(scan, at) : null;
  if (end !== null) return end;
  addToWord(scan, scan.text.charAt(at), at);
  return at + 1;
}

function addToWord(scan: Scan, folded: string, at: number): void {
  // "5pm" and "7yo" are a number and its unit.
  if (isDigits(scan.word) && folded !== "" && !isDigits(folded)) endWord(scan, at);
  if (scan.word === "") scan.start = at;
  scan.word += folded;
}

/** A letter after a digit begins a new word, so the first character tells. */
function isDigits(word: string): boolean {
  return isAsciiDigit(word.charCodeAt(0));
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

/** An apostrophe inside a word, and the dots of "p.m." or "U.S.", do not end it. */
function joinsWord({ text, word }: Scan, char: string, next: number): boolean {
  if (word === "" || !isAsciiLetter(text.charCodeAt(next))) return false;
  if (APOSTROPHES.includes(char)) return true;
  const isInitial = word.length === 1 || text[next - 3] === ".";
  return char === "." && isInitial && !isAsciiLetter(text.charCodeAt(next + 1));
}

function readMark(scan: Scan, char: string, at: number): void {
  endWord(scan, at);
  const last = scan.tokens.at(-1);
  const touches = last?.end === at && last.shape === "number";
  const word = wordOfSign(scan, char, at) ?? (char === "+" && touches ? "plus" : null);
  if (word !== null) addWord(scan, word, at, at + 1);
  else if (char === "$" && touches) last.money = true;
  else if (char === "$") scan.money = true;
  widenGap(scan, gapOf(char));
}

function wordOfSign({ text }: Scan, char: string, at: number): string | null {
  if (char === "&") return "and";
  if (char === "@") return "at";
  const isBeforeSum = /^=? ?[$\d]/.test(text.slice(at + 1, at + 4));
  return isBeforeSum ? (SIGNS_BEFORE_SUMS.get(char) ?? null) : null;
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
  const isNumber = isDigits(word) && word.length <= 6;
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
