import type { ErasureMode } from "../../../worker/domain/erasure.ts";

const ALWAYS = [
  "You are signed out everywhere and cannot log in any more. This cannot be taken back.",
  "Your name, e-mail address, notes, addresses and profile are removed.",
  "Lessons stay with the other person and in our books, with “Deleted user” in place of your name.",
];

const THEN: Record<ErasureMode, string> = {
  delete: "Your searches and everything measured about them are removed as well.",
  anonymize:
    "Your searches and what was measured about them stay with us, without anything that leads to you.",
};

/** What leaving does, before it does it. */
export function Consequences({ mode }: { mode: ErasureMode }) {
  return (
    <ul className="mt-4 grid list-outside list-disc gap-2 pl-5 text-ink">
      {[...ALWAYS, THEN[mode]].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
