import size from "./size.js";

// Says which files were chosen or dropped, and how large they are, before anything is sent.
export default function fileDrop(input) {
    const list = document.createElement("ul");
    list.className = "field__files";
    list.setAttribute("aria-live", "polite");
    list.hidden = true;
    input.after(list);

    input.addEventListener("change", () => {
        list.replaceChildren(...[...input.files].map((file) => {
            const item = document.createElement("li");
            item.textContent = `${file.name}, ${size(file.size)}`;
            return item;
        }));
        list.hidden = input.files.length === 0;
    });

    const isOver = (over) => () => input.classList.toggle("field__file--over", over);
    for (const kind of ["dragenter", "dragover"]) input.addEventListener(kind, isOver(true));
    for (const kind of ["dragleave", "drop"]) input.addEventListener(kind, isOver(false));
    // A file that misses the field would take the place of the page, and of what was typed on it.
    for (const kind of ["dragover", "drop"]) {
        addEventListener(kind, (event) => {
            if (event.target.type !== "file" && event.dataTransfer?.types.includes("Files")) event.preventDefault();
        });
    }
}
