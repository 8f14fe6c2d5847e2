import type { Actor } from "../../../worker/domain/actor.ts";
import type { Services } from "../../../worker/services/index.ts";
import type { FormError } from "../../forms.ts";
import { toFormError } from "../../respond.ts";
import { aboutForm, areasForm, checkFields, offeringForm, readFields } from "./forms.ts";

/** What the use-cases refuse about one field, as a person reads it beside that. */
const SENTENCES: Record<string, string> = {
  areas: "Choose areas from the list.",
  location_types: "This service cannot be taught online.",
};
const TOO_MANY = "You can offer 20 services at most. Stop offering one of them first.";

export const OFFERING_LISTS = ["durations", "location_types", "levels", "audiences"] as const;

/** Saves the step about oneself; who does not teach yet begins with it, without areas so far. */
export function saveAbout(
  services: Services,
  actor: Actor,
  form: FormData,
  isNew: boolean,
): Promise<FormError | null> {
  return telling(async () => {
    const { values, error } = checkFields(aboutForm, readFields(form, []));
    if (error) return error;
    const facts = {
      bio: values.bio,
      timezone: values.timezone,
      yearsExperience: values.years_experience,
      minimumNoticeHours: values.minimum_notice_hours,
      bufferMinutes: values.buffer_minutes,
    };
    if (isNew) await services.teaching.create(actor, { ...facts, areas: [] });
    else await services.teaching.update(actor, facts);
    return null;
  });
}

export function saveAreas(
  services: Services,
  actor: Actor,
  form: FormData,
): Promise<FormError | null> {
  return telling(async () => {
    const { values, error } = checkFields(areasForm, readFields(form, ["areas"]));
    if (error) return error;
    await services.teaching.update(actor, values);
    return null;
  });
}

/** Of the offering with the id, or of a new one of the service. */
export function saveOffering(
  { offerings }: Services,
  actor: Actor,
  form: FormData,
  subject: { service: string } | { offeringId: string; isShownAgain: boolean },
): Promise<FormError | null> {
  return telling(async () => {
    const { values, error } = checkFields(offeringForm, readFields(form, OFFERING_LISTS));
    if (error) return error;
    const { levels, audiences, description } = values;
    const facts = {
      levels,
      audiences,
      description,
      hourlyRateCents: values.rate,
      durationOptions: values.durations,
      locationTypes: values.location_types,
    };
    if ("service" in subject) await offerings.create(actor, subject.service, facts);
    else {
      const shown = subject.isShownAgain ? { isActive: true } : {};
      await offerings.update(actor, subject.offeringId, { ...facts, ...shown });
    }
    return null;
  });
}

/** The refusals of a use-case as the form shows them. */
export async function telling(run: () => Promise<FormError | null>): Promise<FormError | null> {
  try {
    return await run();
  } catch (thrown) {
    const error = toFormError(thrown);
    if (error.fields.some(({ name }) => name === "service" || name === "is_active")) {
      return { ...error, summary: TOO_MANY, fields: [] };
    }
    const fields = error.fields.map(({ name, message }) => ({
      name,
      message: SENTENCES[name] ?? message,
    }));
    return { ...error, fields };
  }
}
