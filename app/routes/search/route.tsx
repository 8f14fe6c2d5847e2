import { data, type MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "../../components/alert.tsx";
import { Page } from "../../components/page.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { page as guard } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { Filters } from "./filters.tsx";
import { loadSearch, type SearchPageData } from "./load.ts";
import { NoQuery } from "./no-results.tsx";
import { Results } from "./results.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const name = data?.boxText;
  const title = data?.query ? `“${name}”` : `${name} lessons in New York`;
  return pageMeta({
    title: name ? title : "Find an instructor",
    description: name
      ? `Instructors for ${name} in New York City with prices and real free times.`
      : "Instructors in New York City with prices and real free times.",
    canonical: data?.canonical ?? null,
    origin: originOf(matches),
  });
};

export const loader = guard("public", async ({ request, context }) => {
  const { page, cookies } = await loadSearch(new URL(request.url), context);
  const headers = new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
  return data(page, { headers });
});

export default function SearchPage() {
  const page = useLoaderData<typeof loader>() as SearchPageData;
  const { result, problems } = page;
  const unknown = problems.find(({ path }) => path === "service" || path === "category");
  return (
    <Page>
      <div className="max-w-3xl">
        <SearchBox
          query={page.boxText}
          recent={page.recent}
          searchKey={page.nextKey}
          problem={problems.find(({ path }) => path === "q")?.message}
        />
      </div>
      {unknown ? (
        <div className="mt-4">
          <Alert kind="warning" title={unknown.message} />
        </div>
      ) : null}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-8">
        <Filters page={page} />
        <div className="min-w-0">
          {result ? (
            <>
              <h1 className="text-2xl font-bold tracking-tight text-balance break-words">
                {titleOf(page)}
              </h1>
              <div className="mt-3">
                <Results page={page} result={result} />
              </div>
            </>
          ) : (
            <NoQuery page={page} />
          )}
        </div>
      </div>
    </Page>
  );
}

function titleOf({ boxText, query }: SearchPageData): string {
  if (boxText === "") return "Instructors";
  return query === "" ? `${boxText} lessons` : `Results for “${boxText}”`;
}
