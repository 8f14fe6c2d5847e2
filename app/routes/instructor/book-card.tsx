import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { formatDuration, formatMoney } from "../../../worker/domain/format.ts";
import { priceCents } from "../../../worker/domain/pricing.ts";
import type { NextSlot } from "../../../worker/services/availability.ts";
import { toBookPath } from "../../book-path.ts";
import { ButtonLink } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { Money } from "../../components/money.tsx";
import { type Choice, lowestPriceCents } from "./choice.ts";

interface BookCardProps {
  instructor: PublicInstructor;
  choice: Choice;
  next: NextSlot | null;
}

/** Beside the profile on a wide screen: the chosen lesson, its price, and the way to book it. */
export function BookCard({ instructor, choice, next }: BookCardProps) {
  const { offering, durationMinutes } = choice;
  const lesson = { offeringId: offering.id, durationMinutes };
  return (
    <aside aria-label="Book a lesson" className="hidden lg:block">
      <Card className="sticky top-24">
        <p className="font-semibold">
          {offering.service.name},{" "}
          <span className="whitespace-nowrap">{formatDuration(durationMinutes)}</span>
        </p>
        <p className="mt-1 text-3xl font-bold">
          <Money cents={priceCents(offering.hourlyRateCents, durationMinutes)} />
        </p>
        {next ? (
          <p className="mt-3 text-ink-soft">
            Next free: <DateTime at={next.startAt} zone={next.timezone} show="moment" />
          </p>
        ) : (
          <p className="mt-3 text-ink-soft">No free time in the next three months.</p>
        )}
        {next ? (
          <>
            <ButtonLink look="main" className="mt-5 w-full" to={toBookPath(instructor.id, lesson)}>
              Book this lesson
            </ButtonLink>
            <ButtonLink
              look="quiet"
              className="mt-2 w-full"
              to={toBookPath(instructor.id, { ...lesson, startAt: next.startAt })}
            >
              Take the next free time
            </ButtonLink>
          </>
        ) : null}
      </Card>
    </aside>
  );
}

/** At the bottom of a phone's screen, always in reach. */
export function BookBar({ instructor, choice }: Omit<BookCardProps, "next">) {
  const lesson = { offeringId: choice.offering.id, step: "lesson" as const };
  return (
    <div className="print:hidden fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden">
      <ButtonLink look="main" className="w-full" to={toBookPath(instructor.id, lesson)}>
        Book from {formatMoney(lowestPriceCents(instructor.offerings, choice))}
      </ButtonLink>
    </div>
  );
}
