import { type AppLoadContext, data, redirect } from "@remix-run/cloudflare";
import type { Actor } from "../../../../worker/domain/actor.ts";
import type { FormError } from "../../../forms.ts";
import { isDomainError, toFormError } from "../../../respond.ts";
import { type KeptForm, keepForm, parseKeyForm, parseWebhookForm, toSentences } from "./forms.ts";

type Intent = "make-key" | "revoke-key" | "make-webhook";

/** What is told in this answer and never again. */
export interface Told {
  kind: "key" | "secret";
  value: string;
}

interface Answer {
  intent: Intent;
  told: Told | null;
  error: FormError | null;
  kept: KeptForm | null;
}

/** Does what one of the page's forms asks for, or answers what is wrong with which form. */
export async function actOnIntegrations(form: FormData, actor: Actor, context: AppLoadContext) {
  const intent = toIntent(form.get("intent"));
  const refuse = (error: FormError) =>
    data<Answer>({ intent, told: null, error, kept: keepForm(form) }, error.status);
  try {
    const made = await WISHES[intent](form, actor, context);
    if (made && "status" in made) return refuse(made);
    if (made) return data<Answer>({ intent, told: made, error: null, kept: null });
    return redirect("/account/integrations?done=revoked");
  } catch (thrown) {
    return refuse(toSentences(toFormError(thrown)));
  }
}

/** Each answers what it made or what is wrong with the form, and throws the refusals of the use-case. */
const WISHES: Record<
  Intent,
  (form: FormData, actor: Actor, context: AppLoadContext) => Promise<FormError | Told | null>
> = {
  async "make-key"(form, actor, { services }) {
    const { values, error } = parseKeyForm(form);
    if (error) return error;
    const { key } = await services.apiKeys.create(actor, values);
    return { kind: "key", value: key };
  },

  async "revoke-key"(form, actor, { services }) {
    try {
      await services.apiKeys.revoke(actor, String(form.get("key") ?? ""));
    } catch (thrown) {
      // Gone already, as was asked for.
      if (!isDomainError(thrown) || thrown.code !== "not_found") throw thrown;
    }
    return null;
  },

  async "make-webhook"(form, actor, { services }) {
    const { values, error } = parseWebhookForm(form);
    if (error) return error;
    const { secret } = await services.webhooks.create(actor, values);
    return { kind: "secret", value: secret };
  },
};

function toIntent(intent: FormDataEntryValue | null): Intent {
  const known = Object.keys(WISHES).find((one) => one === intent);
  if (known) return known as Intent;
  throw new Response(null, { status: 400 });
}
