import { page } from "../page-guard.ts";

/** Whatever no other page answers. */
export const loader = page("public", notFound);

export const action = page("public", notFound);

export default function NotFound() {
  return null;
}

async function notFound(): Promise<null> {
  throw new Response(null, { status: 404 });
}
