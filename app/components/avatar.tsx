const SIZES = { small: "size-12 text-lg", large: "size-20 text-3xl" } as const;

/** The first letter of a name, where there is no picture. */
export function Avatar({ name, size = "small" }: { name: string; size?: keyof typeof SIZES }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-full bg-tint-strong font-bold text-primary-ink ${SIZES[size]}`}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
