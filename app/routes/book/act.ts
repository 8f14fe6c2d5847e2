import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import { type BookingDraft, EMPTY_DRAFT } from "../../../worker/domain/booking-draft.ts";
import { LOCATION_TYPES } from "../../../worker/domain/catalog.ts";
import { parseBookAddress, toBookPath } from "../../book-path.ts";
import { type FormError, invalidForm, parseForm } from "../../forms.ts";
import { toFormError } from "../../respond.ts";
import { withNext } from "../../safe-next.ts";
import { chosenOffering } from "./draft.ts";
import { toBookingRequest } from "./load.ts";
import { findPlaceProblem, placeForm } from "./place-form.ts";

/** What was sent and is not right, as it was typed. */
interface Typed {
  place: string;
  detail: string;
  note: string;
}

/** Keeps the place and the note, and goes on to the review unless something is missing. */
export async function savePlace({ drafts }: AppLoadContext, instructorId: string, form: FormData) {
  const { values, error } = parseForm(placeForm, form);
  if (error) return refusePlace(error, form);
  const { instructor, draft, cookies } = await drafts.save(instructorId, values);
  const offered = chosenOffering(draft, instructor.offerings)?.locationTypes ?? [];
  const problem = findPlaceProblem(draft, offered);
  if (problem) return refusePlace(problem, form, cookies);
  return redirect(toBookPath(instructorId, { step: "review" }), { headers: toHeaders(cookies) });
}

function refusePlace(error: FormError, form: FormData, cookies: string[] = []) {
  const typed: Typed = {
    place: readText(form, "place"),
    detail: readText(form, "detail"),
    note: readText(form, "note"),
  };
  return data({ error, typed }, { status: error.status, headers: toHeaders(cookies) });
}

/** Books what was on the page, which another window may have chosen differently meanwhile. */
export async function book(context: AppLoadContext, instructorId: string, form: FormData) {
  const draft = readReviewed(form);
  const wanted = draft && toBookingRequest(instructorId, draft);
  if (!wanted) return refuseBooking(invalidForm([]));
  const { drafts, services } = context;
  const actor = await context.findActor();
  if (!actor) {
    const { cookies } = await drafts.save(instructorId, draft);
    const next = withNext("/login", toBookPath(instructorId, { step: "review" }));
    return redirect(next, { headers: toHeaders(cookies) });
  }
  const key = readText(form, "idempotency_key").slice(0, 255) || null;
  try {
    const lastSearch = await context.findLastSearch();
    const booking = await services.bookings.create(actor, wanted, key, lastSearch);
    await drafts.delete(instructorId);
    return redirect(`/lessons/${booking.id}?booked=1`);
  } catch (thrown) {
    return refuseBooking(toFormError(thrown));
  }
}

function refuseBooking(error: FormError) {
  return data({ error, typed: null }, error.status);
}

/** The choices as the review's form sends them; null if they are none. */
function readReviewed(form: FormData): BookingDraft | null {
  const { values } = parseForm(placeForm, form);
  if (!values || !LOCATION_TYPES.some((type) => type === values.locationType)) return null;
  const params = new URLSearchParams(
    ["offering", "duration", "start_at"].map((name) => [name, readText(form, name)]),
  );
  return { ...EMPTY_DRAFT, ...parseBookAddress(params).choices, ...values };
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** One header for each cookie. */
export function toHeaders(cookies: readonly string[]): Headers {
  return new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
}
