// What was typed and is not in the records yet, in this browser: each change under a key of its own.
export function kept(name) {
    const found = [];
    try {
        for (let place = 0; place < localStorage.length; place++) {
            const key = localStorage.key(place);
            if (key.startsWith(`${name} `)) found.push(JSON.parse(localStorage.getItem(key)));
        }
    } catch {
        return [];
    }
    return found.sort((one, other) => one.at - other.at);
}

// Whether the browser keeps it.
export function keep(name, change) {
    const { isUnderWay, ...rest } = change;
    try {
        localStorage.setItem(`${name} ${change.key}`, JSON.stringify(rest));
        return true;
    } catch {
        return false;
    }
}

export function forget(name, change) {
    try {
        localStorage.removeItem(`${name} ${change.key}`);
        return true;
    } catch {
        return false;
    }
}

export function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
