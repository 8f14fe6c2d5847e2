/** What an erasure does to a table's rows about the person. */
type Fate = "removed" | "anonymized" | "kept";

interface PersonalTable {
  /** The sections of the export that tell of it; none only with a reason. */
  sections: string[];
  /** When the person is erased, and when they are anonymised. */
  onDelete: Fate;
  onAnonymize: Fate;
  /** Why something is left out or stays. */
  because?: string;
}

/**
 * Every table that names a person, whom it may name how. What export and erasure do is written in
 * `db/repositories`; tests hold both to this map, and fail for a table that is missing here.
 */
export const PERSONAL_TABLES: Record<string, PersonalTable> = {
  account_tokens: {
    sections: ["verification_requests"],
    onDelete: "removed",
    onAnonymize: "removed",
  },
  alerts: {
    sections: [],
    onDelete: "kept",
    onAnonymize: "kept",
    because: "What went wrong on the site; it names whoever has seen it by id alone.",
  },
  announcement_dismissals: {
    sections: ["dismissed_announcements"],
    onDelete: "removed",
    onAnonymize: "removed",
  },
  announcements: {
    sections: [],
    onDelete: "kept",
    onAnonymize: "kept",
    because: "What the site told everybody; it names whoever wrote it by id alone.",
  },
  api_keys: { sections: ["api_keys"], onDelete: "removed", onAnonymize: "removed" },
  audit_log: {
    sections: ["audit_log"],
    onDelete: "kept",
    onAnonymize: "kept",
    because: "Says by ids alone who did what to which account, and cannot be changed.",
  },
  availability_hours: { sections: ["availability"], onDelete: "removed", onAnonymize: "removed" },
  blackouts: { sections: ["blackouts"], onDelete: "removed", onAnonymize: "removed" },
  booking_drafts: { sections: ["drafts"], onDelete: "removed", onAnonymize: "removed" },
  booking_events: {
    sections: ["booking_events"],
    onDelete: "anonymized",
    onAnonymize: "anonymized",
    because: "The moves of a lesson stay for the other party; the words for them go.",
  },
  bookings: {
    sections: ["bookings_as_student", "bookings_as_instructor"],
    onDelete: "anonymized",
    onAnonymize: "anonymized",
    because: "Lessons stay for the other party and the books; notes, addresses and reasons go.",
  },
  calendar_feeds: { sections: ["calendar_feed"], onDelete: "removed", onAnonymize: "removed" },
  daily_visitors: { sections: ["search_days"], onDelete: "removed", onAnonymize: "removed" },
  emails: { sections: ["emails"], onDelete: "removed", onAnonymize: "removed" },
  guests: { sections: ["guest_visits"], onDelete: "removed", onAnonymize: "removed" },
  idempotency_keys: {
    sections: ["request_keys"],
    onDelete: "removed",
    onAnonymize: "removed",
  },
  instructor_areas: { sections: ["areas"], onDelete: "removed", onAnonymize: "removed" },
  instructors: {
    sections: ["profile"],
    onDelete: "anonymized",
    onAnonymize: "anonymized",
    because: "Lessons refer to it; the bio and the years of experience go.",
  },
  listing_changes: {
    sections: [],
    onDelete: "kept",
    onAnonymize: "kept",
    because: "Only says that search has to read an instructor's listing again.",
  },
  offerings: {
    sections: ["offerings"],
    onDelete: "anonymized",
    onAnonymize: "anonymized",
    because: "Lessons refer to it; it is hidden, and its description goes.",
  },
  permission_overrides: {
    sections: ["permission_overrides"],
    onDelete: "removed",
    onAnonymize: "removed",
  },
  search_events: {
    sections: ["search_events"],
    onDelete: "removed",
    onAnonymize: "anonymized",
    because: "Anonymised, they lie under an account that is nobody's.",
  },
  search_history: {
    sections: ["search_history"],
    onDelete: "removed",
    onAnonymize: "kept",
    because: "Anonymised, they lie under an account that is nobody's.",
  },
  search_interactions: {
    sections: ["search_interactions"],
    onDelete: "removed",
    onAnonymize: "kept",
    because:
      "Belongs to whoever searched, not to the instructor it names. Anonymised, their searches are nobody's.",
  },
  service_alerts: { sections: ["service_alerts"], onDelete: "removed", onAnonymize: "removed" },
  sessions: { sections: ["sessions"], onDelete: "removed", onAnonymize: "removed" },
  user_roles: { sections: ["roles"], onDelete: "removed", onAnonymize: "removed" },
  users: {
    sections: ["account"],
    onDelete: "anonymized",
    onAnonymize: "anonymized",
    because: "The other side of their lessons refers to it.",
  },
  webhooks: { sections: ["webhooks"], onDelete: "removed", onAnonymize: "removed" },
};
