import { data, redirect } from "@remix-run/cloudflare";
import * as v from "valibot";
import type { HoursEdit } from "../../../../worker/domain/hours-edit.ts";
import { addDays, parseLocalDate } from "../../../../worker/domain/local-time.ts";
import type { SeenHours } from "../../../../worker/services/hours.ts";
import { type FormError, parseForm } from "../../../forms.ts";
import { toFormError } from "../../../respond.ts";
import { type ChangeArgs, doneUrl } from "./change-args.ts";
import { type Tool, type ToolRefusal, toolField } from "./tool-names.ts";

const date = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => parseLocalDate(text) !== null, "Enter a date."),
);
const dates = { start_date: date, end_date: date };
const datesForm = v.object(dates);
const daysOffForm = v.object({
  ...dates,
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200, "Use at most 200 characters."),
    v.check((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), "Use letters and digits."),
  ),
});

/** What the rules say about a range of dates, for people. */
const MESSAGES: Record<string, string> = {
  "is in the past": "Choose a day that is not over.",
  "is before start_date": "The last day is before the first.",
  "makes more than 365 days": "That is more than 365 days.",
};

/** Each answers what is wrong with the form itself, and throws the refusals of the use-case. */
const TOOLS: Record<Tool, (args: ChangeArgs, seen: SeenHours) => Promise<FormError | null>> = {
  async copy_week(args, seen) {
    const to = weekOf(args);
    return await edit(args, { kind: "copy_week", from: addDays(to, -7), to }, seen);
  },

  async apply_week(args, seen) {
    const { values, error } = parseForm(datesForm, args.form);
    if (error) return error;
    const { start_date: startOn, end_date: endOn } = values;
    return await edit(args, { kind: "apply_week", from: weekOf(args), startOn, endOn }, seen);
  },

  async clear(args, seen) {
    const { values, error } = parseForm(datesForm, args.form);
    if (error) return error;
    const { start_date: startOn, end_date: endOn } = values;
    return await edit(args, { kind: "clear", startOn, endOn }, seen);
  },

  async add_days_off({ form, actor, context }) {
    if (form.get("end_date") === "") form.set("end_date", form.get("start_date") ?? "");
    const { values, error } = parseForm(daysOffForm, form);
    if (error) return error;
    const { start_date: startOn, end_date: endOn, reason } = values;
    await context.services.blackouts.create(actor, { startOn, endOn, reason: reason || null });
    return null;
  },

  async remove_days_off({ form, actor, context }) {
    await context.services.blackouts.remove(actor, String(form.get("id")));
    return null;
  },
};

/** Runs the form's tool and says so, or answers what is wrong with which form. */
export async function runTool(args: ChangeArgs, seen: SeenHours) {
  const { url } = args;
  const tool = toTool(args.form.get("intent"));
  const form = unprefixed(tool, args.form);
  const refuse = ({ fields, ...error }: FormError) => {
    const named = fields.map(({ name, message }) => ({
      name: toolField(tool, name),
      message: MESSAGES[message] ?? message,
    }));
    const kept = Object.fromEntries(
      ["start_date", "end_date", "reason"].map((name) => [
        name,
        String(form.get(name) ?? "").slice(0, 300),
      ]),
    );
    return data<ToolRefusal>(
      { kind: "tool", tool, error: { ...error, fields: named }, kept },
      error.status,
    );
  };
  try {
    const error = await TOOLS[tool]({ ...args, form }, seen);
    return error ? refuse(error) : redirect(doneUrl(url, tool));
  } catch (thrown) {
    return refuse(toFormError(thrown));
  }
}

function unprefixed(tool: Tool, form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of form) plain.append(name.replace(`${tool}-`, ""), value);
  return plain;
}

async function edit({ actor, context }: ChangeArgs, wanted: HoursEdit, seen: SeenHours) {
  await context.services.hours.edit(actor, wanted, seen);
  return null;
}

function weekOf({ start }: ChangeArgs): string {
  if (start === null) throw new Response(null, { status: 400 });
  return start;
}

function toTool(intent: FormDataEntryValue | null): Tool {
  if (typeof intent === "string" && Object.hasOwn(TOOLS, intent)) return intent as Tool;
  throw new Response(null, { status: 400 });
}
