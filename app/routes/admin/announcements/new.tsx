import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays, localDateOf } from "../../../../worker/domain/local-time.ts";
import { FormPage } from "../../../components/form-page.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { AnnouncementFields, type FormValues } from "./announcement-form.tsx";
import { parseDraft, toMoment } from "./draft.ts";

const SHOWN_DAYS = 7;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "New announcement",
    description: "Announce something on the start page.",
    canonical: null,
    origin: originOf(matches),
  });

/** From now on for a week, to everyone, unless that is changed. */
export const loader = page("moderate_content", async ({ actor, context: { now } }) => {
  const zone = actor.timezone;
  const values: FormValues = {
    title: "",
    body: "",
    linkPath: null,
    audience: "everyone",
    priority: 0,
    startsAt: toMoment(now, zone),
    endsAt: `${addDays(localDateOf(now, zone), SHOWN_DAYS)}T23:59`,
  };
  return { values, zone };
});

export const action = page("moderate_content", async ({ actor, request, context }) => {
  const { draft, error } = parseDraft(await request.formData(), actor.timezone);
  if (error) return data({ error }, error.status);
  await context.services.announcements.create(actor, draft);
  return redirect("/admin/announcements?done=created");
});

export default function NewAnnouncementPage() {
  const { values, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FormPage
      title="New announcement"
      error={sent?.error}
      below={<TextLink to="/admin/announcements">All announcements</TextLink>}
    >
      <AnnouncementFields values={values} zone={zone} error={sent?.error} />
    </FormPage>
  );
}
