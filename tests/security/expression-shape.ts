/** A piece of a regular expression, with how often it may come. */
interface Piece {
  /** As it is written; for a group only its brackets' content. */
  text: string;
  alternatives: Piece[][] | null;
  isEndless: boolean;
}

/**
 * What makes matching take more than about as long as the text: one endless repetition within another
 * or of alternatives, or two in a row that can take the same characters from each other. Null when
 * the time grows with the length alone. Errs on the strict side.
 */
export function findSlowShape(source: string): string | null {
  const { alternatives } = parse(source, 0);
  return findIn(alternatives);
}

function findIn(alternatives: Piece[][]): string | null {
  for (const pieces of alternatives) {
    for (const [index, piece] of pieces.entries()) {
      if (piece.alternatives) {
        if (piece.isEndless && isBranching(piece.alternatives)) {
          return `endless repetition of alternatives: (${piece.text})`;
        }
        if (piece.isEndless && piece.alternatives.some(holdsAmbiguity)) {
          return `endless repetition within another: (${piece.text})`;
        }
        const inner = findIn(piece.alternatives);
        if (inner) return inner;
      }
      const next = pieces[index + 1];
      if (next && piece.isEndless && next.isEndless && overlaps(piece.text, next.text)) {
        return `two endless repetitions of the same: ${piece.text} ${next.text}`;
      }
    }
  }
  return null;
}

function isBranching(alternatives: Piece[][]): boolean {
  if (alternatives.length < 2) return false;
  const firsts = alternatives.map(([first]) => first?.text ?? "");
  return firsts.some((one, index) => firsts.slice(index + 1).some((two) => overlaps(one, two)));
}

/** A repeated sequence is told apart only where each round begins with what its repetitions cannot take. */
function holdsAmbiguity(pieces: Piece[]): boolean {
  const [first] = pieces;
  return pieces.some(
    (piece) =>
      (piece.isEndless && (piece === first || overlaps(piece.text, first?.text ?? ""))) ||
      (piece.alternatives?.some(holdsAmbiguity) ?? false),
  );
}

const SAMPLES = [..."aZ5_ -.,:;/\\@+\t\n\"'<[{(ä漢"];

/** Whether there is a character that both can begin with. */
function overlaps(one: string, two: string): boolean {
  const [first, second] = [toTest(one), toTest(two)];
  if (!first || !second) return true;
  const literal = (text: string) => (/^\\?\W$|^\w$/.test(text) ? [text.at(-1) ?? ""] : []);
  return [...SAMPLES, ...literal(one), ...literal(two)].some(
    (sample) => first.test(sample) && second.test(sample),
  );
}

/** Null for what is no single character: such a piece is taken to begin with anything. */
function toTest(text: string): RegExp | null {
  if (!/^(\[.*\]|\\?.|\\p\{.*\})$/iu.test(text)) return null;
  try {
    return new RegExp(`^${text}$`, "u");
  } catch {
    return null;
  }
}

function parse(source: string, from: number): { alternatives: Piece[][]; end: number } {
  const alternatives: Piece[][] = [[]];
  let at = from;
  while (at < source.length && source[at] !== ")") {
    if (source[at] === "|") {
      alternatives.push([]);
      at += 1;
      continue;
    }
    const { piece, end } = parsePiece(source, at);
    const [quantifier = ""] = /^([*+?]|\{\d+(,\d*)?\})\??/.exec(source.slice(end)) ?? [];
    const isEndless = piece.isEndless || /^([*+]|\{\d+,\})/.test(quantifier);
    alternatives.at(-1)?.push({ ...piece, isEndless });
    at = end + quantifier.length;
  }
  return { alternatives, end: at };
}

function parsePiece(source: string, at: number): { piece: Piece; end: number } {
  const simple = (end: number) => ({
    piece: { text: source.slice(at, end), alternatives: null, isEndless: false },
    end,
  });
  if (source[at] === "(") {
    const head = /^\((\?(:|=|!|<=|<!|<\w+>|[ims-]+:))?/.exec(source.slice(at))?.[0] ?? "(";
    const inner = parse(source, at + head.length);
    const text = source.slice(at + head.length, inner.end);
    const piece = { text, alternatives: inner.alternatives, isEndless: false };
    return { piece, end: inner.end + 1 };
  }
  if (source[at] === "[") return simple(endOfClass(source, at));
  if (source[at] === "\\") {
    const [escaped = ""] = /^\\([pPu]\{[^}]*\}|k<\w+>|x..|u....|.)/.exec(source.slice(at)) ?? [];
    return simple(at + escaped.length);
  }
  return simple(at + 1);
}

function endOfClass(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at + 1;
}
