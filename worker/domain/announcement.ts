import type { Actor } from "./actor.ts";

/** Whoever dismisses an announcement does not see it for a day. */
export const DISMISSED_FOR_MS = 24 * 3_600_000;

export const AUDIENCES = ["everyone", "guests", "students", "instructors"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LONGEST_TITLE = 80;
export const LONGEST_BODY = 300;
export const HIGHEST_PRIORITY = 100;

/** Whether an announcement may lead there: to a path of this site, and nowhere else. */
export function isLinkPath(text: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%]{0,199}$/.test(text);
}

/** What a visitor sees. */
export interface Announcement {
  id: string;
  title: string;
  body: string;
  /** A path of this site. */
  linkPath: string | null;
}

/** What is decided about one. */
export interface AnnouncementDraft extends Omit<Announcement, "id"> {
  audience: Audience;
  /** Shown before those with a lower one. */
  priority: number;
  /** Epoch ms, the end excluded. */
  startsAt: number;
  endsAt: number;
}

/** One as those who manage them see it. */
export interface ManagedAnnouncement extends AnnouncementDraft {
  id: string;
  createdAt: number;
  updatedAt: number;
}

/** The audiences that somebody belongs to. */
export function audiencesOf(actor: Actor | null): Audience[] {
  if (!actor) return ["everyone", "guests"];
  return [
    "everyone",
    ...(actor.roles.includes("student") ? (["students"] as const) : []),
    ...(actor.roles.includes("instructor") ? (["instructors"] as const) : []),
  ];
}
