/** All messages of an error and its causes: Drizzle wraps what D1 says. */
function messagesOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messagesOf(error.cause)}` : "";
}

/** Whether the database refused a second row with the same `table.column` (or columns). */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return messagesOf(error).includes(`UNIQUE constraint failed: ${column}`);
}

/** Whether a trigger aborted the statement with this message. */
export function isAbort(error: unknown, message: string): boolean {
  return new RegExp(`(^|[\\s:])${message}(: SQLITE_CONSTRAINT|$)`, "m").test(messagesOf(error));
}

/** Whether the database refused a value by the CHECK of this name. */
export function isCheckViolation(error: unknown, name: string): boolean {
  return messagesOf(error).includes(`CHECK constraint failed: ${name}`);
}
