// Pages that were opened once are shown without a connection until their reader signs out. They lie in a cache for each kind
// and reader, from which a worker takes them when nothing comes from the network.

// Whoever else opened pages here has signed out, or has been signed out.
export async function forgetOthers(reader) {
    for (const name of await caches.keys()) {
        if (!name.endsWith(` ${reader}`)) await caches.delete(name);
    }
}

export async function forgetPage(path) {
    for (const cache of await keeping(path)) await cache.delete(path);
}

// Puts a page in the place of what is kept of it, if anything is. One that there is no room for is not kept at all.
export async function keepAnew(path, answer) {
    for (const cache of await keeping(path)) {
        await cache.put(path, answer.clone()).catch(() => cache.delete(path));
    }
}

// What the page that is open looks with: its styles, scripts and letters.
export async function keepLooks(cache) {
    await isReady();
    const names = performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname);
    for (const look of new Set(names.filter((path) => path.startsWith("/assets/")))) {
        if (!(await cache.match(look))) await take(cache, look);
    }
}

// Null where nothing came back; false where what came is not to be kept.
export async function take(cache, address) {
    let answer;
    try {
        answer = await fetch(address);
    } catch {
        return null;
    }
    if (!answer.ok || answer.redirected) return false;
    if (answer.headers.get("X-Kept") === "yes") return null;
    await cache.put(address, answer);
    return true;
}

async function keeping(path) {
    const found = [];
    if (!("caches" in window)) return found;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        if (await cache.match(path)) found.push(cache);
    }
    return found;
}

// Until then some scripts are still on their way.
function isReady() {
    const root = document.documentElement;
    return new Promise((done) => {
        if (root.hasAttribute("data-ready")) return done();
        const watch = new MutationObserver(() => {
            watch.disconnect();
            done();
        });
        watch.observe(root, { attributeFilter: ["data-ready"] });
    });
}
