import { redirect } from "@remix-run/cloudflare";
import { page } from "../../../page-guard.ts";

/** A lesson has one page for both of its people. */
export const loader = page("view_incoming_bookings", async ({ params }) =>
  redirect(`/lessons/${encodeURIComponent(params.id ?? "")}`),
);
