import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import type { Actor } from "../../../worker/domain/actor.ts";
import { type FormError, parseForm, passwordForm, profileForm } from "../../forms.ts";
import { toFormError } from "../../respond.ts";

type Intent = "profile" | "mail" | "password";

/** What the form of a refused change shows again. */
export interface KeptProfile {
  first_name: string;
  last_name: string;
  timezone: string;
}

interface Refusal {
  intent: Intent;
  error: FormError;
  kept: KeptProfile | null;
}

/** Does what one of the page's forms asks for and says so; or answers what is wrong with which form. */
export async function changeAccount(form: FormData, actor: Actor, context: AppLoadContext) {
  const intent = toIntent(form.get("intent"));
  const refuse = (error: FormError) => {
    const kept = intent === "profile" ? keepProfile(form) : null;
    return data<Refusal>({ intent, error, kept }, error.status);
  };
  try {
    const error = await CHANGES[intent](form, actor, context);
    return error ? refuse(error) : redirect(`/account?done=${intent}`);
  } catch (thrown) {
    return refuse(toFormError(thrown));
  }
}

/** Each answers what is wrong with the form itself, and throws the refusals of the use-case. */
const CHANGES: Record<
  Intent,
  (form: FormData, actor: Actor, context: AppLoadContext) => Promise<FormError | null>
> = {
  async profile(form, actor, { services }) {
    const { values, error } = parseForm(profileForm, form);
    if (error) return error;
    const { first_name: firstName, last_name: lastName, timezone } = values;
    await services.accounts.updateProfile(actor, { firstName, lastName, timezone });
    return null;
  },

  async mail(_form, actor, { services }) {
    await services.emailVerification.request(actor);
    return null;
  },

  async password(form, actor, { services, client }) {
    const { values, error } = parseForm(passwordForm, form);
    if (error) return error;
    const { current_password: currentPassword, new_password: newPassword } = values;
    await services.passwords.change(actor, { currentPassword, newPassword }, client);
    return null;
  },
};

function toIntent(intent: FormDataEntryValue | null): Intent {
  if (intent === "profile" || intent === "mail" || intent === "password") return intent;
  throw new Response(null, { status: 400 });
}

function keepProfile(form: FormData): KeptProfile {
  const read = (name: string) => String(form.get(name) ?? "").slice(0, 100);
  return {
    first_name: read("first_name"),
    last_name: read("last_name"),
    timezone: read("timezone"),
  };
}
