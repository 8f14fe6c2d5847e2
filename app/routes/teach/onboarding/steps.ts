import type { TeachingProfile } from "../../../../worker/domain/teaching-profile.ts";

export const STEPS = ["about", "areas", "services", "hours", "done"] as const;
export type Step = (typeof STEPS)[number];

/** What of a profile decides how far somebody is; null is nobody's. */
type Progress = Pick<TeachingProfile, "missing"> | null;

/** The first step that is not complete. */
export function firstOpenStep(profile: Progress): Step {
  if (!profile) return "about";
  const { missing } = profile;
  if (missing.includes("areas")) return "areas";
  if (missing.includes("offerings")) return "services";
  return missing.includes("hours") ? "hours" : "done";
}

/** Whether everything before the step is complete. */
export function isOpen(step: Step, profile: Progress): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(firstOpenStep(profile));
}

/** The step that was asked for, as far as it is open; else the first that is not complete. */
export function currentStep(asked: string | null, profile: Progress): Step {
  const step = STEPS.find((one) => one === asked);
  return step && isOpen(step, profile) ? step : firstOpenStep(profile);
}

export function nextStep(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? "done";
}

export function toStepPath(step: Step, params: Record<string, string> = {}): string {
  return `/teach/onboarding?${new URLSearchParams({ step, ...params })}`;
}
