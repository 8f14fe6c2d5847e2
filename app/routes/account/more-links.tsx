import { Link } from "@remix-run/react";
import { Icon } from "../../components/icon.tsx";

const PAGES = [
  {
    to: "/account/sessions",
    title: "Where you are signed in",
    text: "See your devices, and sign out of those that you do not use.",
  },
  {
    to: "/account/calendar",
    title: "Calendar",
    text: "See your lessons in the calendar program that you use.",
  },
  {
    to: "/account/integrations",
    title: "Programs and webhooks",
    text: "Keys for programs that read for you, and addresses that are told of your lessons.",
  },
  {
    to: "/account/privacy",
    title: "Privacy",
    text: "What we hold about you, measuring, download, and deleting your account.",
  },
];

/** The other pages of the account. */
export function MoreLinks() {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {PAGES.map(({ to, title, text }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex h-full items-center justify-between gap-3 rounded-2xl border border-line bg-surface p-4 hover:bg-tint sm:p-6"
          >
            <span>
              <span className="block font-semibold text-primary-ink">{title}</span>
              <span className="mt-1 block text-sm text-ink-soft">{text}</span>
            </span>
            <Icon name="right" className="size-5 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
