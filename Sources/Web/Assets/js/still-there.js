// Asks, before somebody is signed out because nothing was asked for, whether they are still there.
export default function stillThere(dialog) {
    const form = dialog.querySelector("form");
    let timer;

    const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(ask, dialog.dataset.after * 1000);
    };
    const ask = () => {
        dialog.showModal();
        timer = setTimeout(leave, dialog.dataset.until * 1000);
    };
    // The page then says what happened, and leads back here.
    const leave = () => location.reload();

    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
        if (!answer?.ok) return leave();
        dialog.close();
        wait();
    });
    wait();
}
