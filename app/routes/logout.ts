import { redirect } from "@remix-run/cloudflare";
import { page } from "../page-guard.ts";

/** Ends the session; doing it twice, or without one, does no harm. */
export const action = page("public", async ({ context }) => {
  const { services, client, sessionCookie } = context;
  if (client.sessionToken) await services.accounts.logout(client.sessionToken);
  return redirect("/", { headers: { "Set-Cookie": sessionCookie.clear() } });
});

export const loader = page("public", async () => redirect("/"));
