import * as v from "valibot";
import { API_KEY_DAYS_AT_MOST, API_SCOPES, type ApiKey } from "../domain/api-key.ts";
import { toRfc3339 } from "../domain/local-time.ts";
import { line, wholeNumber } from "./common.ts";

const DAYS_BY_DEFAULT = 90;

export const ApiKeyBody = v.strictObject({
  name: line(60),
  scopes: v.pipe(
    v.array(
      v.picklist(API_SCOPES, `must be one of ${API_SCOPES.join(", ")}`),
      "must be a list of scopes",
    ),
    v.minLength(1, "must name at least one scope"),
    v.maxLength(API_SCOPES.length, "names more scopes than there are"),
  ),
  expires_in_days: v.optional(wholeNumber(1, API_KEY_DAYS_AT_MOST), DAYS_BY_DEFAULT),
});

export function toApiKeyJson(key: ApiKey) {
  return {
    id: key.id,
    name: key.name,
    scopes: key.scopes,
    hint: key.hint,
    created_at: toRfc3339(key.createdAt),
    expires_at: toRfc3339(key.expiresAt),
    last_used_at: key.lastUsedAt === null ? null : toRfc3339(key.lastUsedAt),
  };
}
