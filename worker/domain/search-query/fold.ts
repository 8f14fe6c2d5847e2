/** Accents, variation selectors, key caps, and format characters such as right-to-left marks. */
const SILENT_MARK = /[\u0300-\u036f\ufe00-\ufe0f\u20d0-\u20ff\u{e0100}-\u{e01ef}]|\p{Cf}/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{Nd}]/u;
const NOT_FOR_WORDS = /[\u0300-\u036f]|[^\p{L}\p{M}\p{Nd}]/gu;

export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * A character beyond ASCII in lower case without accents ("É" → "e", "ﬁ" → "fi"); "" for a mark
 * that leaves the word as it is; null for one that ends it.
 */
export function foldCharacter(char: string): string | null {
  if (char <= "\u007f" || !WORD_CHARACTER.test(char)) return SILENT_MARK.test(char) ? "" : null;
  if (SILENT_MARK.test(char)) return "";
  const folded = char.normalize("NFKD").toLowerCase().normalize("NFKD");
  return folded.replace(NOT_FOR_WORDS, "").normalize("NFC");
}
