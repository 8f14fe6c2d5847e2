/**
 * The value of a pure function, worked out once per key. The map keeps at most `limit` values and
 * starts over when it is full, so that no input can make it grow.
 */
export function remember<K, V>(map: Map<K, V>, limit: number, key: K, workOut: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = workOut(key);
  if (map.size >= limit) map.clear();
  map.set(key, value);
  return value;
}
