// Keeps this page and every file that it loaded, so that the worker can open it again without a network.
const nameOf = (slug) => `tally ${slug}`;

const files = () => {
  const loaded = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  const icon = new URL(document.querySelector("link[rel=icon]").href);
  const own = [icon, ...loaded].filter((url) => url.origin === location.origin && url.pathname.startsWith("/static/"));
  return [...new Set(own.map((url) => url.href))];
};

// Returns "kept", "not kept" where the browser or the address (no https) does not allow it, or "offline" for later.
export const keepPage = async (slug, worker) => {
  if (!navigator.serviceWorker || !window.caches) return "not kept";
  try {
    await navigator.serviceWorker.register(worker, { scope: location.pathname });
    const wanted = [location.origin + location.pathname, ...files()];
    const cache = await caches.open(nameOf(slug));
    await cache.addAll(wanted);
    for (const request of await cache.keys()) if (!wanted.includes(request.url)) await cache.delete(request);
    return "kept";
  } catch {
    return (await caches.has(nameOf(slug))) ? "kept" : "not kept";
  }
};

export const forgetPage = async (slug) => { if (window.caches) await caches.delete(nameOf(slug)); };
