// Asks before somebody leaves a form with words in it that were not sent.
export default function unsaved(form) {
    // A form that came back refused holds words that were never kept.
    const isRefused = "refused" in form.dataset;
    let isSent = false;

    const isChanged = (field) => {
        if (!field.name || field.type === "submit") return false;
        if (field.type === "file") return field.files.length > 0;
        if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
        if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
        return field.value !== field.defaultValue;
    };

    form.addEventListener("submit", () => {
        isSent = true;
    });
    // A page that was gone back to is not sent any more.
    addEventListener("pageshow", () => {
        isSent = false;
    });
    addEventListener("beforeunload", (event) => {
        if (!isSent && (isRefused || [...form.elements].some(isChanged))) event.preventDefault();
    });
}
