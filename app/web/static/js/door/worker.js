// Keeps the page of a door and what it is made of, so that it opens without the network; KEPT and SHELL come before.
// Nothing personal is kept here: names lie sealed in the vault.
const CACHE = "lotse-door";
const PATIENCE_MS = 6_000;
const BOOKING = /^\/door\/bookings\/(\d+)\/arrival$/;

const keep = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll([SHELL, ...KEPT].map((url) => new Request(url, { cache: "reload" })));
  for (const request of await cache.keys()) {
    if (![SHELL, ...KEPT].includes(new URL(request.url).pathname)) await cache.delete(request);
  }
};

const shell = async () => (await caches.match(SHELL)) ?? Response.error();

const closed = async (answer) => {
  await DoorVault.dropNames();
  return (await DoorVault.countNotes()) ? shell() : answer;
};

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));

const page = async (request, path) => {
  const isRead = request.method === "GET";
  try {
    const answer = await (isRead ? Promise.race([fetch(request), late()]) : fetch(request));
    if (isRead && answer.status >= 500) return shell();
    return isRead && path === "/door" && answer.status === 404 ? closed(answer) : answer;
  } catch {
    if (isRead) return shell();
    const booking = BOOKING.exec(path)?.[1];
    return Response.redirect(booking ? `/door?booking=${booking}` : "/door", 303);
  }
};

const asset = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.data === "keep" && event.waitUntil(keep()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  const isPage = event.request.mode === "navigate" && (pathname === "/door" || pathname.startsWith("/door/"));
  if (isPage) event.respondWith(page(event.request, pathname));
  else if (KEPT.includes(pathname)) event.respondWith(asset(event.request));
});
