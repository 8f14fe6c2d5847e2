const PATHS = {
  music: "M9 18V5l11-2v13M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm11-2a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  tutoring: "M2 9l10-5 10 5-10 5L2 9Zm4 2.5V17c0 1.2 2.7 3 6 3s6-1.8 6-3v-5.5M22 9v6",
  "sports-fitness": "M6.5 6.5v11M3.5 9v6M17.5 6.5v11M20.5 9v6M6.5 12h11M2 12h1.5M20.5 12H22",
  language: "M4 5h16v11h-7l-5 4v-4H4V5Zm4 4h8M8 12.5h5",
  arts: "M12 3a9 9 0 1 0 0 18c1.4 0 2-.9 2-1.9 0-1.6-1-1.6-1-3 0-1 .8-1.6 1.8-1.6H17a4 4 0 0 0 4-4C21 6.3 17 3 12 3ZM7.5 12.500h.01M9 8h.01M14 7.200h.01M17.3 10h.01",
  kids: "M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM9 11.500h.01M15 11.500h.01M8.8 15.200c1.9 2 4.5 2 6.4 0M12 5c0-1.5.8-2.3 2-2.3",
  "hidden-gems": "M7 4h10l4 6-9 11L3 10l4-6Zm-4 6h18M12 21 8.5 10 11 4m1 17 3.5-11L13 4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  calendar: "M4 6h16v14H4V6Zm0 5h16M8 3v5M16 3v5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2",
  place:
    "M12 21s7-6.2 7-11.500a7 7 0 1 0-14 0C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.500c.8-4 4-5.5 8-5.500s7.2 1.5 8 5.5",
  note: "M5 4h14v16H5V4Zm3.5 5h7M8.5 13h7M8.5 17h4",
  check: "M5 12.5 10 17.5 19.5 7",
  alert: "M12 4 2.5 20h19L12 4Zm0 6v4.500M12 17.300h.01",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.500M12 7.700h.01",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  money: "M3 6h18v12H3V6Zm9 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6.5 9v.01M17.5 15v.01",
  shield: "M12 3l7.5 3v5.500c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.500V6L12 3Z",
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS) as IconName[];

export function isIconName(name: string): name is IconName {
  return name in PATHS;
}

/** A line drawing that repeats what the text beside it says; hidden from screen readers. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
