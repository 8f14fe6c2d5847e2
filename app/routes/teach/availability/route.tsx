import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { addDays } from "../../../../worker/domain/local-time.ts";
import { Alert } from "../../../components/alert.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { TeachNav } from "../../../components/teach-nav.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import { WeekNav } from "../../../components/week-nav.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { changeHours, type Sent } from "./change.ts";
import { DaysOff } from "./days-off.tsx";
import { Editor } from "./editor.tsx";
import { type HoursData, loadHours, readWeek } from "./load.ts";
import { WeekTools } from "./tools.tsx";
import { useDraft } from "./use-draft.ts";

const PATH = "/teach/availability";

const DONE = {
  saved: "Saved. Students see these hours now.",
  copy_week: "The week before is copied here.",
  apply_week: "The week is applied.",
  clear: "These days have their usual hours again.",
  add_days_off: "The days off are noted.",
  remove_days_off: "The day off is taken back.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your hours",
    description: "When you teach: every week, in single weeks, and your days off.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("manage_availability", async ({ request, actor, context }) => {
  const start = readWeek(request.url, context.now, actor.timezone);
  return await loadHours(context.services, actor, start);
});

export const action = page("manage_availability", async ({ request, actor, context }) => {
  const start = readWeek(request.url, context.now, actor.timezone);
  const url = new URL(request.url);
  return await changeHours({ form: await request.formData(), actor, context, start, url });
});

export default function AvailabilityPage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const data = sent?.kind === "conflict" ? sent.now : loaded;
  return (
    <Page>
      <PageTitle>Your hours</PageTitle>
      <div className="mt-4">
        <TeachNav />
      </div>
      <p className="mt-4 text-ink-soft">All times are {zoneLabel(data.timezone)}.</p>
      <DoneNotice messages={DONE} />
      <Hours key={data.start ?? "weekly"} data={data} sent={sent} />
    </Page>
  );
}

function Hours({ data, sent }: { data: HoursData; sent: Sent | undefined }) {
  const view = useSearchParams()[0].get("view") === "list" ? "list" : "grid";
  const draft = useDraft(data, sent);
  const { start, today } = data;
  const here = addressOf(start, view);
  const tools = { data, here, refusal: sent?.kind === "tool" ? sent : null };
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
      <Editor {...{ data, view, here, sent, draft }} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
        {draft.isDirty ? (
          <Alert kind="info" title="Save or discard your changes to use the rest of this page.">
            Days off and whole weeks are changed at once, without what you have not saved.
          </Alert>
        ) : (
          <>
            <WeekTools {...tools} />
            <DaysOff {...tools} />
          </>
        )}
      </div>
    </>
  );
}

/** The address of a week (or the weekly hours) in one of its two views. */
function addressOf(start: string | null, view: "grid" | "list"): string {
  const params = new URLSearchParams();
  if (start !== null) params.set("week", start);
  if (view === "list") params.set("view", view);
  const search = params.toString();
  return search ? `${PATH}?${search}` : PATH;
}
