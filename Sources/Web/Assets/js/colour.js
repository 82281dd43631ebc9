// A colour that is chosen is written into the field beside it, and one that is typed is shown. Without script the swatch
// shows the colour that is saved.
export default function colour(swatch) {
    const field = document.getElementById(swatch.dataset.of);
    const show = () => {
        const typed = field.value.trim().toLowerCase();
        if (/^#[0-9a-f]{6}$/.test(typed)) swatch.value = typed;
    };
    show();
    field.addEventListener("input", show);
    swatch.addEventListener("input", () => {
        field.value = swatch.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    swatch.disabled = false;
}
