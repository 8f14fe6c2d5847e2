import { createHash, timingSafeEqual } from "node:crypto";

/** Whether the key is the wanted one, in a time that does not tell how much of it is right. */
export function isSecretKey(given: string | null, wanted: string | null): boolean {
  if (given === null || wanted === null) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
