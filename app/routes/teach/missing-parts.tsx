import type { MissingPart } from "../../../worker/domain/teaching-profile.ts";
import { Alert } from "../../components/alert.tsx";
import { ButtonLink } from "../../components/button.tsx";

const NAMES: Record<MissingPart, string> = {
  areas: "the areas you teach in",
  offerings: "a service with its price",
  hours: "hours in which you can be booked",
};

/** What still keeps students from booking; nothing when they can. */
export function MissingParts({ missing }: { missing: MissingPart[] }) {
  if (missing.length === 0) return null;
  return (
    <Alert kind="warning" title="Nobody can book you yet">
      <p>Still missing:</p>
      <ul className="mb-3 list-disc pl-5">
        {missing.map((part) => (
          <li key={part}>{NAMES[part]}</li>
        ))}
      </ul>
      <ButtonLink look="main" to="/teach/onboarding">
        Complete your page
      </ButtonLink>
    </Alert>
  );
}
