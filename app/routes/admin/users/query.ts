import { ACCOUNT_STATUSES, type AccountStatus } from "../../../../worker/domain/actor.ts";
import { ROLES, type Role } from "../../../../worker/domain/permission.ts";

/** Longer texts are the beginning of no name. */
export const LONGEST_TEXT = 100;

const LAST_PAGE = 100_000;

/** What the list of accounts is asked for. */
export interface UsersQuery {
  text: string;
  role: Role | null;
  status: AccountStatus | null;
  page: number;
}

/** The query of an address; whatever cannot be meant is left out. */
export function parseUsersQuery(params: URLSearchParams): UsersQuery {
  const given = (params.get("q") ?? "").replaceAll(/\p{Cc}/gu, "").trim();
  const text = [...given].slice(0, LONGEST_TEXT).join("").trim();
  return {
    text: text.isWellFormed() ? text : "",
    role: ROLES.find((role) => role === params.get("role")) ?? null,
    status: ACCOUNT_STATUSES.find((status) => status === params.get("status")) ?? null,
    page: Math.min(Math.max(1, Math.trunc(Number(params.get("page"))) || 1), LAST_PAGE),
  };
}

/** The address of the list for a query. */
export function toUsersPath({ text, role, status, page }: UsersQuery): string {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  if (role) params.set("role", role);
  if (status) params.set("status", status);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/admin/users?${params}` : "/admin/users";
}
