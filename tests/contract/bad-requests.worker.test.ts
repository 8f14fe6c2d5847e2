import { expect, test } from "vitest";
import { createTestApi, type TestResponse } from "../api.ts";
import { countRows } from "../database.ts";
import { createInstructor, createPerson, type TestPerson } from "../factories.ts";
import { type Draw, drawFlawed, type Flawed } from "./flaws.ts";
import { listOperations, type Operation } from "./operations.ts";

const AT_LEAST = 20_000;

/** Long enough for a machine with much else to do. */
const PATIENCE_MS = 600_000;

const OPERATIONS = listOperations();
const EACH = Math.ceil(AT_LEAST / OPERATIONS.length);
const SECTIONS = [...Map.groupBy(OPERATIONS, ({ section }) => section).entries()];

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });

test("so many bad requests are made of the description that all are 20,000", () => {
  expect(EACH * OPERATIONS.length).toBeGreaterThanOrEqual(AT_LEAST);
  expect(SECTIONS.map(([name]) => name)).toHaveLength(5);
});

test.for(SECTIONS)(
  "bad requests to %s are refused as problems, fail nowhere and leave every table as it was",
  { timeout: PATIENCE_MS },
  async ([, operations]) => {
    await createInstructor();
    const person = await createPerson({ roles: ["student", "instructor", "admin"] });
    const before = await countRows();
    let refused = 0;
    for (const operation of operations) refused += await askBadly(operation, person);
    // Most are ruled out; what is not must still do nothing.
    expect(refused).toBeGreaterThan((operations.length * EACH) / 2);
    expect(await countRows()).toEqual(before);
  },
);

/** How many of the operation's bad requests were refused. */
async function askBadly(operation: Operation, person: TestPerson): Promise<number> {
  const draw = createDraw(operation.method + operation.path);
  let refused = 0;
  for (let index = 0; index < EACH; index += 1) {
    const flawed = drawFlawed(operation, draw);
    if (!flawed) throw new Error(`Nothing can be wrong with ${operation.path}.`);
    const isSomebody = index % 2 === 0 && !flawed.request.headers?.cookie;
    const request = isSomebody ? { ...flawed.request, as: person } : flawed.request;
    const answer = await api.send(flawed.path, request);
    const complaint = findComplaint(flawed, answer);
    if (complaint) {
      expect.fail(
        `${operation.method} ${JSON.stringify({ ...flawed })}: ${complaint}`.slice(0, 800),
      );
    }
    if (answer.status >= 400) refused += 1;
  }
  return refused;
}

function findComplaint({ isRefused }: Flawed, { status, headers, json }: TestResponse) {
  if (status >= 500) return `answered ${status}`;
  if (status < 400) return isRefused ? `let through with ${status}` : null;
  const type = headers.get("content-type");
  if (type !== "application/problem+json") return `${status} is ${type}`;
  return json?.status === status && json.request_id ? null : `${status} is no problem`;
}

/** The same numbers for the same text: a failure can be repeated. */
function createDraw(text: string): Draw {
  let state = 1;
  for (const letter of text) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % n) | 0;
  };
}
