import * as v from "valibot";
import { API_SCOPES } from "../../../../worker/domain/api-key.ts";
import { WEBHOOK_EVENTS } from "../../../../worker/domain/webhook.ts";
import type { FormError } from "../../../forms.ts";
import { parseForm } from "../../../forms.ts";

/** How long a key can be made for, in days. */
export const KEY_DAYS = ["30", "90", "365"] as const;

export const SCOPE_CHOICES = [
  { value: "public:read", label: "Read public pages' data faster" },
  { value: "bookings:read", label: "Read my lessons" },
] satisfies { value: (typeof API_SCOPES)[number]; label: string }[];

export const EVENT_CHOICES = [
  { value: "booking.created", label: "Booked" },
  { value: "booking.rescheduled", label: "Moved" },
  { value: "booking.cancelled", label: "Cancelled" },
  { value: "booking.completed", label: "Completed" },
  { value: "booking.no_show", label: "Student did not come" },
] satisfies { value: (typeof WEBHOOK_EVENTS)[number]; label: string }[];

const keyForm = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty("Give the key a name."),
    v.maxLength(60, "Use at most 60 characters for the name."),
    v.check(
      (name) => name.isWellFormed() && !/\p{Cc}/u.test(name),
      "Use letters and digits for the name.",
    ),
  ),
  scopes: v.pipe(
    v.string(),
    v.nonEmpty("Choose what the key is for."),
    v.transform((text) => text.split(" ")),
    v.array(v.picklist(API_SCOPES, "Choose from the list.")),
  ),
  days: v.pipe(v.picklist(KEY_DAYS, "Choose how long the key is to work."), v.transform(Number)),
});

const webhookForm = v.object({
  url: v.pipe(v.string(), v.trim(), v.nonEmpty("Enter the address to be told.")),
  events: v.pipe(
    v.string(),
    v.nonEmpty("Choose at least one thing to be told of."),
    v.transform((text) => text.split(" ")),
    v.array(v.picklist(WEBHOOK_EVENTS, "Choose from the list.")),
  ),
});

export const parseKeyForm = (form: FormData) => parseForm(keyForm, joined(form, "scopes"));
export const parseWebhookForm = (form: FormData) => parseForm(webhookForm, joined(form, "events"));

/** What the form of a refused wish shows again. */
export interface KeptForm {
  name: string;
  url: string;
  days: string;
  chosen: string[];
}

export function keepForm(form: FormData): KeptForm {
  const read = (name: string) => String(form.get(name) ?? "").slice(0, 500);
  const chosen = [...form.getAll("scopes"), ...form.getAll("events")].map(String).slice(0, 10);
  return { name: read("name"), url: read("url"), days: read("days"), chosen };
}

/** The use-case says of the address only what it must be. */
export function toSentences(error: FormError): FormError {
  const fields = error.fields.map(({ name, message }) => ({
    name,
    message: name === "url" && message.startsWith("must") ? `The address ${message}.` : message,
  }));
  return { ...error, fields };
}

/** Everything that is ticked under one name as one text. */
function joined(form: FormData, name: string): FormData {
  const all = form.getAll(name).map(String).join(" ");
  const copy = new FormData();
  for (const [key, value] of form) if (key !== name) copy.append(key, value);
  copy.set(name, all);
  return copy;
}
