import type {
  ServiceLesson,
  ServiceMetrics,
  ServiceMetricsRepository,
  ServiceOffer,
  ServiceSearches,
} from "../../db/repositories/service-metrics.ts";
import { type Actor, assertPermission } from "../domain/actor.ts";
import {
  ANALYTICS_ZONE,
  demandScores,
  mostCommon,
  quantile,
  type Tally,
  trend,
} from "../domain/analytics.ts";
import { addDays, localDateOf, localMinuteOf, weekdayOf } from "../domain/local-time.ts";

/** What the last night worked out, for those who see the system's numbers. */
export interface ServiceMetricsService {
  /** The services in most demand first. Needs `view_system_analytics`. */
  list(actor: Actor | null): Promise<ServiceMetrics[]>;
}

export function createServiceMetricsService({
  metrics,
}: {
  metrics: ServiceMetricsRepository;
}): ServiceMetricsService {
  return {
    async list(actor) {
      assertPermission(actor, "view_system_analytics");
      return await metrics.list();
    },
  };
}

const DAY_MS = 86_400_000;

/** Lessons of so many days tell what is usual for a service. */
const LESSON_DAYS = 90;

/** Services whose lessons are looked at together: what one answer of the database has to hold. */
export const SERVICES_AT_ONCE = 25;

/**
 * Works out the metrics of all services from `from` on, a chunk at a time; `onChunk` is told how many are
 * done and says whether to go on. Gives how many are done.
 */
export async function computeServiceMetrics(
  {
    metrics,
    services,
    now,
  }: {
    metrics: ServiceMetricsRepository;
    /** Slugs, in an order that stays the same. */
    services: readonly string[];
    now: number;
  },
  from: number,
  onChunk: (done: number) => Promise<boolean>,
): Promise<number> {
  const yesterday = addDays(localDateOf(now, ANALYTICS_ZONE), -1);
  const searches = await metrics.listSearches({
    from7: addDays(yesterday, -6),
    from30: addDays(yesterday, -29),
    to: yesterday,
  });
  const demand = toDemand(services, searches);
  let done = from;
  while (done < services.length) {
    const chunk = services.slice(done, done + SERVICES_AT_ONCE);
    const [lessons, offers] = [
      await metrics.listLessons(chunk, { from: now - LESSON_DAYS * DAY_MS, to: now }),
      await metrics.listOffers(chunk),
    ];
    const lessonsOf = Map.groupBy(lessons, ({ service }) => service);
    const offerOf = new Map(offers.map((offer) => [offer.service, offer]));
    await metrics.save(
      chunk.map((service) => ({
        ...describeLessons(lessonsOf.get(service) ?? []),
        ...describeOffer(offerOf.get(service)),
        ...(demand.get(service) as ReturnType<typeof describeDemand>),
        computedAt: now,
      })),
    );
    done += chunk.length;
    if (!(await onChunk(done))) break;
  }
  return done;
}

function toDemand(services: readonly string[], searches: readonly ServiceSearches[]) {
  const searchesOf = new Map(searches.map((one) => [one.service, one]));
  const counted = services.map(
    (service): ServiceSearches =>
      searchesOf.get(service) ?? {
        service,
        searches7d: 0,
        searches30d: 0,
        viewed30d: 0,
        booked30d: 0,
      },
  );
  const scores = demandScores(
    counted.map(({ searches30d, viewed30d, booked30d }) => ({
      searches: searches30d,
      viewed: viewed30d,
      booked: booked30d,
    })),
  );
  return new Map(
    counted.map((one, index) => [one.service, describeDemand(one, scores[index] ?? 0)]),
  );
}

function describeDemand(searches: ServiceSearches, demandScore: number) {
  return { ...searches, demandScore, trend: trend(searches.searches7d, searches.searches30d) };
}

function describeOffer(offer: ServiceOffer | undefined) {
  return { instructors: offer?.instructors ?? 0, weeklyMinutes: offer?.weeklyMinutes ?? 0 };
}

/** What the lessons of a service have in common; null where there were none to tell it. */
function describeLessons(
  lessons: readonly ServiceLesson[],
): Omit<
  ServiceMetrics,
  keyof ServiceSearches | keyof ServiceOffer | "computedAt" | "demandScore" | "trend"
> {
  const count = (status: ServiceLesson["status"]) =>
    lessons.filter((lesson) => lesson.status === status).length;
  const prices = tallyBy(lessons, ({ priceCents }) => priceCents);
  const cents = (share: number) => {
    const price = quantile(prices, share);
    return price === null ? null : Math.round(price);
  };
  const completed = count("completed");
  return {
    lessons90d: lessons.length,
    completed90d: completed,
    closed90d: completed + count("cancelled") + count("no_show"),
    priceQuartile1Cents: cents(0.25),
    priceMedianCents: cents(0.5),
    priceQuartile3Cents: cents(0.75),
    usualMinutes: mostCommon(tallyBy(lessons, ({ durationMinutes }) => durationMinutes)),
    peakHour: mostCommon(
      tallyBy(lessons, ({ startAt, timezone }) =>
        Math.floor(localMinuteOf(startAt, timezone) / 60),
      ),
    ),
    peakWeekday: mostCommon(
      tallyBy(lessons, ({ startAt, timezone }) => weekdayOf(localDateOf(startAt, timezone))),
    ),
  };
}

function tallyBy<T>(items: readonly T[], toValue: (item: T) => number): Tally[] {
  const groups = Map.groupBy(items, toValue);
  return [...groups].map(([value, same]) => ({ value, count: same.length }));
}
