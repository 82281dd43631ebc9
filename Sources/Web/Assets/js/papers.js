// Papers that were opened once are read without a connection until their reader signs out. The pages and the PDFs are put
// into a cache of the reader’s own; `papers-worker.js` takes them from there when nothing comes from the network.
import { forgetOthers, keepLooks, take } from "./kept-pages.js";

const WORKER = "/papers-worker.js";

export default async function papers(place) {
    const state = place.querySelector("[data-kept]");
    const say = (text, isAway = false) => {
        state.textContent = text;
        state.classList.toggle("kept-papers__state--away", isAway);
    };
    if (!("serviceWorker" in navigator) || !("caches" in window)) {
        say("This browser keeps nothing for reading without a connection.");
        return;
    }
    const name = `papers ${place.dataset.reader}`;
    try {
        await navigator.serviceWorker.register(WORKER, { scope: "/papers" });
        await forgetOthers(place.dataset.reader);
        const cache = await caches.open(name);
        if (place.dataset.meetings !== undefined) await forgetPast(cache, words(place.dataset.meetings));
        const kept = await keep(cache, words(place.dataset.keep));
        if (kept.isAway) {
            say(await asOf(cache), true);
            document.addEventListener("redrawn", () => place.isConnected && papers(place), { once: true });
        } else if (place.dataset.meetings !== undefined) say("Papers you open stay on this device, to be read without a connection, until you sign out.");
        else if (kept.missing) say(`${kept.missing} of ${kept.all} papers could not be kept on this device. Load the page again.`);
        else say("All of this is on this device, to be read without a connection, until you sign out.");
    } catch {
        say("This browser keeps nothing for reading without a connection.");
    }
}

function words(text) {
    return (text ?? "").split(" ").filter(Boolean);
}

async function forgetPast(cache, meetings) {
    for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname;
        const isPaper = path.startsWith("/papers/");
        if (isPaper && !meetings.some((one) => path === one || path.startsWith(`${one}/`))) await cache.delete(request);
    }
}

async function keep(cache, addresses) {
    await keepLooks(cache);
    let missing = 0;
    for (const address of addresses) {
        // A PDF at an address never changes; a page may.
        if (/\/(packs|files)\//.test(address) && (await cache.match(address))) continue;
        const took = await take(cache, address);
        if (took === null) return { isAway: true };
        if (!took) missing += 1;
    }
    return { isAway: false, missing, all: addresses.length };
}

async function asOf(cache) {
    const kept = await cache.match(location.pathname);
    const date = new Date(kept?.headers.get("date") ?? "");
    const when = Number.isNaN(date.getTime())
        ? "earlier"
        : date.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" });
    return `There is no connection. This is what was kept here: ${when}. What you note is kept too, and sent later.`;
}
