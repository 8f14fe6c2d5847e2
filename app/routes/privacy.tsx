import type { MetaFunction } from "@remix-run/cloudflare";
import { Prose } from "../components/prose.tsx";
import { originOf, pageMeta } from "../page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Privacy",
    description: "What InstaInstru stores about you, who sees it, and what is not done with it.",
    canonical: "/privacy",
    origin: originOf(matches),
  });

export default function Privacy() {
  return (
    <Prose title="Privacy">
      <p>InstaInstru stores what is needed to book lessons, and tells you here what that is.</p>
      <h2>What is stored</h2>
      <ul>
        <li>Your name, e-mail address and time zone, as you gave them.</li>
        <li>Your password only as a hash, from which it cannot be read.</li>
        <li>Your lessons: what, when, where, the price, and the note you wrote.</li>
        <li>Your sign-ins: when they began, and the kind of browser.</li>
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
        <li>E-mail addresses are shown to nobody but their owner.</li>
      </ul>
      <h2>Cookies</h2>
      <p>
        One cookie keeps you signed in, and another, gone after a minute, makes sure that you see
        what you have just saved. There are none for advertising, and these pages load nothing from
        other companies.
      </p>
    </Prose>
  );
}
