// Opens the tally without a network: the page and its files come from the network where it answers within four seconds,
// else as they were kept by tally-offline.js. Nothing else is touched.
const PATIENCE = 4000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = request.mode === "navigate" || url.pathname.startsWith("/static/");
  if (request.method === "GET" && url.origin === location.origin && ours) event.respondWith(answer(request));
});

const kept = async (request) => (await caches.match(request)) ?? caches.match(request, { ignoreSearch: true });

const answer = async (request) => {
  const old = await kept(request);
  if (!old) return fetch(request);
  const tooLate = new Promise((resolve) => { setTimeout(resolve, PATIENCE, old); });
  return Promise.race([fetch(request).catch(() => old), tooLate]);
};
