/** The first letters of a name's first and last word: "Sarah C." is SC. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word = "") => firstLetter(word).toUpperCase()).join("");
}

function firstLetter(word: string): string {
  return word.match(/\p{L}\p{M}*/u)?.[0] ?? [...word][0] ?? "";
}
