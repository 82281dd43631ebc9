// Keeps the page on which minutes are taken on the device, so that it opens again without a connection, for as long as it is
// wanted: until the minutes are circulated, or their writer signs out. `minutes-worker.js` takes it from there.
import { forgetOthers, forgetPage, keepLooks, take } from "./kept-pages.js";

const WORKER = "/minutes-worker.js";
const SCOPE = "/committees/meetings/";

export default async function keptMinutes(place) {
    if (!("serviceWorker" in navigator) || !("caches" in window)) return;
    const { reader, address } = place.dataset;
    try {
        if (!reader) return await forgetPage(address);
        // What was taken from there is not kept anew.
        if (document.documentElement.dataset.keptSince) return;
        await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
        await forgetOthers(reader);
        const cache = await caches.open(`minutes ${reader}`);
        await keepLooks(cache);
        if (!(await take(cache, address))) return;
        place.textContent = "This page is kept on this device: it opens here without a connection too, until you sign out.";
    } catch {
        // Without it the page works as it did.
    }
}
