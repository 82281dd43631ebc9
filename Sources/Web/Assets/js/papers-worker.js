// Shows the pages of `/papers` without a connection, as `papers.js` kept them.
importScripts("/kept-pages-worker.js");

self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (url.origin !== self.location.origin) return;
    if (event.request.method === "POST" && /^\/papers\/[^/]+\/notes$/.test(url.pathname)) {
        event.respondWith(noted(event));
    } else if (event.request.method !== "GET") {
        return;
    } else if (url.pathname.startsWith("/assets/")) {
        event.respondWith(look(event.request));
    } else if (url.pathname === "/papers" || url.pathname.startsWith("/papers/")) {
        event.respondWith(networkFirst(event.request, url.pathname, absent));
    }
});

// A note was saved: the page that shows it is kept anew, and the agenda that tells of it.
async function noted(event) {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(anew(event.clientId));
    return answer;
}

async function anew(id) {
    const page = await self.clients.get(id);
    if (!page) return;
    const path = new URL(page.url).pathname;
    for (const address of new Set([path, path.replace(/\/items\/[^/]+$/, "")])) {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            if (!(await cache.match(address))) continue;
            const fresh = await fetch(address);
            if (fresh.ok && !fresh.redirected) await cache.put(address, fresh);
        }
    }
}

function absent() {
    return alone(
        "There is no connection",
        `<p>This page was not opened on this device before, so it is not kept here. <a href="/papers">Go to the papers that are</a>.</p>`,
    );
}
