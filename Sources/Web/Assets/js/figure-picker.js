import autocomplete from "./autocomplete.js";

// Chooses a figure in front of the text that is being written, and puts its line where the cursor was. Nothing is sent or
// left, so nothing that was typed can be lost.
export default function figurePicker(link) {
    const text = document.getElementById(link.dataset.into);
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.className = "figure-picker";
    dialog.setAttribute("aria-label", link.textContent);

    link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(link.href).then(() => dialog.showModal());
    });

    async function show(address) {
        let choice;
        try {
            const answer = await fetch(address);
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            choice = [page.querySelector(".error-summary"), page.getElementById("figure-choice")].filter(Boolean);
            if (!page.getElementById("figure-choice")) throw new Error("no figures in the answer");
        } catch {
            choice = [Object.assign(document.createElement("p"), { textContent: "The figures cannot be shown now. What you typed is still here." })];
        }
        dialog.replaceChildren(heading(), ...choice);
        dialog.querySelectorAll("code[data-figure-line]").forEach(offer);
        dialog.querySelectorAll("select[data-behaviour='autocomplete']").forEach((select) => autocomplete(select));
        dialog.querySelectorAll("a[href]:not([href^='#'])").forEach((away) => away.setAttribute("target", "_blank"));
        dialog.scrollTop = 0;
    }

    function heading() {
        const head = document.createElement("div");
        head.className = "figure-picker__head";
        const title = Object.assign(document.createElement("h2"), { textContent: link.textContent });
        const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
        close.className = "button button--secondary";
        close.addEventListener("click", () => dialog.close());
        head.append(title, close);
        return head;
    }

    function offer(line) {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: line.dataset.figureLine });
        button.className = "button";
        button.addEventListener("click", () => {
            dialog.close();
            put(line.textContent);
        });
        line.after(button);
    }

    // As if it had been typed, so that it can be taken back as typing can.
    function put(line) {
        text.focus();
        if (document.execCommand("insertText", false, line)) return;
        text.setRangeText(line, text.selectionStart, text.selectionEnd, "end");
        text.dispatchEvent(new Event("input", { bubbles: true }));
    }

    dialog.addEventListener("submit", (event) => {
        event.preventDefault();
        const form = event.target;
        show(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
    });
}
