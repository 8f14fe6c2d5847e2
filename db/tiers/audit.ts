import { appendFileSync, mkdirSync } from "node:fs";
import { type Tier, TierError } from "./tier.ts";

const FILE = "database_audit.jsonl";
const SHOWN_CHARACTERS = 4;

export interface AuditEntry {
  at: string;
  operation: string;
  user: string;
  pid: number;
  tier: Tier;
  target: string;
  verdict: string;
  reason: string;
}

/** Appends one line to the folder's `database_audit.jsonl`. Throws TierError if it cannot. */
export function writeAudit(folder: string, entry: AuditEntry): void {
  try {
    mkdirSync(folder, { recursive: true });
    appendFileSync(`${folder}/${FILE}`, `${JSON.stringify(entry)}\n`);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new TierError(
      `Nothing was run, as ${folder}/${FILE} cannot be written${why}; make that folder writable.`,
    );
  }
}

/** Enough of a database's name and id to tell which one it was. */
export function maskTarget({ name, id }: { name: string; id: string }): string {
  return `${name} (…${id.slice(-SHOWN_CHARACTERS)})`;
}
