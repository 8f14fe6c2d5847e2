import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import { withNext } from "../../safe-next.ts";

/** Asks for a mail about a service, or takes that back. Guests sign in first, and come back here. */
export async function changeAlert(request: Request, { services, findActor }: AppLoadContext) {
  const form = await request.formData();
  const wanted = form.get("tell");
  const slug = String(wanted ?? form.get("forget") ?? "");
  if (!services.catalog.findService(slug)) throw new Response(null, { status: 404 });
  const actor = await findActor();
  if (!actor) return redirect(withNext("/login", `/services?ask=${slug}`));
  if (wanted === null) await services.serviceAlerts.withdraw(actor, slug);
  else await services.serviceAlerts.request(actor, slug);
  const isWholePage = request.headers.get("sec-fetch-mode") === "navigate";
  return isWholePage ? redirect(toListPath(String(form.get("q") ?? ""), slug)) : data(null);
}

/** The list as it was, at the service. */
function toListPath(query: string, slug: string): string {
  const search = query ? `?${new URLSearchParams({ q: query.slice(0, 100) })}` : "";
  return `/services${search}#service-${slug}`;
}
