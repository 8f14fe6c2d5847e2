import { testRandom } from "../api.ts";
import { query } from "../database.ts";
import { NOW } from "./people.ts";
import { type Asked, type Facts, toRows } from "./row.ts";

const MONITORING: Facts = { needs: { admin: "access_monitoring" } };

async function alert(): Promise<Asked> {
  const alertId = testRandom.newId();
  await query(
    `INSERT INTO alerts (id, kind, severity, value, threshold, details, raised_at)
     VALUES (?, 'slow_requests', 'warning', 900, 500, '', ?)`,
    alertId,
    NOW,
  );
  return { params: { alertId } };
}

/** How the site itself is doing. */
export const monitoringRows = toRows(
  `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/dashboard
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/slow-requests
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/slow-queries
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/alerts
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/cache
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/database
  401   403 403  403 403  200   403     403     401  GET /api/monitoring/queues
  401   403 403  403 403  200   403     403     401  POST /api/monitoring/alerts/:alertId/acknowledge
  `,
  {
    "GET /api/monitoring/dashboard": MONITORING,
    "GET /api/monitoring/slow-requests": MONITORING,
    "GET /api/monitoring/slow-queries": MONITORING,
    "GET /api/monitoring/alerts": MONITORING,
    "GET /api/monitoring/cache": MONITORING,
    "GET /api/monitoring/database": MONITORING,
    "GET /api/monitoring/queues": MONITORING,
    "POST /api/monitoring/alerts/:alertId/acknowledge": { ask: alert, ...MONITORING },
  },
);
