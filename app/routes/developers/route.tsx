import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { CodeBlock } from "./code-block.tsx";
import { toSamples } from "./guide.ts";
import { type ApiDocument, listSections } from "./reference.ts";
import { SectionNav } from "./section-nav.tsx";

const NOBODY = "INSTRUCTOR_ID";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Developers",
    description: "Read free times, search and lessons from your own programs: guide and reference.",
    canonical: "/developers",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ request, context: { services, apiDocument } }) => {
  const { items } = await services.instructors.list({ service: null, page: 1, perPage: 1 });
  return {
    sections: listSections(apiDocument as ApiDocument),
    samples: toSamples(new URL(request.url).origin, items[0]?.id ?? NOBODY),
  };
});

export default function Developers() {
  const { sections, samples } = useLoaderData<typeof loader>();
  return (
    <Page width="reading">
      <PageTitle>Developers</PageTitle>
      <div className="mt-4">
        <SectionNav sections={sections} current={null} />
      </div>
      <div className="mt-6 grid grid-cols-1 gap-4 [&_h2]:mt-4 [&_h2]:text-xl [&_h2]:font-semibold [&_li]:mb-1 [&_ul]:list-disc [&_ul]:pl-5">
        <p>
          JSON over HTTPS, described in full by{" "}
          <a className="text-primary-ink underline" href="/api/openapi.json">
            OpenAPI 3.1
          </a>
          . What everybody may see needs no key and can be read from any site.
        </p>
        <h2>Free times</h2>
        <CodeBlock label="Free times with curl" text={samples.curl} />
        <CodeBlock label="Free times with TypeScript" text={samples.typescript} />
        <p>
          The project’s <code>docs/api/client.ts</code> knows the types of every answer. It needs{" "}
          <code>npm install openapi-fetch</code>:
        </p>
        <CodeBlock label="Free times with the client" text={samples.client} />
        <Freshness conditional={samples.conditional} />
        <h2>Clocks</h2>
        <p>
          <code>start_at</code> and <code>end_at</code> are instants in UTC. <code>date</code>,{" "}
          <code>start_time</code> and <code>end_time</code> are on the instructor’s clock, whose
          zone is <code>timezone</code>. Money is whole US cents.
        </p>
        <h2>Refusals</h2>
        <p>
          Every refusal is <code>application/problem+json</code>. Decide by <code>code</code>, which
          is one of a closed list; <code>errors</code> names the fields of a 422. Tell us{" "}
          <code>request_id</code> if something is wrong.
        </p>
        <CodeBlock label="A refusal" text={samples.problem} />
        <Access apiKey={samples.key} />
        <Embedding widget={samples.widget} />
        <h2>Webhooks</h2>
        <p>
          Instructors register HTTPS addresses that are told of their lessons. A request carries{" "}
          <code>webhook-id</code>, the same for every attempt, and <code>webhook-signature</code>:{" "}
          <code>t=…,v1=…</code>, HMAC-SHA-256 over the time, a dot and the body. After a new secret
          was made, there are two <code>v1</code> for a day. Answer with 2xx within seconds;
          anything else is tried eight times, later each time, and can be replayed.
        </p>
        <CodeBlock label="Checking a webhook" text={samples.webhook} />
      </div>
    </Page>
  );
}

function Freshness({ conditional }: { conditional: string }) {
  return (
    <>
      <h2>Freshness</h2>
      <p>
        Free times may be kept for <code>max-age</code>, 30 seconds at most and never past{" "}
        <code>valid_until</code>, at which the answer changes by itself. <code>version</code> is
        raised by every change. Elsewhere in the world a change may take up to a minute to be seen;
        booking always asks the database. Ask again with <code>If-None-Match</code>: a 304 has no
        body and costs no row of the database.
      </p>
      <CodeBlock label="Asking again" text={conditional} />
    </>
  );
}

function Access({ apiKey }: { apiKey: string }) {
  return (
    <>
      <h2>Keys and limits</h2>
      <p>
        100 public reads a minute for each client, 600 for each API key. <code>RateLimit</code>{" "}
        tells what is left; a 429 says in <code>Retry-After</code> how long to wait. Keys are made
        in your account, named, limited to scopes, and end by themselves: <code>public:read</code>{" "}
        for the higher limit, <code>bookings:read</code> for your own lessons. Programs cannot book
        with a key; link to a start instead.
      </p>
      <CodeBlock label="Reading lessons with a key" text={apiKey} />
    </>
  );
}

function Embedding({ widget }: { widget: string }) {
  return (
    <>
      <h2>On your own site</h2>
      <p>
        The widget shows an instructor’s next free times on any page, in light and dark, and leads
        to booking.{" "}
        <a className="text-primary-ink underline" href="/developers/widget">
          See it at work
        </a>
        .
      </p>
      <CodeBlock label="The widget" text={widget} />
      <h2>Calendars and assistants</h2>
      <ul>
        <li>
          Lessons as a calendar: make a secret address in your account, or with{" "}
          <code>POST /api/calendar/feed</code>. Programs ask again every five minutes at most.
        </li>
        <li>
          Free and busy times: the same makes <code>free_busy_url</code>, a <code>VFREEBUSY</code>{" "}
          of 180 days from today, in UTC. It tells when its owner has lessons and nothing else of
          them; cancelled ones are not busy. It is no way back to the lessons.
        </li>
        <li>
          Assistants begin with <code>/llms.txt</code>; services, search and instructors have twins
          in Markdown under <code>/md/</code>.
        </li>
      </ul>
    </>
  );
}
