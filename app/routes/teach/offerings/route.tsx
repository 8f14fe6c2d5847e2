import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { formatDuration, placesLabel } from "../../../../worker/domain/format.ts";
import type { OwnOffering } from "../../../../worker/domain/teaching-profile.ts";
import { ButtonLink } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Money } from "../../../components/money.tsx";
import { TeachPage } from "../../../components/teach-page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { listOfferings } from "./load.ts";

const DONE = {
  added: "Your service is saved, and students can book it.",
  saved: "Saved. Lessons that are booked keep the price they were booked at.",
  removed: "You do not offer this service any more.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Services",
    description: "What you teach, with your prices.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("manage_services", async ({ actor, context: { services } }) => ({
  offerings: await listOfferings(services, actor),
}));

export default function OfferingsPage() {
  const { offerings } = useLoaderData<typeof loader>();
  const shown = offerings.filter(({ isActive }) => isActive);
  const hidden = offerings.filter(({ isActive }) => !isActive);
  return (
    <TeachPage
      title="Services"
      action={<ButtonLink to="/teach/offerings/new">Add a service</ButtonLink>}
    >
      <DoneNotice messages={DONE} />
      <h2 className="mt-6 mb-4 text-xl font-semibold">What you teach</h2>
      {shown.length > 0 ? (
        <OfferingCards offerings={shown} />
      ) : (
        <EmptyState icon="note" title="You offer no service yet">
          <p className="text-ink-soft">Students can book you once there is one.</p>
        </EmptyState>
      )}
      {hidden.length > 0 ? (
        <>
          <h2 className="mt-8 text-xl font-semibold">Not offered any more</h2>
          <p className="mt-1 mb-4 text-ink-soft">
            Kept because lessons were booked. You can offer them again.
          </p>
          <OfferingCards offerings={hidden} />
        </>
      ) : null}
    </TeachPage>
  );
}

function OfferingCards({ offerings }: { offerings: OwnOffering[] }) {
  return (
    <ul className="grid gap-4">
      {offerings.map(({ id, service, hourlyRateCents, durationOptions, locationTypes }) => (
        <Card as="li" key={id}>
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <h3 className="text-lg font-semibold">{service.name}</h3>
            <Link
              to={`/teach/offerings/${id}`}
              className="inline-flex min-h-11 items-center text-primary-ink underline"
            >
              Edit<span className="sr-only"> {service.name}</span>
            </Link>
          </div>
          <p>
            <Money cents={hourlyRateCents} /> per hour ·{" "}
            {durationOptions.map(formatDuration).join(", ")}
          </p>
          <p className="text-sm text-ink-soft">{placesLabel(locationTypes, "instructor")}</p>
        </Card>
      ))}
    </ul>
  );
}
