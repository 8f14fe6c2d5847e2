import { usePermissions } from "../permissions.ts";
import { ButtonLink } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** For somebody who teaches and whom nobody has booked: what brings lessons here. */
export function NoLessonsAhead() {
  const { has } = usePermissions();
  return (
    <EmptyState icon="calendar" title="No lessons ahead">
      <p className="text-ink-soft">They show here as soon as students book them.</p>
      {has("manage_availability") ? (
        <ButtonLink look="outline" to="/teach/availability">
          Open more hours
        </ButtonLink>
      ) : null}
    </EmptyState>
  );
}
