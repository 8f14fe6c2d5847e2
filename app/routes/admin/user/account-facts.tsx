import type { ReactNode } from "react";
import { plural, zoneLabel } from "../../../../worker/domain/format.ts";
import type { LessonCounts, Person } from "../../../../worker/domain/people.ts";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";

/** What is known of the account, in pairs. */
export function AccountFacts({ person, zone }: { person: Person; zone: string }) {
  const { asStudent, asInstructor } = person.lessons;
  return (
    <Card as="section" labelledBy="facts-title">
      <h2 id="facts-title" className="text-xl font-semibold">
        Account
      </h2>
      <dl className="mt-3 grid gap-3 sm:grid-cols-2">
        <Pair label="E-mail address">
          {person.email}
          <span className="block text-sm text-ink-soft">
            {person.emailVerifiedAt === null ? "not confirmed" : "confirmed"}
          </span>
        </Pair>
        <Pair label="Time zone">{zoneLabel(person.timezone)}</Pair>
        <Pair label="Joined">
          <DateTime at={person.createdAt} zone={zone} show="date" />
        </Pair>
        <Pair label="Last seen">
          {person.lastSeenAt === null ? (
            "not signed in"
          ) : (
            <>
              <DateTime at={person.lastSeenAt} zone={zone} show="date" />,{" "}
              <DateTime at={person.lastSeenAt} zone={zone} show="time" />
            </>
          )}
        </Pair>
        <Pair label="Lessons as a student">{countsInWords(asStudent)}</Pair>
        <Pair label="Lessons as an instructor">{countsInWords(asInstructor)}</Pair>
        <Pair label="Profile to teach with">{person.hasInstructorProfile ? "yes" : "none"}</Pair>
      </dl>
    </Card>
  );
}

function countsInWords({ total, upcoming, completed, cancelled, noShow }: LessonCounts): string {
  const parts = [
    [upcoming, "upcoming"],
    [completed, "completed"],
    [cancelled, "cancelled"],
    [noShow, "missed"],
  ] as const;
  const told = parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []));
  if (total === 0) return "none";
  return told.length > 0
    ? `${plural(total, "lesson")}: ${told.join(", ")}`
    : plural(total, "lesson");
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
