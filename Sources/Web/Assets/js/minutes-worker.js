// Shows the page on which minutes are taken without a connection, as `kept-minutes.js` kept it.
importScripts("/kept-pages-worker.js");

const TAKING = /^\/committees\/meetings\/[^/]+\/minutes$/;
// A kept page outlives the meeting, and not the week.
const DAYS = 2;

self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (url.origin !== self.location.origin || event.request.method !== "GET") return;
    if (url.pathname.startsWith("/assets/")) {
        event.respondWith(look(event.request));
    } else if (TAKING.test(url.pathname) && event.request.mode === "navigate") {
        event.respondWith(minutes(event.request, url.pathname));
    }
});

async function minutes(request, path) {
    await forgetOld();
    return networkFirst(request, path, absent);
}

async function forgetOld() {
    for (const name of await caches.keys()) {
        if (!name.startsWith("minutes ")) continue;
        const cache = await caches.open(name);
        for (const kept of await cache.keys()) {
            const path = new URL(kept.url).pathname;
            const date = new Date((await cache.match(kept))?.headers.get("date") ?? 0);
            if (TAKING.test(path) && Date.now() - date > DAYS * 24 * 60 * 60 * 1000) await cache.delete(kept);
        }
    }
}

function absent() {
    return alone(
        "There is no connection",
        `<p>These minutes are not kept on this device. They are kept from when they are opened with a connection, until their writer
signs out, they are circulated, or ${DAYS} days have passed. Words that you typed here and that were not sent yet are kept until you
sign out, and sent when this page is opened with a connection.</p>`,
    );
}
