// Minutes are taken, and notes are made, while the connection comes and goes. Each change is kept in the browser under a key of its own from the
// moment it is typed until the server said that it has it; sent twice it is done once, by that key. Nothing is said to be
// saved that is not. What is entered by a button is kept from the first letter too, and is not sent before the button is pressed.
// A page that was opened from what is kept of it becomes the page as it is now before anything is sent.
import { belongs, fieldsOf, isRestored, isTyped, putBack, same, told } from "./live-words.js";
import { homeOf, say, standingAlone, standingOfAll, standingOfOne } from "./live-standing.js";
import { forget, keep as keepIn, kept, newKey } from "./live-queue.js";
import post from "./live-post.js";
import present from "./live-present.js";
import redrawn from "./live-parts.js";

const PAUSE = 900;
const AGAIN = 4000;

export default function liveForms(page) {
    const name = page.dataset.queue;
    const pauses = new Map();
    let changes = kept(name);
    // What the records have, and the page that is kept on the device perhaps has not.
    let arrived = [];
    let awaySince = document.documentElement.dataset.keptSince;
    let isSending = false;
    let isFreshening = false;
    let isStale = false;
    // Why nothing is sent any more.
    let ended;
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
        const replaces = form.dataset.save === "itself";
        // What was sent and not answered may have arrived: it is sent again before what came after it, also by a page opened later.
        const isInPlace = waiting && !waiting.isTried && (replaces || waiting.refused || waiting.isTyping);
        const change = {
            ...told(form),
            ...{ key: newKey(), form: form.id, fields: fieldsOf(form), replaces },
            after: form.elements.namedItem("after")?.value ?? "",
            at: isInPlace ? waiting.at : Math.max(Date.now(), (waiting?.at ?? 0) + 1),
        };
        if (waiting && !waiting.refused && replaces) change.after = waiting.after;
        if (isInPlace) drop(waiting);
        changes.push(change);
        keep(change);
        show();
    }

    async function send() {
        if (isSending || ended) return;
        isSending = true;
        clearTimeout(again);
        let isReached = !awaySince || (await renew());
        let change;
        while (isReached && (change = changes.find((one) => !one.refused && !one.isTyping))) isReached = await deliver(change);
        isSending = false;
        if (!isReached) later();
        else if (isStale) freshen();
        show();
    }

    function later() {
        clearTimeout(again);
        if (!ended) again = setTimeout(send, AGAIN);
    }

    // Whether the next may be sent.
    async function deliver(change) {
        Object.assign(change, { isUnderWay: true, isTried: true });
        keep(change);
        show();
        let answer = await post(change, forms()[0]);
        // Whoever signed in again since the page came has other tokens.
        if (answer?.isStranger) answer = (await renew()) ? await post(change, forms()[0]) : null;
        change.isUnderWay = false;
        if (answer?.isStranger) ended = "signed out";
        if (!answer || ended) return false;
        take(change, answer.status, answer.said);
        return true;
    }

    // Makes this the page as it is now, with what is typed put back; false where that does not come.
    async function renew() {
        const sure = arrived;
        const fresh = await asItIsNow();
        if (!fresh) return false;
        awaySince = undefined;
        delete document.documentElement.dataset.keptSince;
        redrawn(page, fresh, () => forms().forEach(restore));
        settle(sure);
        page.dispatchEvent(new Event("redrawn", { bubbles: true }));
        show();
        return true;
    }

    function take(change, status, said) {
        const form = document.getElementById(change.form);
        if (status === 200) {
            const wasAfter = change.after;
            const sent = change.fields.find(([field]) => field === "text")?.[1];
            const isAsSent = said.text === undefined || same(said.text, sent);
            arrive(change, said);
            const next = changes.filter((one) => one.form === change.form);
            for (const one of next) {
                // Where it was put together with another's words, these are not in what came after it: the server is to look at both.
                if (change.replaces && one.after === wasAfter && isAsSent) one.after = String(said.number);
                keep(one);
            }
            const after = form?.elements.namedItem("after");
            if (after) after.value = said.number;
            const box = form?.elements.namedItem("text");
            if (box && after && !next.length && !isAsSent && same(box.value, sent)) {
                box.value = said.text;
            }
            if (form && !after && belongs(change, form) && !own(form)) form.reset();
            isStale = true;
            return;
        }
        if (change.replaces && changes.findLast((one) => one.form === change.form) !== change) return drop(change);
        // It stays in the browser until its writer has settled it.
        change.isTried = false;
        change.refused = said.refused ?? "It was not saved. Load the page again.";
        change.theirs = status === 409 ? (said.text ?? null) : null;
        if (status === 409) {
            change.after = String(said.number);
            const after = form?.elements.namedItem("after");
            if (after) after.value = said.number;
        }
        keep(change);
        if (!change.replaces) isStale = true;
    }

    // Where a page of it is kept on the device, a change is let go of once that has it too: sent twice, it is done once.
    function arrive(change, said) {
        if (!page.querySelector("[data-part]")) return drop(change);
        changes = changes.filter((one) => one !== change);
        if (change.replaces) change.after = String(said.number);
        if (said.text !== undefined) change.fields = change.fields.map(([field, value]) => [field, field === "text" ? said.text : value]);
        arrived = [...arrived, change];
        keep(change);
    }

    function settle(sure) {
        arrived = arrived.filter((one) => !sure.includes(one));
        for (const change of sure) canKeep = forget(name, change) && canKeep;
    }

    // Takes from the page as it is now what follows from what was saved. What is being typed is put back into it.
    async function freshen() {
        if (isFreshening || !page.querySelector("[data-part]")) return;
        isFreshening = true;
        while (isStale) {
            isStale = false;
            const sure = arrived;
            const fresh = await asItIsNow();
            isStale ||= !fresh;
            if (!fresh) break;
            draw(fresh);
            settle(sure);
        }
        isFreshening = false;
        if (isStale) later();
        show();
    }

    function draw(fresh) {
        for (const part of page.querySelectorAll("[data-part]")) {
            const next = fresh.querySelector(`#${CSS.escape(part.id)}`);
            const isBusy = [...part.querySelectorAll("form[data-save=itself]")].some(own);
            if (next && !isBusy) redrawn(part, next, () => part.querySelectorAll("form[data-save]").forEach(restore));
        }
    }

    async function asItIsNow() {
        const now = await present(name);
        if (now && !now.page) ended = now.isSomebody ? "closed" : "signed out";
        return now?.page ?? null;
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
        const state = page.querySelector("[data-state]");
        state.tabIndex = -1;
        state.focus({ preventScroll: true });
        if (!form || !change.replaces) return;
        const saved = (await asItIsNow())?.querySelector(`#${CSS.escape(form.id)}`);
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
            const home = homeOf(change, page);
            homes.set(home, [...(homes.get(home) ?? []), standingAlone(change)]);
        }
        for (const [place, boxes] of homes) say(place, boxes);
        // Where a page says by itself that there is no connection, it is not said twice.
        const away = document.querySelector("[data-kept]") ? undefined : awaySince;
        const state = page.querySelector("[data-state]");
        state.className = `live-state${changes.length || away || ended ? " live-state--waiting" : ""}`;
        const newest = changes.filter((one) => !one.replaces || one === changes.findLast((other) => other.form === one.form));
        const text = standingOfAll(newest, { ended, awaySince: away, canKeep });
        if (state.textContent !== text) state.textContent = text;
    }

    function keep(change) {
        canKeep = keepIn(name, change);
    }

    function drop(change) {
        changes = changes.filter((one) => one !== change);
        canKeep = forget(name, change) && canKeep;
    }
}
