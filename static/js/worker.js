// Answers with a page of its own when the network fails; all else goes straight to the server. It
// keeps that page and the files it is made of, never a page of the journal. VERSION, PAGE and FILES
// are written above this by config/installable.py.
const CACHE = `offline-${VERSION}`;
const kept = new Set(FILES);

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forget(), registration.navigationPreload?.enable(), clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request, preloadResponse } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(visit(request, preloadResponse));
  else if (kept.has(new URL(request.url).pathname)) event.respondWith(file(request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  // Asked for as by somebody who is not signed in: nobody's name is on it.
  await cache.put(PAGE, await fetch(PAGE, { credentials: "omit" }));
  await cache.addAll(FILES);
}

async function forget() {
  const old = (await caches.keys()).filter((name) => name !== CACHE);
  return Promise.all(old.map((name) => caches.delete(name)));
}

async function visit(request, preloaded) {
  try {
    return (await preloaded) ?? (await fetch(request));
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

// Kept first: its name says what is in it, and a page that is left while it loads breaks no request.
async function file(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}
