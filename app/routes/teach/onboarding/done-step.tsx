import { Link } from "@remix-run/react";
import type { TeachingProfile } from "../../../../worker/domain/teaching-profile.ts";
import { ButtonLink } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";

/** Everything is there: what the public sees now, and what comes next. */
export function DoneStep({ profile }: { profile: Pick<TeachingProfile, "id" | "status"> }) {
  const isShown = profile.status === "active";
  return (
    <div className="grid justify-items-start gap-4">
      <span className="rounded-full bg-success-tint p-3 text-success">
        <Icon name="check" className="size-8" />
      </span>
      <p className="max-w-prose">
        {isShown
          ? "Your page is open. Students find you in the search and book the times you have given."
          : "Everything is there. Your page opens when your account is active again."}
      </p>
      <div className="flex flex-wrap gap-3">
        {isShown ? (
          <ButtonLink look="main" to={`/instructors/${profile.id}`}>
            See your public page
          </ButtonLink>
        ) : null}
        <ButtonLink look="outline" to="/teach">
          Go to your overview
        </ButtonLink>
      </div>
      <p className="text-ink-soft">
        Single weeks, days off and holidays are set under{" "}
        <Link to="/teach/availability" className="text-primary-ink underline">
          availability
        </Link>
        .
      </p>
    </div>
  );
}
