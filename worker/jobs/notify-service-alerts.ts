import type { ServiceAlertRepository } from "../../db/repositories/service-alerts.ts";
import type { Job } from "./schedule.ts";

/** Told in one tick; the next ones go on with the others. */
const TOLD_AT_ONCE = 200;

/** Tells those who wait for a service that somebody teaches it by now. */
export function notifyServiceAlertsJob({
  alerts,
  now,
}: {
  alerts: ServiceAlertRepository;
  now: number;
}): Job {
  return {
    name: "notify-service-alerts",
    async run() {
      const told = await alerts.notify(now, TOLD_AT_ONCE);
      return told > 0 ? { told } : null;
    },
  };
}
