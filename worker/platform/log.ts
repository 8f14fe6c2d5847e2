/** One structured line: an event name and facts about it, never personal data. */
export type Log = (event: string, facts: Record<string, string | number | boolean | null>) => void;

export const consoleLog: Log = (event, facts) => {
  console.log(JSON.stringify({ event, ...facts }));
};

/** What may be said of an unexpected error in a log: its kind and message, not its data. */
export function describeError(error: unknown): { error: string } {
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : "unknown" };
}
