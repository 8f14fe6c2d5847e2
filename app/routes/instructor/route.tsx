import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { Icon } from "../../components/icon.tsx";
import { JsonLd } from "../../components/json-ld.tsx";
import { DAYS_SHOWN, loadFreeWeek, neighbouringWeeks } from "../../free-week.ts";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { About, Areas } from "./about.tsx";
import { BookBar, BookCard } from "./book-card.tsx";
import { chooseLesson } from "./choice.ts";
import { toPersonFacts } from "./facts.ts";
import { FreeTimes } from "./free-times.tsx";
import { ProfileHeader } from "./header.tsx";
import { Lessons } from "./lessons.tsx";
import { Policies } from "./policies.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { instructor } = data;
  const services = instructor.offerings.map(({ service }) => service.name).join(", ");
  return pageMeta({
    title: `${instructor.displayName}: ${services}`,
    description: `${instructor.bio.slice(0, 140)} Prices and free times of ${instructor.displayName}.`,
    canonical: `/instructors/${instructor.id}`,
    markdown: `/md/instructors/${instructor.id}`,
    origin: originOf(matches),
  });
};

export const loader = page("public", async ({ params, request, context }) => {
  const { services, now } = context;
  const id = params.id ?? "";
  const url = new URL(request.url);
  await services.availability.lookUp(id);
  const [instructor, week] = await Promise.all([
    services.instructors.getPublic(id),
    loadFreeWeek(services, id, url.searchParams.get("from")),
    services.availability.load(id),
  ]);
  const choice = chooseLesson(instructor.offerings, url.searchParams);
  const next = choice && (await services.availability.findNext(id, choice.durationMinutes));
  return {
    instructor,
    week,
    choice,
    next,
    weeks: neighbouringWeeks(week, now),
    address: `${url.origin}/instructors/${id}`,
  };
});

export default function InstructorPage() {
  const { instructor, week, choice, next, weeks, address } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 pb-20 lg:pb-0">
      <JsonLd facts={toPersonFacts(instructor, address)} />
      {choice?.back ? (
        <Link
          to={choice.back}
          className="mb-4 inline-flex min-h-11 items-center gap-1 font-medium text-primary-ink underline"
        >
          <Icon name="left" className="size-4" /> Back to your search
        </Link>
      ) : null}
      <ProfileHeader instructor={instructor} />
      <div className="mt-8 grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-10">
          <About instructor={instructor} />
          {choice ? (
            <FreeTimes
              instructor={instructor}
              choice={choice}
              week={week}
              days={DAYS_SHOWN}
              next={next}
              weeks={weeks}
            />
          ) : (
            <p>{instructor.displayName} offers no lessons at the moment.</p>
          )}
          {choice ? <Lessons instructor={instructor} choice={choice} from={week.from} /> : null}
          <Areas areas={instructor.areas} />
          <Policies instructor={instructor} />
        </div>
        {choice ? <BookCard instructor={instructor} choice={choice} next={next} /> : null}
      </div>
      {choice ? <BookBar instructor={instructor} choice={choice} /> : null}
    </div>
  );
}
