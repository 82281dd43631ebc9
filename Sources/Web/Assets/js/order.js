// The items of a list are dragged into an order, which is sent with the form they stand in. The buttons beside each item do
// the same from the keyboard, and without script.
export default function order(list) {
    const form = list.closest("form");
    const field = form.elements.namedItem("order");
    let held = null;

    for (const item of list.children) {
        item.draggable = true;
        item.addEventListener("dragstart", (event) => {
            held = item;
            event.dataTransfer.effectAllowed = "move";
            item.classList.add("agenda-builder__item--held");
        });
        item.addEventListener("dragend", () => item.classList.remove("agenda-builder__item--held"));
        item.addEventListener("dragover", (event) => {
            if (!held || held === item) return;
            event.preventDefault();
            item.classList.add("agenda-builder__item--over");
        });
        item.addEventListener("dragleave", () => item.classList.remove("agenda-builder__item--over"));
        item.addEventListener("drop", (event) => {
            event.preventDefault();
            item.classList.remove("agenda-builder__item--over");
            if (!held || held === item) return;
            const isBelow = held.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING;
            if (isBelow) item.after(held);
            else item.before(held);
            send();
        });
    }

    // Those that are taken off are not in the list, and keep their places at the end.
    function send() {
        const shown = [...list.children].map((item) => item.dataset.item);
        const rest = field.value.split(" ").filter((id) => id && !shown.includes(id));
        field.value = [...shown, ...rest].join(" ");
        form.requestSubmit();
    }
}
