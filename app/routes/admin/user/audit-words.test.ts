import { expect, test } from "vitest";
import { auditWords } from "./audit-words.ts";

test("every deed has its words, with what was before and after", () => {
  expect(
    auditWords({ action: "roles_changed", details: { from: [], to: ["admin", "student"] } }),
  ).toBe("Roles changed from no role to admin, student");
  const permission = "view_financials";
  const override = (to: boolean | null) =>
    auditWords({ action: "permission_changed", details: { permission, from: null, to } });
  expect([override(true), override(false), override(null)]).toEqual([
    "“View financials” granted",
    "“View financials” revoked",
    "Exception for “View financials” taken back",
  ]);
  const status = { from: "active", to: "suspended" } as const;
  expect(auditWords({ action: "status_changed", details: status })).toBe(
    "Status changed from active to suspended",
  );
  expect(auditWords({ action: "data_exported", details: {} })).toBe("Personal data exported");
  const erased = (mode: "delete" | "anonymize") =>
    auditWords({ action: "account_erased", details: { mode } });
  expect([erased("delete"), erased("anonymize")]).toEqual([
    "Account deleted",
    "Account anonymised",
  ]);
});
