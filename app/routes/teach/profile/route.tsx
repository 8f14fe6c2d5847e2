import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "../../../components/card.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { AboutFields } from "../../../components/teach-about-fields.tsx";
import { AreaPicker } from "../../../components/teach-areas.tsx";
import { TeachPage } from "../../../components/teach-page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { groupZones } from "../../../zone-options.ts";
import { saveAbout, saveAreas } from "../changes.ts";
import { readFields } from "../forms.ts";

const DONE = { about: "Saved.", areas: "Your areas are saved." };

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Profile",
    description: "What students read about you.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("manage_instructor_profile", async ({ actor, context }) => {
  const profile = await context.services.teaching.get(actor);
  return {
    profile,
    zones: groupZones(Intl.supportedValuesOf("timeZone"), profile.timezone),
    boroughs: context.search.listAreas(),
  };
});

export const action = page("manage_instructor_profile", async ({ request, actor, context }) => {
  const form = await request.formData();
  const intent = form.get("intent");
  const fields = readFields(form, ["areas"]);
  const { services } = context;
  if (intent === "find") return data({ part: "areas", error: null, fields });
  const part = intent === "areas" ? "areas" : "about";
  const error =
    part === "areas"
      ? await saveAreas(services, actor, form)
      : await saveAbout(services, actor, form, false);
  if (error) return data({ part, error, fields }, error.status);
  return redirect(`/teach/profile?done=${part}`);
});

export default function ProfilePage() {
  const { profile, zones, boroughs } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const about = sent?.part === "about" ? sent : null;
  const areas = sent?.part === "areas" ? sent : null;
  return (
    <TeachPage title="Profile">
      <DoneNotice messages={DONE} />
      <div className="mt-6 grid gap-6">
        <Card as="section" labelledBy="about">
          <h2 id="about" className="mb-4 text-xl font-semibold">
            About you
          </h2>
          <Form method="post" noValidate>
            <ErrorSummary error={about?.error} />
            <AboutFields
              {...{ profile, zones, kept: about?.fields ?? null, error: about?.error ?? null }}
              ownZone={profile.timezone}
            />
            <div className="mt-6">
              <SubmitButton intent="about" busy="Saving …">
                Save changes
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <Card as="section" labelledBy="areas">
          <h2 id="areas" className="mb-4 text-xl font-semibold">
            Your areas
          </h2>
          <Form method="post" noValidate>
            <ErrorSummary error={areas?.error} />
            <AreaPicker
              boroughs={boroughs}
              chosen={areas?.fields.areas ?? profile.areas.map(({ slug }) => slug)}
              query={areas?.fields.areas_query ?? ""}
              error={areas?.error ?? null}
            />
            <div className="mt-6">
              <SubmitButton intent="areas" busy="Saving …">
                Save areas
              </SubmitButton>
            </div>
          </Form>
        </Card>
      </div>
    </TeachPage>
  );
}
