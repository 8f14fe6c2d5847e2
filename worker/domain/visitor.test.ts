import { expect, test } from "vitest";
import { boroughOfPlace, deviceOf } from "./visitor.ts";

test("the class of a device is read from what the browser says of itself", () => {
  for (const [userAgent, device] of [
    ["", "unknown"],
    ["curl/8.5.0", "unknown"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130 Safari/537.36",
      "desktop",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605 Version/18 Safari/605",
      "desktop",
    ],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Mobile/15E148", "mobile"],
    ["Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/130 Mobile Safari/537.36", "mobile"],
    ["Mozilla/5.0 (Linux; Android 14; SM-X710) Chrome/130 Safari/537.36", "tablet"],
    ["Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Version/17 Mobile/15E148", "tablet"],
  ] as const) {
    expect(deviceOf(userAgent), userAgent).toBe(device);
  }
});

test("a borough is known by its postal code, else by the city, and only in New York", () => {
  const inState = (place: { postalCode?: string; city?: string }) =>
    boroughOfPlace({ regionCode: "NY", ...place });
  expect(inState({ postalCode: "11215" })).toBe("brooklyn");
  expect(inState({ postalCode: "10025", city: "Queens" })).toBe("manhattan");
  expect(inState({ postalCode: "10301" })).toBe("staten-island");
  expect(inState({ postalCode: "10451" })).toBe("bronx");
  expect(inState({ postalCode: "11101" })).toBe("queens");
  expect(inState({ city: "Brooklyn" })).toBe("brooklyn");
  expect(inState({ city: "New York" })).toBe("manhattan");
  expect(inState({ postalCode: "14604", city: "Rochester" })).toBeNull();
  expect(inState({})).toBeNull();
  expect(boroughOfPlace({ regionCode: "CT", city: "Brooklyn" })).toBeNull();
  expect(boroughOfPlace({})).toBeNull();
});
