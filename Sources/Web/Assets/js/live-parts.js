// Draws a part of a page anew: what was open stays open, and whoever is in a field stays in it, at the same letter.
export default function redrawn(part, next, putBack) {
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const caret = focused?.matches("textarea, [type=text]") ? [focused.selectionStart, focused.selectionEnd] : null;
    const field = focused?.matches("input, textarea, select") ? focused.id : null;
    const open = new Set([...part.querySelectorAll("details[open]")].map(name));
    part.replaceChildren(...next.childNodes);
    for (const details of part.querySelectorAll("details")) details.open ||= open.has(name(details));
    putBack();
    if (!focused) return;
    const again = field && document.getElementById(field);
    if (again) {
        again.focus({ preventScroll: true });
        if (caret) again.setSelectionRange(...caret);
    } else {
        part.tabIndex = -1;
        part.focus({ preventScroll: true });
    }
}

function name(details) {
    const form = details.closest("form") ?? details.querySelector("form");
    return `${form?.id} ${details.querySelector("summary")?.textContent}`;
}
