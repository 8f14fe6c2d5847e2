/** Far enough below the 100 kB that D1 takes as one statement. */
const MOST_JSON_CHARACTERS = 50_000;

/** Takes the statements that a database would, and gives them as SQL text. */
export interface SqlWriter {
  db: D1Database;
  text(): string;
}

/**
 * Stands in for a database that is reached with files alone. It knows statements with one parameter,
 * a list of rows as JSON, which is how all seeds write.
 */
export function createSqlWriter(): SqlWriter {
  const written: string[] = [];
  const db = {
    prepare: (sql: string) => ({
      bind: (rows: string) =>
        inPieces(JSON.parse(rows)).map((piece) => sql.replace("?1", () => toLiteral(piece))),
    }),
    batch: async (statements: string[][]) => {
      written.push(...statements.flat());
    },
  } as unknown as D1Database;
  return { db, text: () => written.map((sql) => `${sql};\n`).join("") };
}

function inPieces(rows: readonly unknown[]): string[] {
  const pieces: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    room -= text.length;
    if (room >= 0) pieces.at(-1)?.push(text);
    else {
      pieces.push([text]);
      room = MOST_JSON_CHARACTERS - text.length;
    }
  }
  return pieces.map((piece) => `[${piece.join(",")}]`);
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
