interface TextPart {
  text: string;
  isLink: boolean;
  /** Where it begins in the whole. */
  at: number;
}

/** The text in pieces: web addresses and what is between them. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const add = (piece: string, isLink: boolean) => {
    if (piece !== "") parts.push({ text: piece, isLink, at });
    at += piece.length;
  };
  for (const { 0: address, index } of text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g)) {
    add(text.slice(at, index), false);
    add(address, true);
  }
  add(text.slice(at), false);
  return parts;
}
