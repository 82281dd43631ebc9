// Minutes are taken, and notes are made, while the connection comes and goes. Each change is kept in the browser under a key of its own from the
// moment it is typed until the server said that it has it; sent twice it is done once, by that key. Nothing is said to be
// saved that is not. What is entered by a button is kept from the first letter too, and is not sent before the button is pressed.
import { belongs, fieldsOf, isTyped, putBack, told } from "./live-words.js";
import { say, standingAlone, standingOfAll, standingOfOne } from "./live-standing.js";
import redrawn from "./live-parts.js";

const PAUSE = 900;
const AGAIN = 4000;

export default function liveForms(page) {
    const name = page.dataset.queue;
    const state = page.querySelector("[data-state]");
    const left = page.querySelector("[data-left]");
    const pauses = new Map();
    let changes = kept(name);
    let isSending = false;
    let isSignedOut = false;
    let canKeep = true;
    let again;

    page.classList.add("live-forms--on");
    for (const form of forms()) restore(form);
    for (const form of forms()) {
        if (own(form)) continue;
        if (form.dataset.save === "press") type(form);
        else if (isRestored(form)) note(form);
    }
    show();
    send();

    page.addEventListener("input", (event) => {
        const form = event.target.closest("form[data-save]");
        if (!form) return;
        if (form.dataset.save === "press") {
            type(form);
            return show();
        }
        note(form);
        clearTimeout(pauses.get(form.id));
        pauses.set(form.id, setTimeout(send, PAUSE));
    });
    page.addEventListener("submit", (event) => {
        const form = event.target.closest("form[data-save]");
        // A browser that keeps nothing sends the form as it would without script.
        if (!form || !canKeep) return;
        event.preventDefault();
        if (!isPressedAlready(form)) note(form);
        send();
    });
    page.addEventListener("click", (event) => {
        const button = event.target.closest("[data-discard]");
        if (button) discard(changes.find((change) => change.key === button.dataset.discard));
    });
    addEventListener("online", send);
    document.addEventListener("visibilitychange", send);

    // Whether the browser itself put words back that this page did not come with, as it does when a page is loaded again.
    function isRestored(form) {
        return [...form.elements].some((one) => one.matches("textarea") && !same(one.value, one.defaultValue));
    }

    function forms() {
        return [...page.querySelectorAll("form[data-save]")];
    }

    // Which of what is kept stands in a form: the newest that is its own.
    function own(form) {
        return changes.findLast((change) => belongs(change, form));
    }

    // Whether its button was pressed with the very same words, which are still on their way.
    function isPressedAlready(form) {
        const words = JSON.stringify(fieldsOf(form));
        const isOnItsWay = (one) => !one.replaces && !one.refused && !one.isTyping && JSON.stringify(one.fields) === words;
        return changes.some((change) => belongs(change, form) && isOnItsWay(change));
    }

    // Keeps what is typed into a form that its button enters, until it is pressed.
    function type(form) {
        const there = own(form);
        const isOpen = there?.isTyping || there?.refused;
        if (!isTyped(form)) return there?.isTyping ? drop(there) : undefined;
        const change = isOpen ? there : { key: newKey(), form: form.id, after: "", replaces: false, at: Date.now(), isTyping: true };
        Object.assign(change, { fields: fieldsOf(form), ...told(form) });
        if (!isOpen) changes.push(change);
        keep(change);
    }

    // Keeps what stands in a form now, in the place of what was kept of it and not sent yet.
    function note(form) {
        const waiting = changes.findLast((change) => belongs(change, form) && !change.isUnderWay);
        const change = {
            key: newKey(),
            form: form.id,
            fields: fieldsOf(form),
            ...told(form),
            after: form.elements.namedItem("after")?.value ?? "",
            replaces: form.dataset.save === "itself",
            at: waiting?.at ?? Date.now(),
        };
        if (waiting && !waiting.refused && change.replaces) change.after = waiting.after;
        if (waiting && (change.replaces || waiting.refused || waiting.isTyping)) drop(waiting);
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
        while (!failed && (change = changes.find((one) => !one.refused && !one.isTyping))) {
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
                if (change.replaces && one.after === change.after) one.after = String(said.number);
                keep(one);
            }
            const after = form?.elements.namedItem("after");
            if (after) after.value = said.number;
            const box = form?.elements.namedItem("text");
            const sent = change.fields.find(([field]) => field === "text")?.[1];
            if (box && after && !later.length && said.text !== undefined && same(box.value, sent) && !same(said.text, sent)) {
                box.value = said.text;
            }
            if (form && !after && belongs(change, form) && !own(form)) form.reset();
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
        if (!change.replaces) freshen();
    }

    // Takes from the page as it is now what follows from what was saved. What is being typed is put back into it.
    async function freshen() {
        if (!page.querySelector("[data-part]")) return;
        const fresh = await asItIsNow();
        if (!fresh) return;
        for (const part of page.querySelectorAll("[data-part]")) {
            const next = fresh.getElementById(part.id);
            const isBusy = [...part.querySelectorAll("form[data-save=itself]")].some(own);
            if (next && !isBusy) redrawn(part, next, () => part.querySelectorAll("form[data-save]").forEach(restore));
        }
        show();
    }

    async function asItIsNow() {
        try {
            const answer = await fetch(location.pathname);
            return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
        } catch {
            return null;
        }
    }

    // Puts what this browser still keeps back into its form.
    function restore(form) {
        const change = own(form);
        if (change) putBack(change, form);
    }

    // Takes away for good what was kept and is not in the records, once its writer says so twice.
    async function discard(change) {
        if (!change || !confirm("Discard these words? They are nowhere else.")) return;
        const form = forms().find((one) => own(one) === change);
        drop(change);
        if (form) {
            form.reset();
            restore(form);
        }
        show();
        state.tabIndex = -1;
        state.focus({ preventScroll: true });
        if (!form || !change.replaces) return;
        const saved = (await asItIsNow())?.getElementById(form.id);
        if (saved && !own(form)) form.replaceWith(saved);
    }

    function show() {
        const standing = new Set();
        for (const form of forms()) {
            const change = own(form);
            standing.add(change);
            form.classList.toggle("live-form--waiting", Boolean(change));
            say(form.querySelector("[data-said]"), standingOfOne(change));
        }
        const homes = new Map([...page.querySelectorAll("[data-left]")].map((place) => [place, []]));
        for (const change of changes) {
            if ((!change.refused && !change.isTyping) || standing.has(change)) continue;
            const home = homeOf(change);
            homes.set(home, [...(homes.get(home) ?? []), standingAlone(change)]);
        }
        for (const [place, boxes] of homes) say(place, boxes);
        state.className = `live-state${changes.length ? " live-state--waiting" : ""}`;
        const text = standingOfAll(changes, { isSignedOut, canKeep });
        if (state.textContent !== text) state.textContent = text;
    }

    // Where words are shown whose form is gone: at the end of what they were about.
    function homeOf(change) {
        const section = change.section && document.getElementById(change.section);
        if (!section) return left;
        let home = section.querySelector(":scope > [data-left]");
        if (!home) {
            home = document.createElement("div");
            home.dataset.left = "";
            section.append(home);
        }
        return home;
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
