import { partsOfDate } from "../../worker/domain/format.ts";
import { addDays } from "../../worker/domain/local-time.ts";
import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface WeekNavProps {
  /** The first day shown, and how many there are. */
  from: string;
  days: number;
  previous: string | null;
  next: string | null;
}

/** Ways to the days before and after the ones shown. */
export function WeekNav({ from, days, previous, next }: WeekNavProps) {
  return (
    <nav aria-label="Weeks" className="flex items-center justify-between gap-2">
      <Arrow to={previous} icon="left" label="Earlier days" />
      <span className="text-center font-semibold">
        {shortDate(from)} – {shortDate(addDays(from, days - 1))}
      </span>
      <Arrow to={next} icon="right" label="Later days" />
    </nav>
  );
}

function Arrow({ to, icon, label }: { to: string | null; icon: "left" | "right"; label: string }) {
  if (to === null) return <span className="w-11" />;
  return (
    <ButtonLink look="outline" to={to} preventScrollReset size="round" aria-label={label}>
      <Icon name={icon} />
    </ButtonLink>
  );
}

function shortDate(date: string): string {
  const { month, day } = partsOfDate(date);
  return `${month.slice(0, 3)} ${day}`;
}
