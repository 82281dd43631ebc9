import size from "./size.js";

// Sends a form with files and shows how much has gone. The answer is the same page the form would have led to.
export default function upload(form) {
    const button = form.querySelector("button");
    const holder = form.querySelector(".progress");
    const bar = holder.querySelector("progress");
    const detail = holder.querySelector(".progress__detail");

    form.addEventListener("submit", (event) => {
        event.preventDefault();
        holder.hidden = false;
        button.disabled = true;
        detail.textContent = "Sending";

        const request = new XMLHttpRequest();
        request.open("POST", form.action);
        request.upload.addEventListener("progress", ({ loaded, total }) => {
            bar.max = total;
            bar.value = loaded;
            const hasGone = loaded === total;
            detail.textContent = hasGone ? "All sent. Being kept." : `${size(loaded)} of ${size(total)} sent`;
        });
        request.addEventListener("load", () => {
            // A refused form comes back as a page at the form's own address; an accepted one has led elsewhere.
            if (request.status < 400) return location.assign(request.responseURL);
            document.open();
            document.write(request.responseText);
            document.close();
        });
        request.addEventListener("error", () => {
            button.disabled = false;
            detail.textContent = "The connection was lost before everything had gone. Nothing was saved: try again.";
        });
        request.send(new FormData(form));
    });
}
