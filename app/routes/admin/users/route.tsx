import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { plural, zoneLabel } from "../../../../worker/domain/format.ts";
import { AdminNav } from "../../../components/admin-nav.tsx";
import { ButtonLink } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { page as guard } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { Filters } from "./filters.tsx";
import { PersonCard } from "./person-card.tsx";
import { parseUsersQuery, toUsersPath } from "./query.ts";

const PER_PAGE = 20;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Users",
    description: "Everybody who has an account.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = guard("view_all_users", async ({ actor, request, context }) => {
  const query = parseUsersQuery(new URL(request.url).searchParams);
  const { text, ...rest } = query;
  const people = await context.services.people.list(actor, {
    ...rest,
    text: text || null,
    perPage: PER_PAGE,
  });
  return { people, query, zone: actor.timezone };
});

export default function UsersPage() {
  const { people, query, zone } = useLoaderData<typeof loader>();
  const isNarrowed = query.text !== "" || query.role !== null || query.status !== null;
  return (
    <Page>
      <AdminNav />
      <div className="mt-6">
        <PageTitle>Users</PageTitle>
      </div>
      <Filters query={query} />
      <p role="status" className="mt-6 text-ink-soft">
        {plural(people.total, "account")}
        {isNarrowed ? " found" : ""}. Newest first, dates in {zoneLabel(zone)}.
      </p>
      {people.items.length > 0 ? (
        <ul className="mt-3 grid gap-3">
          {people.items.map((person) => (
            <PersonCard key={person.id} person={person} zone={zone} />
          ))}
        </ul>
      ) : (
        <div className="mt-3">
          <EmptyState icon="person" title={isNarrowed ? "Nobody found" : "Nobody on this page"}>
            <ButtonLink look="outline" to="/admin/users">
              Show everybody
            </ButtonLink>
          </EmptyState>
        </div>
      )}
      <Pagination {...people} toPage={(page) => toUsersPath({ ...query, page })} />
    </Page>
  );
}
