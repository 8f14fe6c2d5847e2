import { Link, useLocation } from "@remix-run/react";
import { formatDate, formatTime, plural, zoneLabel } from "../../../worker/domain/format.ts";
import { localDateOf, toRfc3339 } from "../../../worker/domain/local-time.ts";
import type { SearchHit } from "../../../worker/services/search.ts";
import { toBookPath } from "../../book-path.ts";
import { Avatar } from "../../components/avatar.tsx";
import { Badge } from "../../components/badge.tsx";
import { Card } from "../../components/card.tsx";
import { Icon } from "../../components/icon.tsx";
import { Money } from "../../components/money.tsx";

const MAX_SERVICES = 4;
const MAX_AREAS = 3;

interface InstructorCardProps {
  hit: SearchHit;
  /** 1-based, over all pages. */
  position: number;
}

/** One result; the whole card leads to the profile, its times to the booking. */
export function InstructorCard({ hit, position }: InstructorCardProps) {
  const { instructor, offering } = hit;
  const { id, displayName, bio, yearsExperience } = instructor;
  const { pathname, search } = useLocation();
  const way = new URLSearchParams({ service: offering.service.slug, back: pathname + search });
  return (
    <li data-instructor={id} data-position={position}>
      <Card
        as="article"
        className="relative grid gap-4 hover:border-primary-ink sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-5 xl:grid-cols-[auto_minmax(0,1fr)_13rem]"
      >
        <div className="hidden sm:block">
          <Avatar name={displayName} />
        </div>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="text-xl font-semibold">
              <Link
                to={`/instructors/${id}?${way}`}
                prefetch="intent"
                data-search="view_profile"
                className="after:absolute after:inset-0 after:rounded-2xl"
              >
                {displayName}
              </Link>
            </h2>
            <p>
              <span className="text-xl font-bold">
                <Money cents={offering.hourlyRateCents} />
              </span>{" "}
              <span className="text-ink-soft">per hour</span>
            </p>
          </div>
          <p className="text-ink-soft">{experience(yearsExperience)}</p>
          <p className="mt-2 line-clamp-2">{bio}</p>
          <Services hit={hit} />
          <Areas areas={instructor.areas} />
          <Reasons why={hit.why} />
        </div>
        <Times hit={hit} />
      </Card>
    </li>
  );
}

function experience(years: number): string {
  return years === 0 ? "New to teaching" : `${plural(years, "year")} of experience`;
}

/** The next starts of the shortest lesson, on different days. */
function Times({ hit: { instructor, offering, nextStarts } }: { hit: SearchHit }) {
  const { id, timezone } = instructor;
  const durationMinutes = Math.min(...offering.durationOptions);
  if (nextStarts.length === 0) {
    return (
      <p className="text-sm text-ink-soft sm:col-start-2 xl:col-start-3">
        No free time in the next weeks
      </p>
    );
  }
  return (
    <div className="border-t border-line pt-3 sm:col-start-2 xl:col-start-3 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-5">
      <h3 className="text-sm text-ink-soft">
        Next free times
        <span className="sr-only">, {zoneLabel(timezone)}</span>
      </h3>
      <ul className="mt-2 grid gap-2 sm:grid-cols-3 xl:grid-cols-1">
        {nextStarts.map((startAt) => (
          <li key={startAt}>
            <Link
              to={toBookPath(id, {
                offeringId: offering.id,
                durationMinutes,
                date: localDateOf(startAt, timezone),
                startAt,
              })}
              className="relative flex min-h-11 items-center justify-between gap-2 rounded-xl border border-line-strong bg-surface px-3 text-sm font-medium text-primary-ink tabular-nums hover:bg-tint-strong"
            >
              <time dateTime={toRfc3339(startAt)} className="contents">
                <span>{formatDate(localDateOf(startAt, timezone))}</span>{" "}
                <span>{formatTime(startAt, timezone)}</span>
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Services({ hit: { instructor, offering } }: { hit: SearchHit }) {
  const others = instructor.offerings.filter(({ id }) => id !== offering.id);
  const shown = [offering, ...others].slice(0, MAX_SERVICES);
  const rest = others.length + 1 - shown.length;
  return (
    <ul className="mt-3 flex flex-wrap gap-1.5" aria-label="Teaches">
      {shown.map(({ id, service }) => (
        <li key={id}>
          <Badge>{service.name}</Badge>
        </li>
      ))}
      {rest > 0 ? <li className="text-sm text-ink-soft">and {rest} more</li> : null}
    </ul>
  );
}

function Areas({ areas }: { areas: SearchHit["instructor"]["areas"] }) {
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

/** Why this is a result, in the words of the search. */
function Reasons({ why }: { why: string[] }) {
  return (
    <ul aria-label="Why it fits" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {why.map((reason) => (
        <li key={reason} className="flex items-center gap-1.5">
          <Icon name="check" className="size-4 text-success" />
          {reason}
        </li>
      ))}
    </ul>
  );
}
