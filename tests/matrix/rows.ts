import { accountRows } from "./account-rows.ts";
import { adminRows } from "./admin-rows.ts";
import { bookingRows } from "./booking-rows.ts";
import { monitoringRows } from "./monitoring-rows.ts";
import { operationsRows } from "./operations-rows.ts";
import { publicRows } from "./public-rows.ts";
import { teachingRows } from "./teaching-rows.ts";
import { webhookRows } from "./webhook-rows.ts";

/** What every route answers to every person. A new route is one line in one of these tables. */
export const ROWS = [
  ...publicRows,
  ...accountRows,
  ...bookingRows,
  ...teachingRows,
  ...adminRows,
  ...operationsRows,
  ...monitoringRows,
  ...webhookRows,
];
