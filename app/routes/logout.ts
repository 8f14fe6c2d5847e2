import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";

/** Ends the session; doing it twice, or without one, does no harm. */
export async function action({ context }: ActionFunctionArgs) {
  const { services, client, sessionCookie } = context;
  if (client.sessionToken) await services.accounts.logout(client.sessionToken);
  return redirect("/", { headers: { "Set-Cookie": sessionCookie.clear() } });
}

export async function loader() {
  return redirect("/");
}
