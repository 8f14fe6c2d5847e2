/** How Remix is to behave: as its next major version will by itself, but for one. */
export const FUTURE_FLAGS = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
  // Off on purpose: it opens the /__manifest endpoint, a known way to exhaust a server.
  v3_lazyRouteDiscovery: false,
} as const;
