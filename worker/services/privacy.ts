import type { PersonalDataRepository } from "../../db/repositories/personal-data.ts";
import type { RetentionRepository } from "../../db/repositories/retention.ts";
import {
  type Actor,
  assertFreshSignIn,
  assertPermission,
  assertSignedIn,
} from "../domain/actor.ts";
import type { ErasureMode, ErasureReport } from "../domain/erasure.ts";
import { DomainError } from "../domain/errors.ts";
import { toExport } from "../domain/personal-export.ts";
import type { RetentionReport } from "../domain/retention.ts";
import type { RandomSource } from "../platform/random.ts";
import type { Client } from "./client.ts";
import type { EraseAccount } from "./erasure.ts";
import { checkPassword, type PasswordCheckDependencies } from "./password-check.ts";
import {
  type PrivacyStatistics,
  readStatistics,
  type StatisticsDependencies,
} from "./privacy-statistics.ts";
import { runRetention } from "./retention.ts";

/** Pieces of retention that one request may do; the answer says whether there is more. */
const PIECES_PER_REQUEST = 40;

/** What is held, as a person would ask for it. */
const KINDS = {
  lessons_as_student: "Lessons you take",
  lessons_as_instructor: "Lessons you teach",
  searches: "Searches in your history",
  search_events: "Searches that were measured",
  drafts: "Bookings you have begun",
  emails: "E-mails to you",
  sessions: "Places where you are signed in",
} as const;

/** What a person decides about their own data. */
export interface PrivacyChoices {
  /** Their searches are not measured. */
  isMeasuringDeclined?: boolean;
  /** Signing out clears their search history. */
  clearsSearches?: boolean;
}

export interface PrivacySummary {
  /** What we hold, by kind. */
  counts: { kind: string; label: string; count: number }[];
  isMeasuringDeclined: boolean;
  clearsSearches: boolean;
}

/** Everything about one person, as it goes out. */
export type PersonalExport = Record<string, unknown>;

export interface PrivacyService {
  summary(actor: Actor | null): Promise<PrivacySummary>;
  /** What is left out stays as it is. */
  setChoices(actor: Actor | null, choices: PrivacyChoices): Promise<void>;
  /** Throws `fresh_sign_in_required`. */
  exportOwn(actor: Actor | null): Promise<PersonalExport>;
  /** Throws `not_found` (also for erased people), `fresh_sign_in_required`. Needs `manage_users`. */
  exportUser(actor: Actor | null, userId: string): Promise<PersonalExport>;
  /**
   * Throws `validation_failed` at `password`, `rate_limited`, `last_admin`. Afterwards no session of
   * theirs is left.
   */
  eraseOwn(
    actor: Actor | null,
    input: { mode: ErasureMode; password: string },
    client: Client,
  ): Promise<ErasureReport>;
  /** Throws `not_found` (also for erased people), `last_admin`. Needs `manage_users`. */
  eraseUser(actor: Actor | null, userId: string, mode: ErasureMode): Promise<ErasureReport>;
  /** Needs `access_monitoring`. */
  statistics(actor: Actor | null): Promise<PrivacyStatistics>;
  /** The daily run at once, as far as one request may go. Needs `manage_users`. */
  applyRetention(actor: Actor | null): Promise<RetentionReport>;
}

export interface PrivacyDependencies extends StatisticsDependencies, PasswordCheckDependencies {
  personalData: PersonalDataRepository;
  retention: RetentionRepository;
  erase: EraseAccount;
  random: RandomSource;
  now: number;
}

export function createPrivacyService(dependencies: PrivacyDependencies): PrivacyService {
  const { personalData, retention, periods, erase, random, now } = dependencies;
  const exportOf = async (userId: string) => toExport(await personalData.readAll(userId), now);
  return {
    async summary(actor) {
      const { id } = assertSignedIn(actor);
      const [counts, choices] = await Promise.all([
        personalData.count(id),
        personalData.findChoices(id),
      ]);
      if (!choices) throw new DomainError("not_found");
      const kinds = Object.entries(KINDS) as [keyof typeof KINDS, string][];
      return {
        counts: kinds.map(([kind, label]) => ({ kind, label, count: counts[kind] })),
        ...choices,
      };
    },

    async setChoices(actor, choices) {
      await personalData.setChoices(assertSignedIn(actor).id, choices, now);
    },

    async exportOwn(actor) {
      const person = assertSignedIn(actor);
      assertFreshSignIn(person, now);
      return await exportOf(person.id);
    },

    async exportUser(actor, userId) {
      const admin = assertPermission(actor, "manage_users");
      assertFreshSignIn(admin, now);
      const isThere = await personalData.recordExport({
        id: random.newId(),
        actorId: admin.id,
        subjectId: userId,
        createdAt: now,
      });
      if (!isThere) throw new DomainError("not_found");
      return await exportOf(userId);
    },

    async eraseOwn(actor, { mode, password }, client) {
      const person = assertPermission(actor, "delete_own_account");
      await checkPassword(dependencies, { actor: person, password, path: "password", client });
      return await erase(person.id, mode, person.id);
    },

    async eraseUser(actor, userId, mode) {
      const admin = assertPermission(actor, "manage_users");
      return await erase(userId, mode, admin.id);
    },

    async statistics(actor) {
      assertPermission(actor, "access_monitoring");
      return await readStatistics(dependencies);
    },

    async applyRetention(actor) {
      assertPermission(actor, "manage_users");
      const start = { cursor: null, report: null };
      const { report } = await runRetention({ retention, periods, now }, start, PIECES_PER_REQUEST);
      return report;
    },
  };
}
