import { readdir, readFile } from "node:fs/promises";

export interface Migration {
  name: string;
  sql: string;
}

/** The migrations of a folder, in the order in which they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return await Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(`${folder}/${name}`, "utf8") })),
  );
}
