import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormPage } from "../../../components/form-page.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { AnnouncementFields, type FormValues } from "./announcement-form.tsx";
import { parseDraft, toMoment } from "./draft.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Change announcement",
    description: "Change what is announced on the start page.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("moderate_content", async ({ actor, params, context }) => {
  const zone = actor.timezone;
  const found = await context.services.announcements.get(actor, params.id ?? "");
  const values: FormValues = {
    title: found.title,
    body: found.body,
    linkPath: found.linkPath,
    audience: found.audience,
    priority: found.priority,
    startsAt: toMoment(found.startsAt, zone),
    endsAt: toMoment(found.endsAt, zone),
  };
  return { values, zone };
});

export const action = page("moderate_content", async ({ actor, params, request, context }) => {
  const { draft, error } = parseDraft(await request.formData(), actor.timezone);
  if (error) return data({ error }, error.status);
  await context.services.announcements.update(actor, params.id ?? "", draft);
  return redirect("/admin/announcements?done=saved");
});

export default function EditAnnouncementPage() {
  const { values, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FormPage
      title="Change announcement"
      error={sent?.error}
      below={<TextLink to="/admin/announcements">Leave it as it is</TextLink>}
    >
      <AnnouncementFields values={values} zone={zone} error={sent?.error} />
    </FormPage>
  );
}
