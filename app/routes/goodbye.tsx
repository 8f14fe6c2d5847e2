import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { plural } from "../../worker/domain/format.ts";
import { ButtonLink } from "../components/button.tsx";
import { Page, PageTitle } from "../components/page.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Goodbye",
    description: "Your account has ended.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("guest", async ({ request }) => {
  const params = new URL(request.url).searchParams;
  const cancelled = Math.trunc(Number(params.get("cancelled")));
  return {
    isAnonymous: params.get("mode") === "anonymize",
    cancelled: cancelled > 0 && cancelled < 10_000 ? cancelled : 0,
  };
});

export default function Goodbye() {
  const { isAnonymous, cancelled } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageTitle>Goodbye</PageTitle>
      <div className="mt-4 grid gap-4">
        <p>
          {isAnonymous
            ? "Your account is anonymous now: nothing in it leads to you any more."
            : "Your account is deleted, and you are signed out everywhere."}
        </p>
        {cancelled > 0 ? (
          <p>
            {plural(cancelled, "lesson")} ahead {cancelled === 1 ? "was" : "were"} cancelled, and
            the other side was told.
          </p>
        ) : null}
        <p className="text-ink-soft">You are welcome to come back with a new account.</p>
        <p>
          <ButtonLink to="/">Go to the start page</ButtonLink>
        </p>
      </div>
    </Page>
  );
}
