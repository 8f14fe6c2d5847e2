/**
 * Who asks: nobody, a student and an instructor with records of their own, others like them, somebody
 * who looks after everything, both of the first two suspended, and the student deactivated (with the
 * cookie that they had).
 */
export const COLUMNS = [
  "guest",
  "stu",
  "stu2",
  "ins",
  "ins2",
  "admin",
  "sus.stu",
  "sus.ins",
  "gone",
] as const;
export type Column = (typeof COLUMNS)[number];

/** One line of a table: what each column gets, and of whom or what. */
export interface Line {
  cells: Record<Column, string>;
  /** What stands right of the cells. */
  name: string;
}

/**
 * A table written out by hand. Its first line has to name the columns as they are here, so that no
 * cell can come to stand under somebody else.
 */
export function parseTable(text: string): Line[] {
  const [heading = "", ...lines] = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (heading.split(/\s+/).join() !== COLUMNS.join()) {
    throw new Error(`Not the heading of a table: ${heading}`);
  }
  return lines.map((line) => {
    const words = line.split(/\s+/);
    const [cells, rest] = [words.slice(0, COLUMNS.length), words.slice(COLUMNS.length)];
    if (rest.length === 0) throw new Error(`A line with too few cells: ${line}`);
    const entries = COLUMNS.map((column, index) => [column, cells[index]]);
    return { cells: Object.fromEntries(entries) as Line["cells"], name: rest.join(" ") };
  });
}
