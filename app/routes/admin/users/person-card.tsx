import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { wordLabel } from "../../../../worker/domain/format.ts";
import type { PersonSummary } from "../../../../worker/domain/people.ts";
import { AccountStatusBadge } from "../../../components/account-status-badge.tsx";
import { DateTime } from "../../../components/date-time.tsx";

/** One account: a card on phones, a row where there is room. */
export function PersonCard({ person, zone }: { person: PersonSummary; zone: string }) {
  const { id, email, firstName, lastName, roles, status, createdAt, lastSeenAt } = person;
  return (
    <li className="grid gap-x-4 gap-y-2 rounded-2xl border border-line bg-surface p-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1.2fr)_8rem_minmax(0,2fr)] md:items-center">
      <div className="min-w-0">
        <h2>
          <Link
            to={`/admin/users/${id}`}
            className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline wrap-anywhere md:min-h-0"
          >
            {firstName} {lastName}
          </Link>
        </h2>
        <p className="text-sm wrap-anywhere text-ink-soft">{email}</p>
      </div>
      <p>{roles.length > 0 ? roles.map(wordLabel).join(", ") : "No role"}</p>
      <p>
        <AccountStatusBadge status={status} />
      </p>
      <dl className="grid gap-1 text-sm">
        <Moment label="Joined">
          <DateTime at={createdAt} zone={zone} show="date" />
        </Moment>
        <Moment label="Last seen">
          {lastSeenAt === null ? (
            "not signed in"
          ) : (
            <DateTime at={lastSeenAt} zone={zone} show="date" />
          )}
        </Moment>
      </dl>
    </li>
  );
}

function Moment({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
