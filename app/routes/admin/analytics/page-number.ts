const LAST_PAGE = 10_000;

/** The page that an address asks for; the first where it asks for none that can be. */
export function readPageNumber(url: string): number {
  const asked = Math.trunc(Number(new URL(url).searchParams.get("page"))) || 1;
  return Math.min(Math.max(1, asked), LAST_PAGE);
}
