import type { MetaFunction } from "@remix-run/cloudflare";
import { ButtonLink } from "../../components/button.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your account is closed",
    description: "You are signed out everywhere.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("guest", async () => null);

export default function ClosedPage() {
  return (
    <Page width="narrow">
      <PageTitle>Your account is closed</PageTitle>
      <p className="mt-4">You are signed out everywhere. Thank you for teaching.</p>
      <p className="mt-4">
        <ButtonLink to="/">Go to the start page</ButtonLink>
      </p>
    </Page>
  );
}
