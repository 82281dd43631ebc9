// Minutes are taken, and notes are made, while the connection comes and goes. Each change is kept in the browser under a key of its own from the
// moment it is typed until the server said that it has it; sent twice it is done once, by that key. Nothing is said to be
// saved that is not.
const PAUSE = 900;
const AGAIN = 4000;

export default function liveForms(page) {
    const name = page.dataset.queue;
    const state = page.querySelector("[data-state]");
    const typing = new Map();
    const touched = new Set();
    let changes = kept(name);
    let isSending = false;
    let isSignedOut = false;
    let canKeep = true;
    let again;

    page.classList.add("live-forms--on");
    for (const change of changes) restore(change);
    for (const form of page.querySelectorAll("form[data-save=itself]")) if (isRestored(form)) note(form);
    show();
    send();

    page.addEventListener("input", (event) => {
        const form = event.target.closest("form[data-save]");
        if (!form) return;
        if (form.dataset.save === "press") return void touched.add(form.id);
        note(form);
        clearTimeout(typing.get(form.id));
        typing.set(form.id, setTimeout(send, PAUSE));
    });
    page.addEventListener("submit", (event) => {
        const form = event.target.closest("form[data-save]");
        // A browser that keeps nothing sends the form as it would without script.
        if (!form || !canKeep) return;
        event.preventDefault();
        note(form);
        touched.delete(form.id);
        send();
    });
    addEventListener("online", send);
    document.addEventListener("visibilitychange", send);

    // Whether the browser itself put words back that this page did not come with, as it does when a page is loaded again.
    function isRestored(form) {
        return !changes.some((change) => change.form === form.id)
            && [...form.elements].some((one) => one.matches("textarea") && !same(one.value, one.defaultValue));
    }

    // Keeps what stands in a form now, in the place of what was kept of it and not sent yet.
    function note(form) {
        const waiting = changes.findLast((change) => change.form === form.id && !change.isUnderWay);
        const fields = [...new FormData(form)].filter(([field]) => !["form-token", "key", "after"].includes(field));
        const change = {
            key: newKey(),
            form: form.id,
            fields,
            after: form.elements.namedItem("after")?.value ?? "",
            replaces: form.dataset.save === "itself",
            at: waiting?.at ?? Date.now(),
        };
        if (waiting && !waiting.refused && change.replaces) change.after = waiting.after;
        if (waiting && (change.replaces || waiting.refused)) drop(waiting);
        changes.push(change);
        keep(change);
        show();
    }

    async function send() {
        if (isSending || isSignedOut) return;
        isSending = true;
        clearTimeout(again);
        let failed = false;
        let change;
        while (!failed && (change = changes.find((one) => !one.refused))) {
            change.isUnderWay = true;
            show();
            const answer = await post(change);
            change.isUnderWay = false;
            if (!answer) failed = true;
            else if (answer.isSignedOut) failed = isSignedOut = true;
            else take(change, answer.status, answer.said);
        }
        isSending = false;
        if (failed && !isSignedOut) again = setTimeout(send, AGAIN);
        show();
    }

    // Null where nothing came back, so that nobody knows whether it arrived.
    async function post(change) {
        const form = page.querySelector("form[data-save]");
        const body = new URLSearchParams(change.fields);
        body.set("form-token", form.elements.namedItem("form-token").value);
        body.set("key", change.key);
        body.set("after", change.after);
        body.set("as", "data");
        try {
            const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
            if (!answer.headers.get("content-type")?.startsWith("application/json")) {
                return answer.status >= 500 || answer.status === 429 ? null : { isSignedOut: true };
            }
            return { status: answer.status, said: await answer.json() };
        } catch {
            return null;
        }
    }

    function take(change, status, said) {
        const form = document.getElementById(change.form);
        if (status === 200) {
            drop(change);
            const later = changes.filter((one) => one.form === change.form);
            for (const one of later) {
                if (one.after === change.after) one.after = String(said.number);
                keep(one);
            }
            const after = form?.elements.namedItem("after");
            if (after) after.value = said.number;
            const box = form?.elements.namedItem("text");
            const sent = change.fields.find(([field]) => field === "text")?.[1];
            if (box && after && !later.length && said.text !== undefined && same(box.value, sent) && !same(said.text, sent)) {
                box.value = said.text;
            }
            if (form && !after) form.reset();
            freshen();
            return;
        }
        // It stays in the browser until its writer has settled it.
        change.refused = said.refused ?? "It was not saved. Load the page again.";
        change.theirs = status === 409 ? (said.text ?? null) : null;
        if (status === 409) {
            change.after = String(said.number);
            const after = form?.elements.namedItem("after");
            if (after) after.value = said.number;
        }
        keep(change);
    }

    // Takes from the page as it is now what follows from what was saved, but never a form in which something is being typed.
    async function freshen() {
        if (!page.querySelector("[data-part]")) return;
        let fresh;
        try {
            const answer = await fetch(location.pathname);
            fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        } catch {
            return;
        }
        for (const part of page.querySelectorAll("[data-part]")) {
            const next = fresh.getElementById(part.id);
            const forms = [...part.querySelectorAll("form[data-save]")];
            const isBusy = forms.some((form) => touched.has(form.id) || changes.some((change) => change.form === form.id));
            if (!next || isBusy || (part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"))) continue;
            const hadFocus = part.contains(document.activeElement);
            const open = [...part.querySelectorAll("details")].map((one) => one.open);
            part.replaceChildren(...next.childNodes);
            const details = [...part.querySelectorAll("details")];
            if (details.length === open.length) details.forEach((one, place) => (one.open ||= open[place]));
            if (hadFocus) {
                part.tabIndex = -1;
                part.focus({ preventScroll: true });
            }
        }
    }

    // Puts what this browser still keeps back into its form.
    function restore(change) {
        const form = document.getElementById(change.form);
        if (!form) return;
        for (const tick of form.querySelectorAll("[type=radio], [type=checkbox]")) {
            tick.checked = change.fields.some(([field, value]) => field === tick.name && value === tick.value);
        }
        for (const [field, value] of change.fields) {
            const control = form.elements.namedItem(field);
            if (control instanceof Element && !control.matches("[type=hidden], [type=radio], [type=checkbox]")) control.value = value;
        }
        for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    }

    function show() {
        for (const form of page.querySelectorAll("form[data-save]")) {
            const own = changes.findLast((change) => change.form === form.id);
            const said = form.querySelector("[data-said]");
            form.classList.toggle("live-form--waiting", Boolean(own));
            said.replaceChildren(...words(own));
        }
        const refused = changes.filter((change) => change.refused).length;
        const waiting = changes.length - refused;
        state.className = `live-state${changes.length ? " live-state--waiting" : ""}`;
        const text = !canKeep
            ? "This browser keeps nothing. Save with the buttons."
            : isSignedOut
              ? `You are signed out. ${count(changes.length)} kept here, not sent yet. Sign in again and come back to this page.`
              : refused
                ? `${count(refused)} kept here and not saved: see below.`
                : waiting
                  ? `${count(waiting)} kept here, not sent yet.`
                  : "Everything is saved.";
        if (state.textContent !== text) state.textContent = text;
    }

    function words(change) {
        if (!change) return [];
        if (!change.refused) return ["Kept here, not sent yet"];
        const said = document.createElement("span");
        said.className = "live-form__refused";
        said.textContent = `Not saved. ${change.refused}.`;
        if (change.theirs === null || change.theirs === undefined) return [said];
        const theirs = document.createElement("span");
        theirs.className = "live-form__theirs";
        theirs.textContent = change.theirs;
        return [said, theirs];
    }

    function keep(change) {
        const { isUnderWay, ...rest } = change;
        try {
            localStorage.setItem(`${name} ${change.key}`, JSON.stringify(rest));
            canKeep = true;
        } catch {
            canKeep = false;
        }
    }

    function drop(change) {
        changes = changes.filter((one) => one !== change);
        try {
            localStorage.removeItem(`${name} ${change.key}`);
        } catch {
            canKeep = false;
        }
    }
}

function kept(name) {
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

function same(one, other) {
    return (one ?? "").replaceAll("\r\n", "\n").trim() === (other ?? "").replaceAll("\r\n", "\n").trim();
}

function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function count(number) {
    return number === 1 ? "1 change is" : `${number} changes are`;
}
