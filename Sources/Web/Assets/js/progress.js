// Asks how far something has come, and moves on to the result when it is done.
const PAUSE = 500;
const CHANGING = "td, .task-list__state";

export default function progress(element) {
    const bar = element.querySelector("progress");
    const detail = element.querySelector(".progress__detail");
    const part = document.getElementById(element.dataset.renews);

    async function look() {
        try {
            const answer = await fetch(element.dataset.source, { headers: { accept: "application/json" } });
            if (!answer.ok) throw new Error(answer.status);
            const state = await answer.json();
            if (state.isFinished) return await end();
            if (state.percent === undefined) bar.removeAttribute("value");
            else bar.value = state.percent;
            // Said again only when it says something else, so that a screen reader is not kept talking.
            if (detail.textContent !== state.detail) detail.textContent = state.detail;
            if (part && !element.dataset.done) await renew(part);
        } catch {
            detail.textContent = "The connection was lost. The work goes on; this page will catch up.";
        }
        setTimeout(look, PAUSE);
    }

    // A page with more on it than this stays as it is, lest whoever reads or fills it in lose their place.
    async function end() {
        if (!element.dataset.done) return location.reload();
        if (part) await renew(part);
        element.querySelectorAll("label, progress").forEach((done) => done.remove());
        detail.textContent = element.dataset.done;
    }

    setTimeout(look, PAUSE);
}

// Brings the cells of a table, or how the tasks of a list stand, up to date from the page as it is now. Rows and their links
// stay, and so does the focus.
async function renew(part) {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(part.id)?.querySelectorAll(CHANGING) ?? [];
    part.querySelectorAll(CHANGING).forEach((cell, index) => {
        const now = fresh[index];
        if (now && now.innerHTML !== cell.innerHTML) cell.replaceChildren(...now.childNodes);
    });
}
