import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "../../../../worker/domain/actor.ts";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { canChangeStatus, neededForOverride } from "../../../../worker/domain/people.ts";
import { PERMISSIONS } from "../../../../worker/domain/permission.ts";
import type { Services } from "../../../../worker/services/index.ts";
import { AccountStatusBadge } from "../../../components/account-status-badge.tsx";
import { AdminNav } from "../../../components/admin-nav.tsx";
import { DoneNotice } from "../../../components/done-notice.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { toFormError } from "../../../respond.ts";
import { AccountFacts } from "./account-facts.tsx";
import { AuditTrail } from "./audit-trail.tsx";
import { type Change, DONE_MESSAGES, doneKey, parseChange } from "./change.ts";
import { Permissions } from "./permissions.tsx";
import { RolesForm } from "./roles-form.tsx";
import { StatusForm } from "./status-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded
    ? pageMeta({
        title: `${loaded.person.firstName} ${loaded.person.lastName}`,
        description: "One account.",
        canonical: null,
        origin: originOf(matches),
      })
    : [];

export const loader = page("view_all_users", async ({ actor, params, context }) => {
  const person = await context.services.people.get(actor, params.id ?? "");
  const holds = (permission: Actor["permissions"][number]) =>
    actor.permissions.includes(permission);
  return {
    person,
    isOwn: actor.id === person.id,
    zone: actor.timezone,
    // The same rules by which the use-cases refuse.
    canChangeStatus: canChangeStatus(actor, person.id),
    canChangeRoles: holds("manage_roles"),
    changeable: PERMISSIONS.filter((permission) => neededForOverride(permission).every(holds)),
  };
});

export const action = page(
  ["manage_users", "manage_roles", "manage_permissions"],
  async ({ actor, params, request, context }) => {
    const { change, error } = parseChange(await request.formData());
    if (error) return data({ error, isDeactivation: false }, error.status);
    if (!change) throw new Response(null, { status: 400 });
    const id = params.id ?? "";
    try {
      await makeChange(context.services.people, actor, id, change);
    } catch (thrown) {
      const refusal = toFormError(thrown);
      const isDeactivation = change.kind === "status" && change.status === "deactivated";
      return data({ error: refusal, isDeactivation }, refusal.status);
    }
    return redirect(`/admin/users/${id}?done=${doneKey(change)}`);
  },
);

async function makeChange(people: Services["people"], actor: Actor, id: string, change: Change) {
  if (change.kind === "status") return await people.setStatus(actor, id, change.status);
  if (change.kind === "roles") return await people.setRoles(actor, id, change.roles);
  return await people.setOverride(actor, id, change.permission, change.granted);
}

export default function UserPage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { person, isOwn, zone, changeable } = loaded;
  return (
    <Page>
      <AdminNav />
      <p className="mt-6">
        <Link
          to="/admin/users"
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          All users
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-3 wrap-anywhere">
        <PageTitle>
          {person.firstName} {person.lastName}
        </PageTitle>
        <AccountStatusBadge status={person.status} />
      </div>
      <p className="mt-1 text-ink-soft">Times in {zoneLabel(zone)}.</p>
      <DoneNotice messages={DONE_MESSAGES} />
      <div className="mt-6 empty:hidden">
        <ErrorSummary error={sent?.error} />
      </div>
      <div className="mt-6 grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <AccountFacts person={person} zone={zone} />
          <Permissions person={person} changeable={changeable} error={sent?.error} />
        </div>
        <div className="grid gap-4">
          {loaded.canChangeStatus ? (
            <StatusForm status={person.status} isAsking={sent?.isDeactivation ?? false} />
          ) : null}
          {loaded.canChangeRoles ? <RolesForm roles={person.roles} isOwn={isOwn} /> : null}
          <AuditTrail entries={person.audit} zone={zone} />
        </div>
      </div>
    </Page>
  );
}
