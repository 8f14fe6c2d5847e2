import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { plural } from "../../../worker/domain/format.ts";
import { Avatar } from "../../components/avatar.tsx";
import { Icon } from "../../components/icon.tsx";
import { PageTitle } from "../../components/page.tsx";

/** Further down all of them stand with their prices. */
const NAMED_SERVICES = 4;

export function ProfileHeader({ instructor }: { instructor: PublicInstructor }) {
  const { displayName, yearsExperience, offerings, areas } = instructor;
  return (
    <div className="flex items-start gap-4 sm:gap-6">
      <Avatar name={displayName} size="large" />
      <div className="min-w-0">
        <PageTitle>{displayName}</PageTitle>
        <p className="mt-1 text-lg">{namesOf(offerings)}</p>
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-soft">
          <span className="inline-flex items-center gap-1.5">
            <Icon name="person" className="size-4" />
            {yearsExperience === 0
              ? "New to teaching"
              : `${plural(yearsExperience, "year")} of experience`}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Icon name="place" className="size-4" />
            {boroughsOf(areas)}
          </span>
        </p>
      </div>
    </div>
  );
}

function boroughsOf(areas: PublicInstructor["areas"]): string {
  return [...new Set(areas.map(({ borough }) => borough))].join(", ");
}

function namesOf(offerings: PublicInstructor["offerings"]): string {
  const names = offerings.map(({ service }) => service.name);
  const more = names.length - NAMED_SERVICES;
  return names.slice(0, NAMED_SERVICES).join(" · ") + (more > 0 ? ` and ${more} more` : "");
}
