import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "../../../worker/domain/actor.ts";
import { ERASURE_MODES, type ErasureMode } from "../../../worker/domain/erasure.ts";
import { plural } from "../../../worker/domain/format.ts";
import type { Services } from "../../../worker/services/index.ts";
import { Alert } from "../../components/alert.tsx";
import { Field } from "../../components/field.tsx";
import { FormPage } from "../../components/form-page.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { confirmForm, parseForm } from "../../forms.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { toFormError } from "../../respond.ts";
import { Consequences } from "./consequences.tsx";

const TEXTS: Record<ErasureMode, { title: string; button: string; busy: string }> = {
  delete: {
    title: "Delete your account",
    button: "Delete my account for good",
    busy: "Deleting …",
  },
  anonymize: {
    title: "Make your account anonymous",
    button: "Make it anonymous for good",
    busy: "Cutting the link …",
  },
};

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta({
    title: TEXTS[data?.mode ?? "delete"].title,
    description: "What happens when you leave.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("delete_own_account", async ({ request, actor, context }) => ({
  mode: toMode(new URL(request.url).searchParams.get("mode")),
  lessonsAhead: await countLessonsAhead(context.services, actor),
}));

/** Without a session that is left, whoever sends it a second time is asked to log in, and cannot. */
export const action = page("delete_own_account", async ({ request, actor, context }) => {
  const form = await request.formData();
  const { values, error } = parseForm(confirmForm, form);
  if (error) return data({ error }, error.status);
  const mode = toMode(form.get("mode"));
  try {
    const erasure = { mode, password: values.password };
    const { services, client } = context;
    const { cancelledLessons } = await services.privacy.eraseOwn(actor, erasure, client);
    const headers = { "Set-Cookie": context.sessionCookie.clear() };
    return redirect(`/goodbye?mode=${mode}&cancelled=${cancelledLessons}`, { headers });
  } catch (thrown) {
    const refusal = toFormError(thrown);
    return data({ error: refusal }, refusal.status);
  }
});

export default function DeletePage() {
  const { mode, lessonsAhead } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { title, button, busy } = TEXTS[mode];
  return (
    <FormPage
      title={title}
      lead={<Consequences mode={mode} />}
      error={sent?.error}
      below={<TextLink to="/account/privacy">Keep my account</TextLink>}
    >
      {lessonsAhead > 0 ? (
        <Alert kind="warning" title={`${plural(lessonsAhead, "lesson")} ahead`}>
          They are cancelled before your account ends, with the usual fee where one is due, and the
          other person of each is told by mail.
        </Alert>
      ) : null}
      <input type="hidden" name="mode" value={mode} />
      <Field
        name="password"
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        error={sent?.error}
      />
      <SubmitButton look="danger" busy={busy}>
        {button}
      </SubmitButton>
    </FormPage>
  );
}

function toMode(text: FormDataEntryValue | null): ErasureMode {
  return ERASURE_MODES.find((mode) => mode === text) ?? "delete";
}

/** In both roles, as far as the person may see them. */
async function countLessonsAhead({ bookings }: Services, actor: Actor): Promise<number> {
  const sides = [
    { as: "student", needs: "view_own_bookings" },
    { as: "instructor", needs: "view_incoming_bookings" },
  ] as const;
  const lists = await Promise.all(
    sides
      .filter(({ needs }) => actor.permissions.includes(needs))
      .map(({ as }) => bookings.list(actor, { when: "upcoming", as, page: 1, perPage: 1 })),
  );
  return lists.reduce((sum, { total }) => sum + total, 0);
}
