import { type AppLoadContext, data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import {
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { KeepOffline } from "../../components/keep-offline.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { isDomainError } from "../../respond.ts";
import { BookAgain } from "./book-again.tsx";
import { CategoryPicker } from "./category-picker.tsx";
import { Hero } from "./hero.tsx";
import { HowItWorks } from "./how-it-works.tsx";
import { NextLessons } from "./next-lessons.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { RecentSearches } from "./recent-searches.tsx";

const TOP_SERVICES = 7;
const RECENT_SEARCHES = 3;
const KNOWN_SEARCHES = 10;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "iNSTAiNSTRU",
    description:
      "Find an instructor in New York City for music, tutoring, sports, languages, arts and more, see real free times and book a lesson.",
    canonical: "/",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ context }) => {
  const { services, findActor, search, notices, newId, now } = context;
  const [actor, categories, lessons, searches, notice] = await Promise.all([
    findActor(),
    services.catalog.topPerCategory(TOP_SERVICES, "lately"),
    loadOwnLessons(context),
    search.listHistory(KNOWN_SEARCHES),
    notices.findCurrent(),
  ]);
  return {
    notice,
    now,
    viewer: actor && { firstName: actor.firstName, timezone: actor.timezone },
    lessons: lessons?.ahead ?? [],
    pastInstructors: lessons?.past ?? [],
    searches: searches.map(({ id, query }) => ({ id, query })),
    searchKey: newId(),
    categories: categories.map(({ category, services }) => ({
      ...category,
      services: services
        .filter(({ instructorCount }) => instructorCount > 0)
        .map(({ slug, name }) => ({ slug, name })),
    })),
  };
});

async function loadOwnLessons({ services, findActor }: AppLoadContext) {
  const actor = await findActor();
  return actor?.permissions.includes("view_own_bookings") ? services.ownLessons.load(actor) : null;
}

/** Hides the announcement, or deletes one of the visitor's own searches. Twice is as good as once. */
export const action = page("public", async ({ request, context }) => {
  const form = await request.formData();
  const headers = new Headers();
  const notice = form.get("dismiss_notice");
  if (typeof notice === "string") {
    const cookies = await context.notices.dismiss(notice);
    for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  } else await deleteSearch(context, String(form.get("delete_search") ?? ""));
  const isWholePage = request.headers.get("sec-fetch-mode") === "navigate";
  return isWholePage ? redirect("/", { headers }) : data(null, { headers });
});

async function deleteSearch({ search }: AppLoadContext, id: string): Promise<void> {
  try {
    await search.deleteHistory(id);
  } catch (error) {
    if (!isDomainError(error) || error.code !== "not_found") throw error;
  }
}

/** All categories are here already: choosing one needs nothing from the server. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const staysHere =
    currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return staysHere ? false : defaultShouldRevalidate;
}

export default function Home() {
  const { viewer, notice, now, lessons, pastInstructors, categories, searches, searchKey } =
    useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const chosen = categories.find(({ slug }) => slug === params.get("category")) ?? categories[0];
  return (
    <>
      {notice ? <NoticeBar key={notice.id} notice={notice} /> : null}
      <Hero
        firstName={viewer?.firstName ?? null}
        recent={searches.map(({ query }) => query)}
        searchKey={searchKey}
      />
      <div className="mx-auto max-w-6xl px-4">
        {viewer && lessons.length > 0 ? (
          <NextLessons lessons={lessons} zone={viewer.timezone} />
        ) : null}
        {viewer ? <KeepOffline lessons={lessons} zone={viewer.timezone} now={now} /> : null}
        {searches.length > 0 ? (
          <RecentSearches searches={searches.slice(0, RECENT_SEARCHES)} searchKey={searchKey} />
        ) : null}
        {viewer && pastInstructors.length > 0 ? (
          <BookAgain instructors={pastInstructors} zone={viewer.timezone} />
        ) : null}
        {chosen ? (
          <CategoryPicker categories={categories} chosen={chosen} searchKey={searchKey} />
        ) : null}
        <HowItWorks />
      </div>
    </>
  );
}
