import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { type AuditEntry, writeAudit } from "./audit.ts";
import { type Asked, type DoorWorld, passDoor } from "./door.ts";

const TARGET = { name: "instainstru-prod", id: "12345678-0000-0000-0000-00000000abcd" };
const PHRASE = "migrate instainstru-prod";
const ASKED: Asked = {
  ...{ tier: "prod", command: "migrate", isTerminal: true, isCi: false, hasDeployToken: false },
  passed: null,
};

/** Goes to the door and tells what happened there, in order. */
async function visit(asked: Partial<Asked>, world: Partial<DoorWorld> = {}) {
  const happened: string[] = [];
  const entries: Parameters<DoorWorld["audit"]>[0][] = [];
  const outcome = await passDoor({ ...ASKED, ...asked }, TARGET, {
    now: () => Date.UTC(2026, 11, 1),
    audit: (entry) => {
      happened.push(`audit ${entry.verdict}`);
      entries.push(entry);
    },
    print: () => void happened.push("print"),
    ask: async () => {
      happened.push("ask");
      return PHRASE;
    },
    captureRestorePoint: async () => {
      happened.push("restore point");
      return "bookmark-1";
    },
    ...world,
  }).then(
    () => "through",
    (error: Error) => error.message,
  );
  return { happened, entries, outcome };
}

test("a write on prod is written down, announced, confirmed and given a way back, in this order", async () => {
  const { happened, entries, outcome } = await visit({});
  expect(outcome).toBe("through");
  expect(happened).toEqual([
    ...["audit asked", "print", "ask", "audit allowed"],
    ...["restore point", "audit restore_point", "print"],
  ]);
  expect(entries[1]).toEqual({
    at: "2026-12-01T00:00:00.000Z",
    operation: "migrate",
    tier: "prod",
    target: "instainstru-prod (…abcd)",
    verdict: "allowed",
    reason: "confirmed at the terminal",
  });
  expect(entries[2]?.reason).toBe("bookmark-1");
});

test("after another phrase nothing more happens than that it is written down", async () => {
  const { happened, outcome } = await visit({}, { ask: async () => "yes" });
  expect(happened).toEqual(["audit asked", "print", "audit refused"]);
  expect(outcome).toBe(`Refused on prod: the phrase typed was not "${PHRASE}".`);
});

test("whoever is refused is not asked", async () => {
  const { happened } = await visit({ command: "reset" });
  expect(happened).toEqual(["audit refused"]);
});

test("where the line cannot be written nobody is asked and nothing is captured", async () => {
  const audit = () => {
    throw new Error("disk full");
  };
  expect(await visit({}, { audit })).toMatchObject({ happened: [], outcome: "disk full" });
});

test("where the second line cannot be written nothing is captured", async () => {
  let lines = 0;
  const audit = () => {
    lines += 1;
    if (lines === 2) throw new Error("disk full");
  };
  expect(await visit({}, { audit })).toMatchObject({
    happened: ["print", "ask"],
    outcome: "disk full",
  });
});

test("without a restore point it does not go through, and that is the last that is written down", async () => {
  const captureRestorePoint = async () => {
    throw new Error("no bookmark.");
  };
  const { outcome, happened, entries } = await visit({}, { captureRestorePoint });
  const reason = "no restore point could be taken, so nothing ran: no bookmark";
  expect(outcome).toBe(`Refused on prod: ${reason}.`);
  expect(happened).toEqual(["audit asked", "print", "ask", "audit allowed", "audit refused"]);
  expect(entries.at(-1)?.reason).toContain(reason);
});

test("input that ends before the phrase is a refusal that is written down", async () => {
  const { outcome, happened } = await visit({}, { ask: async () => null });
  expect(outcome).toBe("Refused on prod: the input ended before the phrase was typed.");
  expect(happened).toEqual(["audit asked", "print", "audit refused"]);
});

const ENTRY: AuditEntry = {
  ...{ at: "2026-12-01T00:00:00.000Z", operation: "migrate", user: "ann", pid: 1, tier: "prod" },
  ...{ target: "instainstru-prod (…abcd)", verdict: "refused", reason: 'a "reason"\nof two lines' },
};

test("the audit folder is made where it is missing, and each entry is one line", () => {
  const folder = `${mkdtempSync(`${tmpdir()}/audit-`)}/new/logs`;
  writeAudit(folder, ENTRY);
  writeAudit(folder, ENTRY);
  const lines = readFileSync(`${folder}/database_audit.jsonl`, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([ENTRY, ENTRY]);
});

test("a folder that cannot be made and a disk that takes nothing are told in one sentence", () => {
  const folder = mkdtempSync(`${tmpdir()}/audit-`);
  writeFileSync(`${folder}/file`, "");
  expect(() => writeAudit(`${folder}/file/logs`, ENTRY)).toThrow(
    /^Nothing was run, .*ENOTDIR.*\.$/,
  );
  symlinkSync("/dev/full", `${folder}/database_audit.jsonl`);
  expect(() => writeAudit(folder, ENTRY)).toThrow(/^Nothing was run, .*ENOSPC.*\.$/);
});
