/**
 * Opens the app without a network. It keeps the files of one build, and nothing of anybody: what is read and written goes past
 * it, to the server or to what the page itself keeps.
 */

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: the addresses of its files, and a name for all of them together. */
declare const BUILD: { readonly name: string; readonly files: readonly string[] };

const PREFIX = 'tendril-';
const CACHE = PREFIX + BUILD.name;
/** How long the network may take to open a page, in milliseconds; then the kept one is opened. */
const PATIENCE = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(BUILD.files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      // Pages of the build before this one may still be open, and have parts to load.
      const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).slice(0, -1);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    }),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    // Whatever the server answers at its own addresses is no page of ours.
    if (/^\/(?:api|feeds|dav|mcp|healthz|\.well-known)(?:\/|$)/.test(pathname)) return;
    event.respondWith(openPage(event, pathname));
  } else if (pathname.startsWith('/assets/') || BUILD.files.includes(pathname)) {
    event.respondWith(openFile(request));
  }
});

/** The newest page there is, or the kept one. What another app shared is nobody's business but the page's. */
async function openPage({ request }: FetchEvent, pathname: string): Promise<Response> {
  const kept = await caches.open(CACHE).then((cache) => cache.match('/'));
  if (kept !== undefined && pathname === '/share') return kept;
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    return kept !== undefined && [502, 503, 504].includes(answer.status) ? kept : answer;
  } catch (error) {
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A file's address names its content: one that is kept is right. */
async function openFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}

export {};
