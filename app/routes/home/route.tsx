import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import {
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { originOf, pageMeta } from "../../page-meta.ts";
import { handled } from "../../respond.ts";
import { CategoryPicker } from "./category-picker.tsx";
import { Hero } from "./hero.tsx";
import { HowItWorks } from "./how-it-works.tsx";
import { NextLessons } from "./next-lessons.tsx";

const TOP_SERVICES = 7;
const NEXT_LESSONS = 2;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "iNSTAiNSTRU",
    description:
      "Find an instructor in New York City for music, tutoring, sports, languages, arts and more, see real free times and book a lesson.",
    canonical: "/",
    origin: originOf(matches),
  });

export const loader = handled(async ({ context: { services, actor } }: LoaderFunctionArgs) => {
  const upcoming = { when: "upcoming", as: "student", page: 1, perPage: NEXT_LESSONS } as const;
  const [categories, lessons] = await Promise.all([
    services.catalog.topPerCategory(TOP_SERVICES),
    actor ? services.bookings.list(actor, upcoming) : null,
  ]);
  return {
    viewer: actor && { firstName: actor.firstName, timezone: actor.timezone },
    lessons: lessons?.items ?? [],
    categories: categories.map(({ category, services }) => ({
      ...category,
      services: services
        .filter(({ instructorCount }) => instructorCount > 0)
        .map(({ slug, name }) => ({ slug, name })),
    })),
  };
});

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
  const { viewer, lessons, categories } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const chosen = categories.find(({ slug }) => slug === params.get("category")) ?? categories[0];
  return (
    <>
      <Hero firstName={viewer?.firstName ?? null} />
      <div className="mx-auto max-w-6xl px-4">
        {viewer && lessons.length > 0 ? (
          <NextLessons lessons={lessons} zone={viewer.timezone} />
        ) : null}
        {chosen ? <CategoryPicker categories={categories} chosen={chosen} /> : null}
        <HowItWorks />
      </div>
    </>
  );
}
