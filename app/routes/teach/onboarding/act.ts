import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import type { Actor } from "../../../../worker/domain/actor.ts";
import { type FormError, invalidForm } from "../../../forms.ts";
import { OFFERING_LISTS, saveAbout, saveAreas, saveOffering, telling } from "../changes.ts";
import { findProfile } from "../find-profile.ts";
import { readFields } from "../forms.ts";
import { nextStep, STEPS, type Step, toStepPath } from "./steps.ts";
import { changeRows, checkRows, parseIntent, readRows, type WeekRows } from "./week-form.ts";

/** What a form shows again: it was refused, or sent to change only what it shows. */
interface Kept {
  step: Step;
  error: FormError | null;
  fields: ReturnType<typeof readFields<(typeof OFFERING_LISTS)[number] | "areas">>;
  rows: WeekRows | null;
}

/** Saves one step and leads to the next; or answers what is wrong with it. */
export async function saveStep(form: FormData, actor: Actor, context: AppLoadContext) {
  const step = STEPS.find((one) => one === form.get("step"));
  const keep = (error: FormError | null, rows: WeekRows | null = null) => {
    const fields = readFields(form, [...OFFERING_LISTS, "areas"]);
    return data<Kept>({ step: step ?? "about", error, fields, rows }, error?.status ?? 200);
  };
  const { services } = context;
  const goOn = (error: FormError | null, to: string) => (error ? keep(error) : redirect(to));
  switch (step) {
    case "about": {
      const isNew = (await findProfile(services, actor)) === null;
      return goOn(await saveAbout(services, actor, form, isNew), toStepPath(nextStep(step)));
    }
    case "areas":
      if (form.get("intent") === "find") return keep(null);
      return goOn(await saveAreas(services, actor, form), toStepPath(nextStep(step)));
    case "services": {
      const service = String(form.get("service") ?? "").slice(0, 100);
      const error = await saveOffering(services, actor, form, { service });
      return goOn(error, toStepPath("services", { done: "added" }));
    }
    case "hours": {
      const rows = readRows(form);
      const change = parseIntent(String(form.get("intent") ?? ""));
      if (change) return keep(null, changeRows(rows, change));
      const error = await saveHours(actor, context, rows, String(form.get("fingerprint") ?? ""));
      return error ? keep(error, rows) : redirect(toStepPath("done"));
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

/** Refused when the hours are not those any more that the form was made from. */
function saveHours(
  actor: Actor,
  { services }: AppLoadContext,
  rows: WeekRows,
  fingerprint: string,
): Promise<FormError | null> {
  return telling(async () => {
    const { weekly, problems } = checkRows(rows);
    if (problems) return invalidForm(problems);
    if (Object.values(weekly).every((ranges) => ranges.length === 0)) {
      return invalidForm([{ name: "day1_0_from", message: "Enter hours for at least one day." }]);
    }
    const edit = { kind: "weekly" as const, timezone: null, weekly };
    await services.hours.edit(actor, edit, { scope: "weekly", fingerprint });
    return null;
  });
}
