import { initialsOf } from "../initials.ts";

const SIZES = { small: "size-12", large: "size-20" } as const;

/** The initials of a name, drawn where there is no picture. */
export function Avatar({ name, size = "small" }: { name: string; size?: keyof typeof SIZES }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className={`shrink-0 ${SIZES[size]}`}>
      <circle cx="24" cy="24" r="24" className="fill-tint-strong" />
      <text
        x="24"
        y="24"
        dy="0.35em"
        textAnchor="middle"
        className="fill-primary-ink text-lg font-bold"
      >
        {initialsOf(name)}
      </text>
    </svg>
  );
}
