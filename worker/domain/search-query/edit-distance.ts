/**
 * Damerau–Levenshtein distance (a swap of two neighbours counts once), or `limit + 1` when it is
 * more than `limit`. Meant for small limits: each mistake allowed makes the search four times wider.
 */
export function editDistance(a: string, b: string, limit: number): number {
  return distanceFrom(a, 0, b, 0, limit);
}

/** The same for what is left of `a` from `i` and of `b` from `j`. */
function distanceFrom(a: string, i: number, b: string, j: number, limit: number): number {
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i += 1;
    j += 1;
  }
  const restA = a.length - i;
  const restB = b.length - j;
  if (restA === 0 || restB === 0) return Math.min(restA + restB, limit + 1);
  if (limit === 0 || Math.abs(restA - restB) > limit) return limit + 1;
  const left = limit - 1;
  let least = Math.min(
    distanceFrom(a, i + 1, b, j + 1, left),
    distanceFrom(a, i + 1, b, j, left),
    distanceFrom(a, i, b, j + 1, left),
  );
  if (isSwap(a, i, b, j)) least = Math.min(least, distanceFrom(a, i + 2, b, j + 2, left));
  return 1 + least;
}

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
}
