import type { MetaFunction } from "@remix-run/cloudflare";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { Choices } from "./choices.tsx";
import { Controls } from "./controls.tsx";
import { Facts } from "./facts.tsx";
import { Lessons } from "./lessons.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Components",
    description: "Every component of the pages in every state.",
    canonical: null,
    origin: originOf(matches),
  });

/** On a developer's own machine only. */
export const loader = page("public", async ({ context: { tier } }) => {
  if (tier !== "int") throw new Response(null, { status: 404 });
  return null;
});

export default function ComponentsPage() {
  return (
    <Page width="reading">
      <PageTitle>Components</PageTitle>
      <p className="mt-2 mb-8 text-ink-soft">
        What the pages are built of, in every state, with examples that are nobody’s. Light and dark
        follow the system.
      </p>
      <div className="grid gap-10">
        <Controls />
        <Facts />
        <Lessons />
        <Choices />
      </div>
    </Page>
  );
}
