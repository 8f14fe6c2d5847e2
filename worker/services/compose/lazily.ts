/** How each property is made, once it is first asked for. */
export type Makers<T> = { [Name in keyof T]: () => T[Name] };

/**
 * An object whose properties are made when they are first asked for, and once: a request uses a few of
 * all the services there are, and should not pay for the others. `finish` has the last hand on each.
 */
export function lazily<T extends object>(
  makers: Makers<T>,
  finish: <Name extends keyof T>(name: Name, made: T[Name]) => T[Name] = (_, made) => made,
): T {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy({} as T, {
    get(_, key) {
      if (!made.has(key) && Object.hasOwn(makers, key)) {
        const name = key as keyof T;
        made.set(key, finish(name, makers[name]()));
      }
      return made.get(key);
    },
  });
}
