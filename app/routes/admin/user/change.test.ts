import { expect, test } from "vitest";
import { DONE_MESSAGES, doneKey, parseChange, takeBackIntent } from "./change.ts";

function parse(...fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return parseChange(form);
}

test("each button of the page asks for its change, and each change has its message", () => {
  const override = (granted: boolean | null) => ({
    kind: "override",
    permission: "view_financials",
    granted,
  });
  const permission: [string, string] = ["permission", "view_financials"];
  for (const [fields, wanted] of [
    [[["intent", "activate"]], { kind: "status", status: "active" }],
    [[["intent", "suspend"]], { kind: "status", status: "suspended" }],
    [[["intent", "deactivate"]], { kind: "status", status: "deactivated" }],
    [[["intent", "grant"], permission], override(true)],
    [[["intent", "revoke"], permission], override(false)],
    [[["intent", takeBackIntent("view_financials")]], override(null)],
    [[["intent", "roles"]], { kind: "roles", roles: [] }],
    [
      [
        ["intent", "roles"],
        ["role", "admin"],
        ["role", "student"],
        ["role", "admin"],
      ],
      { kind: "roles", roles: ["student", "admin"] },
    ],
  ] as [[string, string][], unknown][]) {
    const { change, error } = parse(...fields);
    expect([change, error]).toEqual([wanted, null]);
    if (change) expect(DONE_MESSAGES[doneKey(change)]).toMatch(/^The .*\.$/);
  }
});

test("an exception without a permission is told beside the field", () => {
  for (const intent of ["grant", "revoke"]) {
    const { change, error } = parse(["intent", intent], ["permission", ""]);
    expect(change).toBeNull();
    expect(error?.fields).toEqual([{ name: "permission", message: "Choose the permission." }]);
  }
});

test("a form that is none of the page's asks for nothing, and unknown roles are no roles", () => {
  for (const intent of ["", "erase", "toString", "__proto__", "take-back"]) {
    expect(parse(["intent", intent])).toEqual({ change: null, error: null });
  }
  expect(parse()).toEqual({ change: null, error: null });
  expect(parse(["intent", "roles"], ["role", "owner"]).change).toEqual({
    kind: "roles",
    roles: [],
  });
});
