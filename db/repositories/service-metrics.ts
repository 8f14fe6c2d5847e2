import { sql } from "drizzle-orm";
import type { BookingStatus } from "../../worker/domain/booking.ts";
import type { LocalDate } from "../../worker/domain/local-time.ts";
import type { Database } from "../client.ts";

export interface ServiceSearches {
  service: string;
  searches7d: number;
  searches30d: number;
  viewed30d: number;
  booked30d: number;
}

export interface ServiceLesson {
  service: string;
  status: BookingStatus;
  priceCents: number;
  durationMinutes: number;
  startAt: number;
  timezone: string;
}

export interface ServiceOffer {
  service: string;
  /** Active ones with an active offering. */
  instructors: number;
  /** What all of them together offer in a usual week. */
  weeklyMinutes: number;
}

export interface ServiceMetrics extends ServiceSearches {
  computedAt: number;
  lessons90d: number;
  completed90d: number;
  /** Lessons whose end is known: taught, cancelled or missed. */
  closed90d: number;
  priceQuartile1Cents: number | null;
  priceMedianCents: number | null;
  priceQuartile3Cents: number | null;
  usualMinutes: number | null;
  /** On the lesson's own clock. */
  peakHour: number | null;
  /** 1 is Monday. */
  peakWeekday: number | null;
  instructors: number;
  weeklyMinutes: number;
  demandScore: number;
  trend: number | null;
}

export type ServiceMetricsRepository = ReturnType<typeof createServiceMetricsRepository>;

export function createServiceMetricsRepository(db: Database) {
  return {
    async listSearches(dates: {
      from7: LocalDate;
      from30: LocalDate;
      to: LocalDate;
    }): Promise<ServiceSearches[]> {
      return await db.all<ServiceSearches>(sql`SELECT value AS service,
          sum(CASE WHEN date >= ${dates.from7} THEN searches ELSE 0 END) AS searches7d,
          sum(searches) AS searches30d, sum(viewed) AS viewed30d, sum(booked) AS booked30d
        FROM daily_searches
        WHERE dimension = 'service' AND date >= ${dates.from30} AND date <= ${dates.to}
        GROUP BY value`);
    },

    /** Lessons of some services that begin in a range of instants, by instructor and so by index. */
    async listLessons(
      services: readonly string[],
      { from, to }: { from: number; to: number },
    ): Promise<ServiceLesson[]> {
      return await db.all<ServiceLesson>(sql`SELECT o.service_slug AS service, b.status AS status,
          b.price_cents AS priceCents, b.duration_minutes AS durationMinutes,
          b.start_at AS startAt, b.timezone AS timezone
        FROM json_each(${JSON.stringify(services)}) AS s
          CROSS JOIN offerings AS o ON o.service_slug = s.value
          CROSS JOIN bookings AS b ON b.instructor_id = o.instructor_id AND b.start_at >= ${from}
            AND b.start_at < ${to} AND b.offering_id = o.id`);
    },

    async listOffers(services: readonly string[]): Promise<ServiceOffer[]> {
      return await db.all<ServiceOffer>(sql`SELECT o.service_slug AS service,
          count(*) AS instructors,
          coalesce(sum((SELECT sum(h.end_minute - h.start_minute) FROM availability_hours AS h
            WHERE h.instructor_id = o.instructor_id AND h.date IS NULL)), 0) AS weeklyMinutes
        FROM json_each(${JSON.stringify(services)}) AS s
          CROSS JOIN offerings AS o ON o.service_slug = s.value AND o.is_active = 1
          JOIN users AS u ON u.id = o.instructor_id AND u.status = 'active'
        GROUP BY o.service_slug`);
    },

    /** Writes what was worked out for some services, in one statement. */
    async save(metrics: readonly ServiceMetrics[]): Promise<void> {
      const field = (name: keyof ServiceMetrics) => sql`json_extract(value, ${`$.${name}`})`;
      await db.batch([
        sql`INSERT OR REPLACE INTO service_metrics (service_slug, computed_at, searches_7d,
            searches_30d, viewed_30d, booked_30d, lessons_90d, completed_90d, closed_90d,
            price_quartile1_cents, price_median_cents, price_quartile3_cents, usual_minutes,
            peak_hour, peak_weekday, instructors, weekly_minutes, demand_score, trend)
          SELECT ${field("service")}, ${field("computedAt")}, ${field("searches7d")},
            ${field("searches30d")}, ${field("viewed30d")}, ${field("booked30d")},
            ${field("lessons90d")}, ${field("completed90d")}, ${field("closed90d")},
            ${field("priceQuartile1Cents")}, ${field("priceMedianCents")},
            ${field("priceQuartile3Cents")}, ${field("usualMinutes")}, ${field("peakHour")},
            ${field("peakWeekday")}, ${field("instructors")}, ${field("weeklyMinutes")},
            ${field("demandScore")}, ${field("trend")}
          FROM json_each(${JSON.stringify(metrics)})`,
      ]);
    },

    /** The services in most demand first. */
    async list(): Promise<ServiceMetrics[]> {
      return await db.all<ServiceMetrics>(sql`SELECT service_slug AS service,
          computed_at AS computedAt, searches_7d AS searches7d, searches_30d AS searches30d,
          viewed_30d AS viewed30d, booked_30d AS booked30d, lessons_90d AS lessons90d,
          completed_90d AS completed90d, closed_90d AS closed90d,
          price_quartile1_cents AS priceQuartile1Cents, price_median_cents AS priceMedianCents,
          price_quartile3_cents AS priceQuartile3Cents, usual_minutes AS usualMinutes,
          peak_hour AS peakHour, peak_weekday AS peakWeekday, instructors,
          weekly_minutes AS weeklyMinutes, demand_score AS demandScore, trend
        FROM service_metrics ORDER BY demand_score DESC, service_slug`);
    },
  };
}
