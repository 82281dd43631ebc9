// Shows how a text will read without leaving the page: sends the form as its button would, and takes from the answer the
// part that shows it.
export default function preview(editor) {
    const button = editor.querySelector("button");
    const shown = editor.querySelector(".markdown-editor__preview");

    button.addEventListener("click", async (event) => {
        event.preventDefault();
        const form = button.form;
        const fields = [...new FormData(form, button)].filter(([, value]) => typeof value === "string");
        button.disabled = true;
        try {
            const answer = await fetch(form.getAttribute("action"), {
                method: "POST",
                body: new URLSearchParams(fields),
            });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.getElementById(shown.id);
            if (!fresh) throw new Error("no preview in the answer");
            shown.replaceChildren(...fresh.childNodes);
        } catch {
            shown.textContent = "It cannot be shown now. What you typed is still here.";
        }
        button.disabled = false;
        shown.hidden = false;
    });
}
