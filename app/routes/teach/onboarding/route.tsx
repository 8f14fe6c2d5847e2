import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "../../../components/alert.tsx";
import { Card } from "../../../components/card.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { AboutFields } from "../../../components/teach-about-fields.tsx";
import { AreaPicker } from "../../../components/teach-areas.tsx";
import { useFocusOnNew } from "../../../components/use-focus-on-new.ts";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { saveStep } from "./act.ts";
import { DoneStep } from "./done-step.tsx";
import { HoursStep } from "./hours-step.tsx";
import { loadStep } from "./load.ts";
import { ServicesStep } from "./services-step.tsx";
import { StepForm } from "./step-form.tsx";
import { StepList } from "./step-list.tsx";
import type { Step } from "./steps.ts";

const TITLES: Record<Step, string> = {
  about: "About you",
  areas: "Your areas",
  services: "Your services",
  hours: "Your usual week",
  done: "You are ready to teach",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Become an instructor",
    description: "Set up your page, your services and your hours.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ request, actor, context }) =>
  loadStep(new URL(request.url), actor, context),
);

export const action = page("signed_in", async ({ request, actor, context }) =>
  saveStep(await request.formData(), actor, context),
);

export default function OnboardingPage() {
  const { step, openStep, canBegin, catalog } = useLoaderData<typeof loader>();
  const heading = useFocusOnNew<HTMLHeadingElement>(`${step} ${catalog?.chosen?.slug ?? ""}`);
  return (
    <Page width="reading">
      <p>
        <Link to="/teach" className="inline-flex min-h-11 items-center text-primary-ink underline">
          Teaching
        </Link>
      </p>
      <PageTitle>Become an instructor</PageTitle>
      <StepList step={step} openStep={openStep} />
      <Card as="section" labelledBy="step" className="mt-6">
        <h2 id="step" ref={heading} tabIndex={-1} className="mb-4 text-xl font-semibold">
          {TITLES[step]}
        </h2>
        {canBegin ? (
          <StepBody />
        ) : (
          <Alert kind="warning" title="Your account is suspended">
            You can become an instructor once it is active again.
          </Alert>
        )}
      </Card>
      {step === "done" ? null : (
        <p className="mt-4 text-sm text-ink-soft">
          Each step is saved when you go on. You can leave at any time and continue here later.
        </p>
      )}
    </Page>
  );
}

/** The form of the step, as last sent where it was refused. */
function StepBody() {
  const { step, profile, ownZone, zones, boroughs, catalog, week } = useLoaderData<typeof loader>();
  const data = useActionData<typeof action>();
  const sent = data?.step === step ? data : null;
  const fields = sent?.fields ?? null;
  const error = sent?.error ?? null;
  if (step === "about") {
    return (
      <StepForm step={step} error={error} button="Save and go on">
        <AboutFields {...{ profile, kept: fields, ownZone, zones, error }} />
      </StepForm>
    );
  }
  if (step === "areas") {
    return (
      <StepForm step={step} error={error} button="Save and go on">
        <AreaPicker
          boroughs={boroughs}
          chosen={fields?.areas ?? profile?.areas.map(({ slug }) => slug) ?? []}
          query={fields?.areas_query ?? ""}
          error={error}
        />
      </StepForm>
    );
  }
  if (catalog) {
    const { offerings = [] } = profile ?? {};
    return <ServicesStep {...{ offerings, catalog, kept: toOfferingText(fields), error }} />;
  }
  if (week) {
    const rows = sent?.rows ?? null;
    const kept = rows && { rows, fingerprint: fields?.fingerprint ?? "" };
    return <HoursStep {...{ week, kept, error }} />;
  }
  return profile ? <DoneStep profile={profile} /> : null;
}

type SentFields = NonNullable<ReturnType<typeof useActionData<typeof action>>>["fields"];

function toOfferingText(fields: SentFields | null) {
  return fields && { ...fields, rate: fields.rate ?? "", description: fields.description ?? "" };
}
