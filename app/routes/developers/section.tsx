import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { Operation } from "./operation.tsx";
import { type ApiDocument, listOperations, listSections } from "./reference.ts";
import { SectionNav } from "./section-nav.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta({
    title: data ? `API: ${data.current.name}` : "Nothing here",
    description: "Every operation of the API with what it takes, answers and refuses.",
    canonical: data ? `/developers/reference/${data.current.slug}` : null,
    origin: originOf(matches),
  });

export const loader = page("public", async ({ params, context }) => {
  const document = context.apiDocument as ApiDocument;
  const sections = listSections(document);
  const current = sections.find(({ slug }) => slug === params.section);
  if (!current) throw new Response(null, { status: 404 });
  return { sections, current, operations: listOperations(document, current.name) };
});

export default function Section() {
  const { sections, current, operations } = useLoaderData<typeof loader>();
  return (
    <Page width="reading">
      <PageTitle>{`API: ${current.name}`}</PageTitle>
      <div className="mt-4">
        <SectionNav sections={sections} current={current.slug} />
      </div>
      <div className="mt-6 grid grid-cols-1 gap-6">
        {operations.map((operation) => (
          <Operation key={operation.id} operation={operation} />
        ))}
      </div>
    </Page>
  );
}
