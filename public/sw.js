/* Shows a page of its own for what cannot be loaded without a network. Keeps nothing else. */
const KEPT = "offline-1";
const LESSONS = "lessons";
const OFFLINE = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(orOfflinePage(event));
  else if (request.destination === "style" || /^\/(offline\.js|favicon\.svg)$/.test(pathname)) {
    event.respondWith(orKept(request));
  }
});

/** The page with the styles and the script that it names. */
async function keepOfflinePage() {
  const cache = await caches.open(KEPT);
  const answer = await fetch(OFFLINE, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${OFFLINE} answered ${answer.status}`);
  const html = await answer.clone().text();
  const parts = html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg))"/g);
  await cache.addAll(Array.from(parts, ([, path]) => path));
  await cache.put(OFFLINE, answer);
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name !== KEPT && name !== LESSONS) await caches.delete(name);
  }
  // The request goes out while this script still starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function orOfflinePage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const kept = await caches.match(OFFLINE);
    if (kept) return kept;
    throw error;
  }
}

async function orKept(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request);
    if (kept) return kept;
    throw error;
  }
}
