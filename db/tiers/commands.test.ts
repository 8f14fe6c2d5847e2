import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test, vi } from "vitest";
import { openFresh } from "../../tests/tiers/fresh.ts";
import { exportTo, migrate, runSql } from "./commands.ts";

const FOLDER = mkdtempSync(`${tmpdir()}/instainstru-commands-`);
/** A runtime with an empty database starts in a second or two. */
const TIMEOUT_MS = 60_000;

afterAll(() => rmSync(FOLDER, { recursive: true }));

test(
  "a backup has a name to be found again by, and takes the place of no other file",
  async () => {
    const context = await openFresh();
    await migrate(context);
    const sound = vi.spyOn(context.db, "dump");
    const attempt = (name: string) => exportTo(context, `${FOLDER}/${name}`);
    await expect(attempt("dump.sql")).rejects.toThrow("name ends in .sql.gz");
    writeFileSync(`${FOLDER}/settings.json`, "{}");
    await expect(attempt("settings.sql.gz")).rejects.toThrow("settings.json cannot be written");
    await expect(attempt("settings.json/a.sql.gz")).rejects.toThrow("a.sql.gz cannot be written");
    expect(sound).not.toHaveBeenCalled();
    expect(readFileSync(`${FOLDER}/settings.json`, "utf8")).toBe("{}");
    await attempt("new/one.sql.gz");
    await expect(attempt("new/one.sql.gz")).rejects.toThrow("or is there already");
    expect(sound).toHaveBeenCalledOnce();
    await context.db.close();
  },
  TIMEOUT_MS,
);

test(
  "sql takes one statement, and says in a sentence what the database refuses",
  async () => {
    const context = await openFresh();
    await migrate(context);
    const count = async () => JSON.parse(await runSql(context, "SELECT count(*) AS n FROM roles"));
    const before = await count();
    for (const [sql, number] of [
      ["SELECT 1; DELETE FROM roles", 2],
      ["DELETE FROM roles -- all; of them\n; SELECT 1", 2],
      ["", "none"],
    ] as const) {
      await expect(runSql(context, sql)).rejects.toThrow(
        `there are ${number} here: nothing was run`,
      );
    }
    expect(await count()).toEqual(before);
    expect(await runSql(context, "SELECT ';' AS a; -- the end")).toContain('"a": ";"');
    await expect(runSql(context, "SELEC 1")).rejects.toThrow(/^The database refuses this: .*SELEC/);
    await runSql(
      context,
      "CREATE TRIGGER two AFTER INSERT ON roles BEGIN SELECT 1; SELECT 2; END;",
    );
    await context.db.close();
  },
  TIMEOUT_MS,
);
