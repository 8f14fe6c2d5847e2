import { describeError, type Log } from "./log.ts";

/** One large value in KV, compressed. Like all of KV it may be late or fail; it is never the only copy. */
export interface SnapshotCache<T> {
  find(): Promise<T | null>;
  put(value: T): Promise<void>;
}

export function createSnapshotCache<T>(
  kv: KVNamespace,
  { key, ttlSeconds, log }: { key: string; ttlSeconds: number; log: Log },
): SnapshotCache<T> {
  return {
    async find() {
      try {
        const stored = await kv.get(key, "stream");
        if (!stored) return null;
        const text = new Response(stored.pipeThrough(new DecompressionStream("gzip")));
        return await text.json<T>();
      } catch (error) {
        log("cache_failed", { operation: "get", ...describeError(error) });
        return null;
      }
    },
    async put(value) {
      try {
        const text = new Response(JSON.stringify(value)).body;
        if (!text) return;
        const compressed = new Response(text.pipeThrough(new CompressionStream("gzip")));
        await kv.put(key, await compressed.arrayBuffer(), { expirationTtl: ttlSeconds });
      } catch (error) {
        log("cache_failed", { operation: "put", ...describeError(error) });
      }
    },
  };
}
