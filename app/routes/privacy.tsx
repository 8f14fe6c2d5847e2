import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { Prose } from "../components/prose.tsx";
import { page } from "../page-guard.ts";
import { originOf, pageMeta } from "../page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Privacy",
    description: "What InstaInstru stores about you, who sees it, and what is not done with it.",
    canonical: "/privacy",
    origin: originOf(matches),
  });

export const loader = page("public", async ({ context: { consent, findActor } }) => {
  const actor = await findActor();
  return {
    isDeclined: actor?.isMeasuringDeclined || consent.isDeclined,
    isSignedIn: actor !== null,
  };
});

/** Whoever is signed in chooses for their account, and so for all their browsers. */
export const action = page("public", async ({ request, context }) => {
  const { services, consent } = context;
  const actor = await context.findActor();
  const isDeclined = (await request.formData()).get("measuring") === "declined";
  if (actor) await services.privacy.setChoices(actor, { isMeasuringDeclined: isDeclined });
  const headers = { "Set-Cookie": consent.serialize(isDeclined) };
  return redirect("/privacy#measuring", { headers });
});

export default function Privacy() {
  const { isDeclined, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <Prose title="Privacy">
      <p>InstaInstru stores what is needed to book lessons, and tells you here what that is.</p>
      <h2>What is stored</h2>
      <ul>
        <li>Your name, e-mail address and time zone, as you gave them.</li>
        <li>Your password only as a hash, from which it cannot be read.</li>
        <li>Your lessons: what, when, where, the price, and the note you wrote.</li>
        <li>Your sign-ins: when they began, and the kind of browser.</li>
        <li>The mails we sent you, for 30 days, and a lesson that you began to book, for seven.</li>
      </ul>
      <h2>Who sees it</h2>
      <ul>
        <li>
          Everybody sees of an instructor: first name, last initial, profile, prices, free times.
        </li>
        <li>
          Your instructor sees of you: first name, last initial, and what you entered for the
          lesson.
        </li>
        <li>
          E-mail addresses are shown to nobody but their owner and the few of our staff who look
          after accounts. What staff does to an account is written down for good.
        </li>
      </ul>
      <h2>Searches</h2>
      <p>
        Your last ten searches are kept so that you can repeat them: with your account, or for 30
        days with a random number in a cookie while you are not signed in. You can delete each of
        them on the first page.
      </p>
      <h2 id="measuring">Measuring</h2>
      <p>
        To learn what people look for and do not find, searches are also counted: the words, how
        many instructors were found and which of them were looked at, the kind of device, and the
        part of the city. Your IP address is never stored, only a code made from it with a key that
        is deleted after two days.
      </p>
      <p>
        Where a browser sends “Global Privacy Control” or “Do Not Track”, nothing is measured,
        whatever is chosen here.
      </p>
      <MeasuringForm isDeclined={isDeclined} />
      <h2>Your rights</h2>
      <p>
        You can see what is held about you, download all of it, make your account anonymous or
        delete it, at any time and by yourself:{" "}
        <Link to="/account/privacy" className="text-primary-ink underline">
          {isSignedIn ? "your privacy" : "log in to your privacy page"}
        </Link>
        .
      </p>
      <h2>Cookies</h2>
      <ul>
        <li>One keeps you signed in.</li>
        <li>One, gone after a minute, makes sure that you see what you have just saved.</li>
        <li>
          One, for 30 days, holds the random number that your searches and a lesson that you began
          to book are kept with.
        </li>
        <li>One, for a day, remembers your last search, to tell which searches lead to lessons.</li>
        <li>One remembers that you do not want to be measured, if you say so.</li>
      </ul>
      <p>There are none for advertising, and these pages load nothing from other companies.</p>
    </Prose>
  );
}

/** Says what holds, and offers the other. */
function MeasuringForm({ isDeclined }: { isDeclined: boolean }) {
  return (
    <Form
      method="post"
      className="flex flex-col gap-3 rounded-2xl border border-line bg-surface p-4 sm:flex-row sm:items-center sm:justify-between"
    >
      <p role="status" className="flex gap-2 font-medium">
        <Icon name={isDeclined ? "shield" : "info"} className="mt-0.5 size-5 text-primary-ink" />
        {isDeclined ? "Your searches are not measured." : "Your searches are measured."}
      </p>
      <input type="hidden" name="measuring" value={isDeclined ? "allowed" : "declined"} />
      <Button look="outline">{isDeclined ? "Allow measuring" : "Do not measure mine"}</Button>
    </Form>
  );
}
