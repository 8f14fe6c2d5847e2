import type { MetaFunction } from "@remix-run/cloudflare";
import { CancellationTable } from "../components/cancellation-table.tsx";
import { Prose } from "../components/prose.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Terms",
    description: "What you agree to when you book a lesson: price, cancelling, and who does what.",
    canonical: "/terms",
    origin: originOf(matches),
  });

export const loader = page("public", async () => null);

export default function Terms() {
  return (
    <Prose title="Terms">
      <p>
        InstaInstru brings students and instructors together. A lesson is an agreement between the
        two of them.
      </p>
      <h2>Booking</h2>
      <p>
        A booking is confirmed at once and holds its time for you. The price is the instructor’s
        rate for the length of the lesson, in US dollars; no fee is added to it.
      </p>
      <h2>Cancelling</h2>
      <p>
        A student who cancels pays by the time that is left. An instructor who cancels owes nothing,
        and you pay nothing.
      </p>
      <CancellationTable />
      <h2>Accounts</h2>
      <p>
        Give your real name, keep your password to yourself, and book only lessons you mean to take.
        Accounts that are used to harm others are suspended.
      </p>
    </Prose>
  );
}
