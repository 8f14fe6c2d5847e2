import { createMiddleware } from "hono/factory";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "../context.ts";

/** What browsers let pages use when nothing is said, and no page here needs. */
const CLOSED_FEATURES = {
  accelerometer: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  hid: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  serial: [],
  usb: [],
};

const PAGE_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", NONCE],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** An answer of the API is no page: nothing in it runs, loads or is sent, wherever it is opened. */
const API_POLICY = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
};

/** What a browser is told to keep from a page or an answer, whatever somebody got into it. */
export function securityHeaders({ hasTls }: { hasTls: boolean }) {
  const common = {
    xFrameOptions: "DENY",
    referrerPolicy: "strict-origin-when-cross-origin",
    strictTransportSecurity: hasTls && "max-age=63072000; includeSubDomains",
    permissionsPolicy: CLOSED_FEATURES,
    // For browsers and plug-ins that nobody has any more.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
  const ofPages = secureHeaders({ ...common, contentSecurityPolicy: PAGE_POLICY });
  const ofApi = secureHeaders({
    ...common,
    contentSecurityPolicy: API_POLICY,
    // Of documents only.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
  });
  return createMiddleware<AppEnv>((c, next) =>
    c.req.path.startsWith("/api/") ? ofApi(c, next) : ofPages(c, next),
  );
}
