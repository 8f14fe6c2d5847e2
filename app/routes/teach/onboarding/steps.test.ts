import { expect, test } from "vitest";
import type { MissingPart } from "../../../../worker/domain/teaching-profile.ts";
import { currentStep, firstOpenStep, nextStep, STEPS, toStepPath } from "./steps.ts";

const missing = (...parts: MissingPart[]) => ({ missing: parts });

test("Somebody resumes at the first step that is not complete", () => {
  expect(firstOpenStep(null)).toBe("about");
  expect(firstOpenStep(missing("areas", "offerings", "hours"))).toBe("areas");
  expect(firstOpenStep(missing("offerings", "hours"))).toBe("services");
  expect(firstOpenStep(missing("hours"))).toBe("hours");
  expect(firstOpenStep(missing())).toBe("done");
});

test("A gap before what is complete is where somebody resumes", () => {
  expect(firstOpenStep(missing("areas"))).toBe("areas");
  expect(firstOpenStep(missing("offerings"))).toBe("services");
});

test("Complete steps can be opened again, and none before its turn", () => {
  expect(currentStep("about", missing("offerings", "hours"))).toBe("about");
  expect(currentStep("services", missing("offerings", "hours"))).toBe("services");
  expect(currentStep("hours", missing("offerings", "hours"))).toBe("services");
  expect(currentStep("done", null)).toBe("about");
  expect(currentStep("hours", missing())).toBe("hours");
});

test("An address without a step, or with none that exists, leads to the first open one", () => {
  expect(currentStep(null, missing("hours"))).toBe("hours");
  expect(currentStep("constructor", missing())).toBe("done");
});

test("Each step leads to the one after it, and the last one stays", () => {
  expect(STEPS.map(nextStep)).toEqual(["areas", "services", "hours", "done", "done"]);
  expect(toStepPath("services", { service: "piano" })).toBe(
    "/teach/onboarding?step=services&service=piano",
  );
});
