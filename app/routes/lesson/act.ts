import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import type { Actor } from "../../../worker/domain/actor.ts";
import type { BookingMove } from "../../../worker/domain/booking-moves.ts";
import { parseRfc3339 } from "../../../worker/domain/local-time.ts";
import { type FormError, invalidForm, parseForm } from "../../forms.ts";
import { toFormError } from "../../respond.ts";
import { cancelForm, noteForm } from "./forms.ts";

/** What was sent and was refused, as it was typed. */
export interface Typed {
  reason: string;
  other: string;
  note: string;
}

/** Does what a form of the lesson's pages asks for, to the version of it that was on the page. */
export async function actOnLesson(
  context: AppLoadContext,
  actor: Actor,
  id: string,
  move: BookingMove | null,
  form: FormData,
) {
  try {
    const error = await act(context, actor, id, move, form);
    if (error) return refuse(error, form);
    return redirect(`/lessons/${id}?done=${move ?? "note"}`);
  } catch (thrown) {
    return refuse(toFormError(thrown), form);
  }
}

/** What is wrong with the form; null when it is done. */
async function act(
  { services: { bookings } }: AppLoadContext,
  actor: Actor,
  id: string,
  move: BookingMove | null,
  form: FormData,
): Promise<FormError | null> {
  const options = {
    version: readText(form, "version"),
    idempotencyKey: readText(form, "idempotency_key").slice(0, 255) || null,
  };
  if (move === "complete") await bookings.complete(actor, id, options);
  if (move === "no_show") await bookings.recordNoShow(actor, id, options);
  if (move === "cancel") {
    const { values: reason, error } = parseForm(cancelForm, form);
    if (error) return error;
    await bookings.cancel(actor, id, reason, options);
  }
  if (move === "reschedule") {
    const startAt = parseRfc3339(readText(form, "start_at"));
    if (startAt === null) return invalidForm([]);
    await bookings.reschedule(actor, id, { startAt }, options);
  }
  if (move === null) {
    const { values: note, error } = parseForm(noteForm, form);
    if (error) return error;
    await bookings.saveInstructorNote(actor, id, note, options);
  }
  return null;
}

function refuse(error: FormError, form: FormData) {
  const typed: Typed = {
    reason: readText(form, "reason"),
    other: readText(form, "other"),
    note: readText(form, "instructor_note"),
  };
  return data({ error, typed }, error.status);
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
