// Stands between the pages of `/papers` and the network. Whatever comes from the network is shown; what was kept by
// `papers.js` is shown when nothing comes. What may not be read any more is forgotten.
const PATIENCE = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

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
        event.respondWith(paper(event.request, url.pathname));
    }
});

async function look(request) {
    return (await caches.match(request)) ?? fetch(request);
}

async function paper(request, path) {
    const kept = await caches.match(path);
    try {
        const answer = await (kept ? Promise.race([fetch(request), tooLong()]) : fetch(request));
        if ([401, 403, 404, 410].includes(answer.status)) await forget(path);
        return answer;
    } catch {
        return kept ? marked(kept) : absent();
    }
}

function tooLong() {
    return new Promise((_, fail) => setTimeout(() => fail(new Error("nothing came")), PATIENCE));
}

async function forget(path) {
    for (const name of await own()) await (await caches.open(name)).delete(path);
}

async function own() {
    return (await caches.keys()).filter((name) => name.startsWith("papers "));
}

// Tells `papers.js` that this is what was kept, so that it is not taken for new.
function marked(kept) {
    const headers = new Headers(kept.headers);
    headers.set("X-Kept", "yes");
    return new Response(kept.body, { status: kept.status, headers });
}

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
        for (const name of await own()) {
            const cache = await caches.open(name);
            if (!(await cache.match(address))) continue;
            const fresh = await fetch(address);
            if (fresh.ok && !fresh.redirected) await cache.put(address, fresh);
        }
    }
}

function absent() {
    const words = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>There is no connection</title><h1>There is no connection</h1>
<p>This page was not opened on this device before, so it is not kept here. <a href="/papers">Go to the papers that are</a>.</p></html>`;
    return new Response(words, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
