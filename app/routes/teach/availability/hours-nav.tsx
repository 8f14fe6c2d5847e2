import { addDays } from "../../../../worker/domain/local-time.ts";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import { WeekNav } from "../../../components/week-nav.tsx";

const PATH = "/teach/availability";

/** Two ways to show the same hours. */
export type HoursView = "grid" | "list";

interface HoursNavProps {
  /** The first day of the week that is shown; null for the weekly hours. */
  start: string | null;
  today: string;
  view: HoursView;
}

/** Ways to the weekly hours, to other weeks, and to the other view. */
export function HoursNav({ start, today, view }: HoursNavProps) {
  return (
    <>
      <div className="my-6 grid gap-4">
        <LinkTabs
          label="Hours"
          tabs={[
            { to: addressOf(null, view), label: "Weekly hours", isCurrent: start === null },
            {
              to: addressOf(start ?? today, view),
              label: "Single weeks",
              isCurrent: start !== null,
            },
          ]}
        />
        {start === null ? null : (
          <WeekNav
            from={start}
            days={7}
            previous={addressOf(addDays(start, -7), view)}
            next={addressOf(addDays(start, 7), view)}
          />
        )}
        <LinkTabs
          label="View"
          tabs={(["grid", "list"] as const).map((one) => ({
            to: addressOf(start, one),
            label: one === "grid" ? "Grid" : "List",
            isCurrent: one === view,
          }))}
        />
      </div>
      {view === "grid" ? (
        <noscript>
          <p className="mb-4">
            The grid needs scripts. <TextLink to={addressOf(start, "list")}>Use the list</TextLink>{" "}
            instead: it shows the same hours.
          </p>
        </noscript>
      ) : null}
    </>
  );
}

/** The address of a week (or the weekly hours) in one of its two views. */
export function addressOf(start: string | null, view: HoursView): string {
  const params = new URLSearchParams();
  if (start !== null) params.set("week", start);
  if (view === "list") params.set("view", view);
  const search = params.toString();
  return search ? `${PATH}?${search}` : PATH;
}
