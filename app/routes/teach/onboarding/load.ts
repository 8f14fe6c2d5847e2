import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Actor } from "../../../../worker/domain/actor.ts";
import { groupZones } from "../../../zone-options.ts";
import { findProfile, orNull } from "../find-profile.ts";
import { currentStep, firstOpenStep } from "./steps.ts";
import { toRows } from "./week-form.ts";

/** What the step shows that was asked for, as far as it is open, else the first open one. */
export async function loadStep(url: URL, actor: Actor, context: AppLoadContext) {
  const { services, search } = context;
  const asked = url.searchParams.get("step");
  const [profile, hours] = await Promise.all([
    findProfile(services, actor),
    asked === null || asked === "hours" ? findHours(actor, context) : null,
  ]);
  const step = currentStep(asked, profile);
  const zone = profile?.timezone ?? actor.timezone;
  return {
    profile,
    step,
    openStep: firstOpenStep(profile),
    /** Somebody suspended begins nothing new. */
    canBegin: profile !== null || actor.status === "active",
    ownZone: actor.timezone,
    zones: step === "about" ? groupZones(Intl.supportedValuesOf("timeZone"), zone) : [],
    boroughs: step === "areas" ? search.listAreas() : [],
    catalog: step === "services" ? loadCatalog(url, context) : null,
    week: step === "hours" ? (hours ?? (await loadHours(actor, context))) : null,
  };
}

function loadCatalog(url: URL, { services: { catalog } }: AppLoadContext) {
  const chosen = catalog.findService(url.searchParams.get("service") ?? "");
  return {
    query: (url.searchParams.get("q") ?? "").slice(0, 100),
    chosen,
    categories: catalog.listCategories(),
    // One service is there to be described; the others would only make the page longer.
    services: chosen
      ? []
      : catalog
          .listServices(null)
          .map(({ slug, name, category, aliases }) => ({ slug, name, category, aliases })),
  };
}

/** Null for those who do not teach, or may not change when. */
async function findHours(actor: Actor, context: AppLoadContext) {
  if (!actor.permissions.includes("manage_availability")) return null;
  return await orNull(loadHours(actor, context));
}

async function loadHours(actor: Actor, { services }: AppLoadContext) {
  const { hours, seen } = await services.hours.getWeekly(actor);
  return { timezone: hours.timezone, rows: toRows(hours.weekly), fingerprint: seen.fingerprint };
}
