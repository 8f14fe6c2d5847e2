import { Link } from "@remix-run/react";
import type { Offering, PublicInstructor } from "../../../worker/domain/catalog.ts";
import type { NextSlot } from "../../../worker/services/availability.ts";
import { Avatar } from "../../components/avatar.tsx";
import { Badge } from "../../components/badge.tsx";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { Icon } from "../../components/icon.tsx";
import { Money } from "../../components/money.tsx";
import { plural, zoneLabel } from "../../format.ts";

const MAX_SERVICES = 4;
const MAX_AREAS = 3;

interface InstructorCardProps {
  instructor: PublicInstructor;
  /** Lowest hourly rate of what is shown, in cents. */
  rate: number | null;
  next: NextSlot | null;
  service: { slug: string; name: string } | null;
}

/** One instructor in a list; the whole card leads to the profile. */
export function InstructorCard({ instructor, rate, next, service }: InstructorCardProps) {
  const { id, displayName, bio, yearsExperience } = instructor;
  const profile = `/instructors/${id}${service ? `?service=${service.slug}` : ""}`;
  return (
    <Card
      as="article"
      className="relative grid gap-3 hover:border-primary-ink sm:grid-cols-[auto_1fr_auto] sm:gap-5"
    >
      <div className="hidden sm:block">
        <Avatar name={displayName} />
      </div>
      <div className="min-w-0">
        <h2 className="text-xl font-semibold">
          <Link
            to={profile}
            prefetch="intent"
            className="after:absolute after:inset-0 after:rounded-2xl"
          >
            {displayName}
          </Link>
        </h2>
        <p className="text-ink-soft">{experience(yearsExperience)}</p>
        <p className="mt-2 line-clamp-2">{bio}</p>
        <Services instructor={instructor} first={service?.slug ?? null} />
        <Areas areas={instructor.areas} />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-2 border-t border-line pt-3 sm:w-52 sm:flex-col sm:justify-start sm:border-t-0 sm:pt-0 sm:text-right">
        {rate === null ? null : (
          <p>
            {service ? "" : "from "}
            <span className="text-xl font-bold">
              <Money cents={rate} />
            </span>{" "}
            per hour
          </p>
        )}
        <NextTime next={next} />
      </div>
    </Card>
  );
}

function experience(years: number): string {
  return years === 0 ? "New to teaching" : `${plural(years, "year")} of experience`;
}

function NextTime({ next }: { next: NextSlot | null }) {
  if (!next) return <p className="text-sm text-ink-soft">No free time at the moment</p>;
  return (
    <p className="text-sm">
      <span className="block text-ink-soft">Next free</span>
      <span className="font-semibold text-primary-ink">
        <DateTime at={next.startAt} zone={next.timezone} show="moment" />
      </span>
      <span className="sr-only"> {zoneLabel(next.timezone)}</span>
    </p>
  );
}

interface ServicesProps {
  instructor: PublicInstructor;
  /** The one that was looked for. */
  first: string | null;
}

function Services({ instructor: { offerings }, first }: ServicesProps) {
  const isFirst = (offering: Offering) => offering.service.slug === first;
  const sorted = [...offerings].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const rest = offerings.length - MAX_SERVICES;
  return (
    <ul className="mt-3 flex flex-wrap gap-1.5" aria-label="Teaches">
      {sorted.slice(0, MAX_SERVICES).map(({ id, service }) => (
        <li key={id}>
          <Badge>{service.name}</Badge>
        </li>
      ))}
      {rest > 0 ? <li className="text-sm text-ink-soft">and {rest} more</li> : null}
    </ul>
  );
}

function Areas({ areas }: { areas: PublicInstructor["areas"] }) {
  const rest = areas.length - MAX_AREAS;
  const names = areas.slice(0, MAX_AREAS).map(({ name }) => name);
  return (
    <p className="mt-3 flex gap-1.5 text-sm text-ink-soft">
      <Icon name="place" className="mt-0.5 size-4" />
      <span>
        {names.join(", ")}
        {rest > 0 ? ` and ${rest} more` : ""}
      </span>
    </p>
  );
}
