import { data, redirect } from "@remix-run/cloudflare";
import type { LocalRange } from "../../../../worker/domain/availability.ts";
import type { HoursEdit } from "../../../../worker/domain/hours-edit.ts";
import type { LocalDate, Weekday } from "../../../../worker/domain/local-time.ts";
import type { SeenHours } from "../../../../worker/services/hours.ts";
import { type FormError, invalidForm } from "../../../forms.ts";
import { isDomainError, toFormError } from "../../../respond.ts";
import {
  changedDays,
  editDraft,
  findLineProblems,
  parseEdit,
  readDraft,
  rebase,
  type WeekDraft,
} from "../../../week-draft.ts";
import { type EditedDay, rangesOf } from "../../../week-edit.ts";
import { type ChangeArgs, doneUrl } from "./change-args.ts";
import { type HoursData, loadHours } from "./load.ts";
import { runTool } from "./tool-change.ts";
import type { ToolRefusal } from "./tool-names.ts";

/** What comes back from a form of the page instead of a page of its own. */
export type Sent =
  | { kind: "draft"; draft: WeekDraft }
  | { kind: "refused"; draft: WeekDraft; error: FormError }
  /** Somebody else has saved meanwhile: the draft stands on what is there `now`, and is not saved. */
  | { kind: "conflict"; draft: WeekDraft; now: HoursData }
  | ToolRefusal;

/** Does what one of the page's forms asks for, or answers why not with what was typed. */
export async function changeHours(args: ChangeArgs) {
  const { form, actor, context, start, url } = args;
  const edit = form.get("do");
  const intent = form.get("intent");
  if (edit === null && intent !== "save")
    return await runTool(args, parseSeen(form.get("seen"), start));
  const stored = await loadHours(context.services, actor, start);
  const draft = readDraft(form, stored);
  if (typeof edit === "string") {
    const wanted = parseEdit(edit, form);
    if (!wanted) throw new Response(null, { status: 400 });
    return data<Sent>({ kind: "draft", draft: editDraft(draft, wanted) });
  }
  return (await save(args, draft)) ?? redirect(doneUrl(url, "saved"));
}

/** Writes what has changed; null when that is done, or when there was nothing. */
async function save({ actor, context, start }: ChangeArgs, draft: WeekDraft) {
  const problems = findLineProblems(draft.days);
  if (problems.length > 0) return refuse(draft, invalidForm(problems));
  const changed = changedDays(draft);
  if (changed.length === 0) return null;
  try {
    const seen = parseSeen(draft.seen, start);
    await context.services.hours.edit(actor, toEdit(start, draft.days, changed), seen);
    return null;
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "precondition_failed") {
      return refuse(draft, toFormError(thrown));
    }
  }
  const now = await loadHours(context.services, actor, start);
  return data<Sent>({ kind: "conflict", draft: rebase(draft, now), now }, 412);
}

function refuse(draft: WeekDraft, error: FormError) {
  return data<Sent>({ kind: "refused", draft, error }, error.status);
}

function toEdit(start: LocalDate | null, days: EditedDay[], changed: EditedDay[]): HoursEdit {
  if (start === null) {
    const weekly = Object.fromEntries(days.map((day) => [day.key, rangesOf(day)]));
    return { kind: "weekly", timezone: null, weekly: weekly as Record<Weekday, LocalRange[]> };
  }
  const dates = changed.map((day) => ({
    date: day.key,
    ranges: day.isUsual ? null : rangesOf(day),
  }));
  return { kind: "week", from: start, days: dates };
}

/** Throws 400 for what no form of this page sends: nothing is written without a condition. */
function parseSeen(text: FormDataEntryValue | null, start: LocalDate | null): SeenHours {
  const [scope, fingerprint] = String(text).split(".");
  if (scope !== (start ?? "weekly") || !fingerprint) throw new Response(null, { status: 400 });
  return { scope, fingerprint };
}
