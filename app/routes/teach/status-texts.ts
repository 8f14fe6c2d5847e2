import type { OwnStatusChange } from "../../../worker/domain/teaching-profile.ts";

/** What the page about each change says before anything happens. */
export const STATUS_TEXTS: Record<
  OwnStatusChange,
  { title: string; lead: string; button: string; busy: string }
> = {
  suspend: {
    title: "Take a break from teaching",
    lead: "Your page, your services and your hours stay as they are, but nobody finds or books you, and you book no lessons either. You can come back at any time.",
    button: "Suspend my account",
    busy: "Suspending …",
  },
  reactivate: {
    title: "Come back to teaching",
    lead: "Your page opens again with the services and hours you had, and students can book you.",
    button: "Activate my account",
    busy: "Activating …",
  },
  deactivate: {
    title: "Close your account",
    lead: "You are signed out everywhere and cannot log in any more, neither to teach nor to learn. Only our team can open the account again.",
    button: "Close my account",
    busy: "Closing …",
  },
};

/** Throws the answer 400 for anything else. */
export function toStatusChange(text: FormDataEntryValue | null): OwnStatusChange {
  if (text === "suspend" || text === "reactivate" || text === "deactivate") return text;
  throw new Response(null, { status: 400 });
}
