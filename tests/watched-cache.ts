export interface CacheCall {
  operation: "get" | "put" | "delete";
  key: string;
  /** Only of a put. */
  value?: string;
  expirationTtl?: number;
}

export interface WatchedCache {
  /** To be bound as `AVAILABILITY`. */
  kv: KVNamespace;
  calls: CacheCall[];
}

/**
 * The same KV, with every call written down. `before` runs ahead of each one: there it can be made to
 * wait or to fail.
 */
export function watchCache(
  real: KVNamespace,
  before: (call: CacheCall) => void | Promise<void> = () => {},
): WatchedCache {
  const calls: CacheCall[] = [];
  const note = async (call: CacheCall) => {
    calls.push(call);
    await before(call);
  };
  const kv = {
    async get(key: string, type: "json") {
      await note({ operation: "get", key });
      return await real.get(key, type);
    },
    async put(key: string, value: string, options: { expirationTtl: number }) {
      await note({ operation: "put", key, value, expirationTtl: options.expirationTtl });
      await real.put(key, value, options);
    },
    async delete(key: string) {
      await note({ operation: "delete", key });
      await real.delete(key);
    },
  };
  return { kv: kv as unknown as KVNamespace, calls };
}

/** A KV that is down for the operations named, for all of them unless given. */
export function brokenCache(
  real: KVNamespace,
  operations: readonly CacheCall["operation"][] = ["get", "put", "delete"],
): WatchedCache {
  return watchCache(real, ({ operation }) => {
    if (operations.includes(operation)) throw new Error("KV is down");
  });
}
