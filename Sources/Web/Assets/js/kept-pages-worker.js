// What every worker does that stands between pages and the network. Whatever comes from the network is shown; what was kept
// is shown when nothing comes. What may not be read any more is forgotten.
const PATIENCE = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function look(request) {
    return (await caches.match(request)) ?? fetch(request);
}

// `absent` makes the page that says that this one is not here.
async function networkFirst(request, path, absent) {
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
    for (const name of await caches.keys()) await (await caches.open(name)).delete(path);
}

// Tells the scripts of the page that this is what was kept, and since when, so that it is not taken for new.
async function marked(kept) {
    const headers = new Headers(kept.headers);
    headers.set("X-Kept", "yes");
    const isPage = headers.get("content-type")?.startsWith("text/html");
    const since = new Date(headers.get("date") ?? 0).toISOString();
    const body = isPage ? (await kept.text()).replace("<html", `<html data-kept-since="${since}"`) : kept.body;
    return new Response(body, { status: kept.status, headers });
}

function alone(title, words) {
    const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><h1>${title}</h1>
${words}</html>`;
    return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
