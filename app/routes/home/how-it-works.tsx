import { FREE_CANCELLATION_HOURS } from "../../../worker/domain/cancellation.ts";
import { Icon, type IconName } from "../../components/icon.tsx";

const STEPS: { icon: IconName; title: string; text: string }[] = [
  {
    icon: "search",
    title: "Find your instructor",
    text: "Search for what you want to learn. Every profile shows prices, areas and lesson lengths.",
  },
  {
    icon: "calendar",
    title: "Pick a real free time",
    text: "The times you see are free right now, straight from the instructor's calendar.",
  },
  {
    icon: "check",
    title: "Book it",
    text: `Your lesson is confirmed at once. Cancel free of charge up to ${FREE_CANCELLATION_HOURS} hours before it starts.`,
  },
];

export function HowItWorks() {
  return (
    <section aria-labelledby="how-it-works" className="mt-14">
      <h2 id="how-it-works" className="text-2xl font-bold tracking-tight">
        How it works
      </h2>
      <ol className="mt-5 grid gap-6 md:grid-cols-3">
        {STEPS.map(({ icon, title, text }, index) => (
          <li key={title} className="flex gap-4">
            <span className="grid size-12 shrink-0 place-items-center rounded-2xl bg-tint text-primary-ink">
              <Icon name={icon} className="size-6" />
            </span>
            <div>
              <h3 className="font-semibold">
                {index + 1}. {title}
              </h3>
              <p className="mt-1 text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
