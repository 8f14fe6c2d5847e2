import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface WeekNavProps {
  /** "Tue, Dec 1 – Mon, Dec 7" */
  label: string;
  previous: string | null;
  next: string | null;
}

/** Ways to the days before and after the ones shown. */
export function WeekNav({ label, previous, next }: WeekNavProps) {
  return (
    <nav aria-label="Weeks" className="flex items-center justify-between gap-2">
      {previous ? (
        <ButtonLink
          look="outline"
          to={previous}
          preventScrollReset
          className="px-3"
          aria-label="Earlier days"
        >
          <Icon name="left" />
        </ButtonLink>
      ) : (
        <span className="w-11" />
      )}
      <span className="font-medium">{label}</span>
      {next ? (
        <ButtonLink
          look="outline"
          to={next}
          preventScrollReset
          className="px-3"
          aria-label="Later days"
        >
          <Icon name="right" />
        </ButtonLink>
      ) : (
        <span className="w-11" />
      )}
    </nav>
  );
}
