/** "delete" removes what a person left behind; "anonymize" keeps it under an account that is nobody's. */
export const ERASURE_MODES = ["delete", "anonymize"] as const;
export type ErasureMode = (typeof ERASURE_MODES)[number];

/** What an erasure did. */
export interface ErasureReport {
  mode: ErasureMode;
  erasedAt: number;
  /** Lessons ahead, in either role, that were cancelled with notice to the other party. */
  cancelledLessons: number;
  /** Rows that are gone, by table. */
  removed: Record<string, number>;
  /** Rows that stay and tell nothing of the person any more, by table. */
  anonymized: Record<string, number>;
}

/** What stands in the place of the name. */
export const ERASED_FIRST_NAME = "Deleted user";

/** Why the lessons ahead of an erased person were cancelled. */
export const ERASURE_CANCELLATION_REASON = "The account was deleted.";

/** Unique, and nobody's: mail to ".invalid" cannot arrive anywhere. */
export function erasedEmail(userId: string): string {
  return `deleted-${userId}@deleted.invalid`.toLowerCase();
}
