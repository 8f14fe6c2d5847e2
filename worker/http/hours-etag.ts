import { DomainError } from "../domain/errors.ts";
import { parseLocalDate } from "../domain/local-time.ts";
import { sha256Hex } from "../platform/hash.ts";
import type { SeenHours } from "../services/hours.ts";

/** The parts of a tag: scope, fingerprint of the hours, and of the whole answer where it is more. */
const TAG = /^"(weekly|\d{4}-\d\d-\d\d)\.([0-9a-f]{32})(?:\.[0-9a-f]{32})?"$/;

/** The tag of an answer about hours. With a body that tells more than hours, it tells that one too. */
export async function toHoursEtag({ scope, fingerprint }: SeenHours, body = ""): Promise<string> {
  const rest = body && `.${(await sha256Hex(body)).slice(0, 32)}`;
  return `"${scope}.${fingerprint}${rest}"`;
}

/**
 * What `If-Match` says was seen; null when it sets no condition. Only the hours count, not what else
 * stood in the answer, so that a new lesson keeps nobody from saving. Throws `precondition_failed`
 * for what is no tag of ours.
 */
export function parseIfMatch(header: string | undefined): SeenHours | null {
  if (header === undefined || header.trim() === "*") return null;
  const [, scope, fingerprint] = TAG.exec(header.trim()) ?? [];
  if (!scope || !fingerprint || (scope !== "weekly" && parseLocalDate(scope) === null)) {
    throw new DomainError("precondition_failed");
  }
  return { scope, fingerprint };
}
