import { NONCE, secureHeaders } from "hono/secure-headers";

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

/** What a browser is told to keep from a page, whatever somebody got into it. */
export function securityHeaders({ hasTls }: { hasTls: boolean }) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    xFrameOptions: "DENY",
    referrerPolicy: "strict-origin-when-cross-origin",
    strictTransportSecurity: hasTls && "max-age=63072000; includeSubDomains",
    permissionsPolicy: CLOSED_FEATURES,
  });
}
