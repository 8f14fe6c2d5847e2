import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";

/** Ends the session; doing it twice, or without one, does no harm. */
export async function action({ context }: ActionFunctionArgs) {
  const { services, sessionToken, sessionCookie } = context;
  if (sessionToken) await services.accounts.logout(sessionToken);
  return redirect("/", { headers: { "Set-Cookie": sessionCookie.clear() } });
}

export async function loader() {
  return redirect("/");
}
