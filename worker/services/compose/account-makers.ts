import { noDatabaseUse, openDatabase } from "../../../db/client.ts";
import { createAccountTokenRepository } from "../../../db/repositories/account-tokens.ts";
import { createApiKeyRepository } from "../../../db/repositories/api-keys.ts";
import { createErasureRepository } from "../../../db/repositories/erasure.ts";
import { createJobRunRepository } from "../../../db/repositories/job-runs.ts";
import { createPeopleRepository } from "../../../db/repositories/people.ts";
import { createPersonalDataRepository } from "../../../db/repositories/personal-data.ts";
import { createRetentionRepository } from "../../../db/repositories/retention.ts";
import { createSessionRepository } from "../../../db/repositories/sessions.ts";
import { createTableStatisticsRepository } from "../../../db/repositories/table-statistics.ts";
import { createAccountService } from "../accounts.ts";
import { createApiKeyService } from "../api-keys.ts";
import { createEmailVerificationService } from "../email-verification.ts";
import { createEraser } from "../erasure.ts";
import { createPasswordService } from "../passwords.ts";
import { createPeopleService } from "../people.ts";
import { createPrivacyService } from "../privacy.ts";
import { toRetentionPeriods } from "../retention.ts";
import { createSessionService } from "../sessions.ts";
import { createAfterSignOut } from "../sign-out.ts";
import type { Shared } from "./shared.ts";

/** Who people are, what they may do, and what is held about them. */
export function accountMakers({ basics, parts }: Shared) {
  const { db, random, log, now, defer, announceMail, renewToken } = basics;
  const account = () => ({
    accounts: parts.accounts,
    sessions: createSessionRepository(db),
    primarySessions: createSessionRepository(basics.primary),
    defer,
    tokens: createAccountTokenRepository(db),
    searchHistory: parts.searchHistory,
    drafts: parts.drafts,
    limiter: parts.limiter,
    hashAddress: parts.hashAddress,
    renewToken,
    afterSignOut: createAfterSignOut({ searchHistory: parts.searchHistory, log }),
    announceMail,
    random,
    log,
    now,
  });
  return {
    accounts: () => createAccountService(account()),
    apiKeys: () =>
      createApiKeyService({
        keys: createApiKeyRepository(db),
        primary: createApiKeyRepository(openDatabase(basics.primaryConnection, noDatabaseUse())),
        random,
        log,
        now,
        defer,
      }),
    emailVerification: () => createEmailVerificationService(account()),
    passwords: () => createPasswordService(account()),
    people: () =>
      createPeopleService({
        people: createPeopleRepository(db),
        cache: parts.cache,
        random,
        now,
      }),
    privacy: () => makePrivacy({ basics, parts }),
    sessions: () => createSessionService(account()),
  };
}

function makePrivacy({ basics, parts }: Shared) {
  const { db, settings, announceMail, random, now } = basics;
  return createPrivacyService({
    personalData: createPersonalDataRepository(db),
    accounts: parts.accounts,
    tables: createTableStatisticsRepository(db),
    jobRuns: createJobRunRepository(db),
    retention: createRetentionRepository(db),
    periods: toRetentionPeriods(settings),
    erase: createEraser({
      erasures: createErasureRepository(db),
      cache: parts.cache,
      announceMail,
      random,
      now,
    }),
    limiter: parts.limiter,
    hashAddress: parts.hashAddress,
    random,
    now,
  });
}
