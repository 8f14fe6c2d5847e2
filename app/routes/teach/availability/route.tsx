import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { Alert } from "../../../components/alert.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { TeachPage } from "../../../components/teach-page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { changeHours, type Sent } from "./change.ts";
import { DaysOff } from "./days-off.tsx";
import { Editor } from "./editor.tsx";
import { addressOf, HoursNav, type HoursView } from "./hours-nav.tsx";
import { type HoursData, loadHours, readWeek } from "./load.ts";
import { WeekTools } from "./tools.tsx";
import { useDraft } from "./use-draft.ts";

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
    title: "Availability",
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
    <TeachPage title="Availability" width="wide">
      <p className="mt-1 text-ink-soft">All times are {zoneLabel(data.timezone)}.</p>
      <DoneNotice messages={DONE} />
      <Hours key={data.start ?? "weekly"} data={data} sent={sent} />
    </TeachPage>
  );
}

function Hours({ data, sent }: { data: HoursData; sent: Sent | undefined }) {
  const view: HoursView = useSearchParams()[0].get("view") === "list" ? "list" : "grid";
  const draft = useDraft(data, sent);
  const { start } = data;
  const here = addressOf(start, view);
  const tools = { data, here, refusal: sent?.kind === "tool" ? sent : null };
  return (
    <>
      <HoursNav start={start} today={data.today} view={view} />
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
