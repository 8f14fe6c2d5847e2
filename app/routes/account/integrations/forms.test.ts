import { expect, test } from "vitest";
import { DomainError, invalidField } from "../../../../worker/domain/errors.ts";
import { toFormError } from "../../../respond.ts";
import { keepForm, parseKeyForm, parseWebhookForm, toSentences } from "./forms.ts";

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const KEY: [string, string][] = [
  ["name", " Website "],
  ["scopes", "public:read"],
  ["scopes", "bookings:read"],
  ["days", "90"],
];

test("a key is asked for with its name, all that is ticked, and its days", () => {
  expect(parseKeyForm(formOf(KEY)).values).toEqual({
    name: "Website",
    scopes: ["public:read", "bookings:read"],
    days: 90,
  });
});

test("what is wrong with a key's form is told at its field", () => {
  const problems = (without: string, ...instead: [string, string][]) => {
    const entries = [...KEY.filter(([name]) => name !== without), ...instead];
    return parseKeyForm(formOf(entries)).error?.fields;
  };
  expect(problems("name", ["name", " "])).toEqual([
    { name: "name", message: "Give the key a name." },
  ]);
  expect(problems("name", ["name", "x".repeat(61)])?.[0]?.name).toBe("name");
  expect(problems("scopes")).toEqual([{ name: "scopes", message: "Choose what the key is for." }]);
  expect(problems("scopes", ["scopes", "everything"])?.[0]?.message).toBe("Choose from the list.");
  expect(problems("days", ["days", "3650"])?.[0]?.name).toBe("days");
});

test("a webhook is asked for with its address and all that is ticked", () => {
  const entries: [string, string][] = [
    ["url", "https://example.com/a"],
    ["events", "booking.created"],
    ["events", "booking.no_show"],
  ];
  expect(parseWebhookForm(formOf(entries)).values).toEqual({
    url: "https://example.com/a",
    events: ["booking.created", "booking.no_show"],
  });
  expect(parseWebhookForm(formOf([["url", ""]])).error?.fields.map(({ name }) => name)).toEqual([
    "url",
    "events",
  ]);
});

test("what the use-case says of an address is told as a sentence, and nothing else is touched", () => {
  const refused = toFormError(invalidField("url", "must begin with https://"));
  expect(toSentences(refused).fields).toEqual([
    { name: "url", message: "The address must begin with https://." },
  ]);
  const full = toFormError(new DomainError("limit_reached"));
  expect(toSentences(full)).toEqual(full);
});

test("what was sent is shown again, cut to what a field can hold", () => {
  const kept = keepForm(formOf([...KEY, ["url", "u".repeat(900)]]));
  expect(kept).toMatchObject({ name: " Website ", days: "90" });
  expect(kept.chosen).toEqual(["public:read", "bookings:read"]);
  expect(kept.url).toHaveLength(500);
});
