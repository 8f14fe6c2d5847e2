import type { AuditEntry } from "../../../../worker/domain/people.ts";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";
import { auditWords } from "./audit-words.ts";

/** What was done to the account, newest first. */
export function AuditTrail({ entries, zone }: { entries: AuditEntry[]; zone: string }) {
  return (
    <Card as="section" labelledBy="audit-title">
      <h2 id="audit-title" className="text-xl font-semibold">
        What was done
      </h2>
      {entries.length > 0 ? (
        <ol className="mt-3 grid gap-3">
          {entries.map((entry) => (
            <li key={entry.id} className="border-t border-line pt-3">
              <p className="font-medium wrap-anywhere">{auditWords(entry)}</p>
              <p className="text-sm text-ink-soft">
                <DateTime at={entry.createdAt} zone={zone} show="date" />,{" "}
                <DateTime at={entry.createdAt} zone={zone} show="time" />, by {byWhom(entry)}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt-2 text-ink-soft">Nothing so far.</p>
      )}
    </Card>
  );
}

function byWhom({ actor }: AuditEntry): string {
  return actor ? `${actor.firstName} ${actor.lastName}`.trim() : "the system";
}
