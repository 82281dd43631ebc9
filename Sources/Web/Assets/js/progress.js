// Asks how far something has come, and moves on to the result when it is done.
const PAUSE = 500;

export default function progress(element) {
    const bar = element.querySelector("progress");
    const detail = element.querySelector(".progress__detail");
    const part = document.getElementById(element.dataset.renews);

    async function look() {
        try {
            const answer = await fetch(element.dataset.source, { headers: { accept: "application/json" } });
            if (!answer.ok) throw new Error(answer.status);
            const state = await answer.json();
            if (state.isFinished) return location.reload();
            if (state.percent === undefined) bar.removeAttribute("value");
            else bar.value = state.percent;
            // Said again only when it says something else, so that a screen reader is not kept talking.
            if (detail.textContent !== state.detail) detail.textContent = state.detail;
            if (part) await renew(part);
        } catch {
            detail.textContent = "The connection was lost. The work goes on; this page will catch up.";
        }
        setTimeout(look, PAUSE);
    }

    setTimeout(look, PAUSE);
}

// Brings the cells of a table up to date from the page as it is now. Rows and their links stay, and so does the focus.
async function renew(part) {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(part.id)?.querySelectorAll("td") ?? [];
    part.querySelectorAll("td").forEach((cell, index) => {
        const now = fresh[index];
        if (now && now.innerHTML !== cell.innerHTML) cell.replaceChildren(...now.childNodes);
    });
}
