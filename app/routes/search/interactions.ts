import type { InteractionType } from "../../../worker/domain/tracking.ts";

/** The endpoint takes this many at once. */
const MOST_PER_CALL = 50;

/** What somebody did with a result, as the API reads it. */
export interface Interaction {
  type: Exclude<InteractionType, "book">;
  instructor_id: string;
  /** 1-based, over all pages. */
  position: number;
  /** Milliseconds since the results were shown. */
  elapsed_ms: number;
}

/** Collects what is done with the results of one search. Seeing and hovering count once per result. */
export function createInteractionLog() {
  const seen = new Set<string>();
  let waiting: Interaction[] = [];
  return {
    add(interaction: Interaction): void {
      const { type, instructor_id } = interaction;
      const isOnce = type === "impression" || type === "hover";
      const key = `${type} ${instructor_id}`;
      if (isOnce && seen.has(key)) return;
      seen.add(key);
      waiting.push(interaction);
    },
    /** What has not been taken yet, in calls of a size that is accepted. */
    take(): Interaction[][] {
      const batches: Interaction[][] = [];
      for (let at = 0; at < waiting.length; at += MOST_PER_CALL) {
        batches.push(waiting.slice(at, at + MOST_PER_CALL));
      }
      waiting = [];
      return batches;
    },
  };
}

export type InteractionLog = ReturnType<typeof createInteractionLog>;
