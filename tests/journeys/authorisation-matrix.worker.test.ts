import { expect, test } from "vitest";
import type { Permission, Role } from "../../worker/domain/permission.ts";
import { createTestApi, type TestResponse } from "../api.ts";
import { countRows } from "../database.ts";
import type { TestPerson } from "../factories.ts";
import { COLUMNS, type Column } from "../matrix/columns.ts";
import { COLUMN_OF, createAsker, createWorld, NOW, revoke } from "../matrix/people.ts";
import { type Asked, type Row, toAddress } from "../matrix/row.ts";
import { ROWS } from "../matrix/rows.ts";

const api = createTestApi({ now: NOW });

test("every route has a row, and every row a route", () => {
  const declared = api.allRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(declared.length).toBeGreaterThan(90);
  const listed = new Set(ROWS.map(({ method, path }) => `${method} ${path}`));
  expect([...listed].sort()).toEqual([...new Set(declared)].sort());
  const names = ROWS.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});

test.for(ROWS)("$name", async (row) => {
  const answered: Partial<Record<Column, string>> = {};
  for (const column of COLUMNS) answered[column] = String(await statusFor(row, column));
  expect(answered).toEqual(row.cells);
});

const REVOKED = ROWS.flatMap((row) =>
  Object.entries(row.needs ?? {}).flatMap(([role, needed]) =>
    [needed].flat().map((permission) => ({
      row,
      name: row.name,
      role: role as Role,
      permission,
    })),
  ),
);

test.for(REVOKED)("$name without $permission, for the role $role", async (line) => {
  expect(await statusFor(line.row, COLUMN_OF[line.role], line.permission)).toBe(403);
});

/** Asks, perhaps without a permission. A refusal must leave everything as it was and tell nothing. */
async function statusFor(row: Row, column: Column, revoked?: Permission): Promise<number> {
  const { asker, asked } = await prepare(row, column);
  if (revoked && asker) await revoke(asker, revoked);
  const request = {
    method: row.method,
    ...(asked.body !== undefined && { body: asked.body }),
    ...(asker && { as: asker }),
  };
  const before = row.method === "GET" ? null : await countRows();
  const answer = await api.send(toAddress(row, asked, "real"), request);
  if (answer.status < 400) return answer.status;
  if (before) expect(await countRows()).toEqual(before);
  if (answer.status === 404) {
    const unknown = await api.send(toAddress(row, asked, "unknown"), request);
    expect(toTelling(unknown)).toEqual(toTelling(answer));
  }
  return answer.status;
}

async function prepare(
  row: Row,
  column: Column,
): Promise<{ asker: TestPerson | null; asked: Asked }> {
  if (!row.ask) return { asker: await createAsker(column), asked: {} };
  const world = await createWorld(column);
  return { asker: world.asker, asked: await row.ask(world) };
}

/** A refusal without what differs from one request to the next. */
function toTelling({ status, json, headers }: TestResponse) {
  const { request_id: _, ...told } = json;
  return { status, told, type: headers.get("content-type") };
}
