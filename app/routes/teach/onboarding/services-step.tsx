import { Link } from "@remix-run/react";
import type { Category, Offering, Service } from "../../../../worker/domain/catalog.ts";
import { formatDuration } from "../../../../worker/domain/format.ts";
import { ButtonLink } from "../../../components/button.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { Money } from "../../../components/money.tsx";
import { OfferingFields, type OfferingText } from "../../../components/teach-offering-fields.tsx";
import { type PickedService, ServicePicker } from "../../../components/teach-service-picker.tsx";
import type { FormError } from "../../../forms.ts";
import { StepForm } from "./step-form.tsx";
import { toStepPath } from "./steps.ts";

const DONE = { added: "Saved. Add another service, or go on." };

interface ServicesStepProps {
  offerings: Offering[];
  catalog: {
    query: string;
    chosen: Service | null;
    categories: Category[];
    services: PickedService[];
  };
  kept: OfferingText | null;
  error: FormError | null;
}

/** First which service, then what somebody offers of it; as many times as they like. */
export function ServicesStep({ offerings, catalog, kept, error }: ServicesStepProps) {
  const { chosen } = catalog;
  if (chosen) return <DescribeService service={chosen} kept={kept} error={error} />;
  return (
    <>
      <DoneNotice messages={DONE} />
      {offerings.length > 0 ? (
        <>
          <h3 className="mt-4 font-semibold">You offer</h3>
          <ul className="mt-2 mb-6 grid gap-2">
            {offerings.map((offering) => (
              <OfferedRow key={offering.id} offering={offering} />
            ))}
          </ul>
          <p className="mb-8">
            <ButtonLink look="main" to={toStepPath("hours")}>
              Go on to your usual week
            </ButtonLink>
          </p>
          <h3 className="mb-3 font-semibold">Add another service</h3>
        </>
      ) : null}
      <ServicePicker
        {...catalog}
        offered={offerings.map(({ service }) => service.slug)}
        action="/teach/onboarding"
        params={{ step: "services" }}
        toService={(service) => toStepPath("services", { service })}
      />
    </>
  );
}

function OfferedRow({ offering }: { offering: Offering }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 rounded-2xl border border-line px-4 py-2">
      <span>
        <span className="font-medium">{offering.service.name}</span>
        <span className="block text-sm text-ink-soft">
          <Money cents={offering.hourlyRateCents} /> per hour ·{" "}
          {offering.durationOptions.map(formatDuration).join(", ")}
        </span>
      </span>
      <Link
        to={`/teach/offerings/${offering.id}`}
        className="inline-flex min-h-11 items-center text-primary-ink underline"
      >
        Edit<span className="sr-only"> {offering.service.name}</span>
      </Link>
    </li>
  );
}

function DescribeService({
  service,
  kept,
  error,
}: Pick<ServicesStepProps, "kept" | "error"> & { service: Service }) {
  return (
    <StepForm step="services" error={error} button="Save this service">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="text-lg font-semibold">{service.name}</h3>
        <Link
          to={toStepPath("services")}
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          Choose another service
        </Link>
      </div>
      <input type="hidden" name="service" value={service.slug} />
      <OfferingFields isOnlineCapable={service.onlineCapable} values={kept} error={error} />
    </StepForm>
  );
}
