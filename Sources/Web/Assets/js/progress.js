// Asks how far something has come, and moves on to the result when it is done.
const PAUSE = 500;

export default function progress(element) {
    const bar = element.querySelector("progress");
    const detail = element.querySelector(".progress__detail");

    async function look() {
        try {
            const answer = await fetch(element.dataset.source, { headers: { accept: "application/json" } });
            if (!answer.ok) throw new Error(answer.status);
            const state = await answer.json();
            if (state.isFinished) return location.reload();
            if (state.percent === undefined) bar.removeAttribute("value");
            else bar.value = state.percent;
            detail.textContent = state.detail;
        } catch {
            detail.textContent = "The connection was lost. The work goes on; this page will catch up.";
        }
        setTimeout(look, PAUSE);
    }

    setTimeout(look, PAUSE);
}
