import combobox from "./combobox.js";

// A long list of choices becomes a field in which to type a part of one. The list stays, and is what is sent.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export default function autocomplete(select) {
    const choices = [...select.options].filter((option) => option.value);
    const { input, list, count, problem } = combobox(select);
    let active = -1;

    const chosen = () => (select.value ? select.selectedOptions[0].label : "");
    const shown = () => [...list.children];

    const like = (typed) => choices.filter((one) => plain(typed).split(/\s+/).every((part) => plain(one.label).includes(part)));

    function open() {
        const found = like(input.value === chosen() ? "" : input.value);
        list.replaceChildren(...found.map((option) => entry(option)));
        list.hidden = found.length === 0;
        input.setAttribute("aria-expanded", found.length > 0);
        count.textContent = found.length === 1 ? "1 choice" : `${found.length || "No"} choices`;
        mark(-1);
    }

    function entry(option) {
        const item = document.createElement("li");
        item.id = `${input.id}-${option.index}`;
        item.className = "autocomplete__choice";
        item.setAttribute("role", "option");
        item.textContent = option.label;
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => choose(option.label));
        return item;
    }

    function mark(index) {
        active = index;
        shown().forEach((item, place) => item.setAttribute("aria-selected", place === index));
        const item = shown()[index];
        item?.scrollIntoView({ block: "nearest" });
        if (item) input.setAttribute("aria-activedescendant", item.id);
        else input.removeAttribute("aria-activedescendant");
    }

    // What was typed is taken if it is one of the choices, a part of just one, or nothing. Anything else stands there and is
    // said to be wrong, and the form waits: nobody is to send another choice than the one they see.
    function choose(label) {
        const typed = label.trim();
        const option = choices.find((one) => plain(one.label) === plain(typed)) ?? only(typed);
        const none = [...select.options].find((one) => !one.value);
        if (option || (none && typed === "")) select.value = (option ?? none).value;
        if (option || typed === "" || typed === chosen()) input.value = chosen();
        tell(input.value === chosen() ? "" : `‘${typed}’ is not in the list. Choose one that is.`);
        list.hidden = true;
        input.setAttribute("aria-expanded", false);
        mark(-1);
    }

    function only(typed) {
        const found = typed ? like(typed) : [];
        return found.length === 1 ? found[0] : undefined;
    }

    function tell(what) {
        problem.textContent = what;
        problem.hidden = !what;
        if (what) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
    }

    const keys = {
        ArrowDown: () => (list.hidden ? open() : mark((active + 1) % shown().length)),
        ArrowUp: () => (list.hidden ? open() : mark((active <= 0 ? shown().length : active) - 1)),
        Enter: () => (list.hidden ? false : choose(shown()[active]?.textContent ?? input.value)),
        Escape: () => (list.hidden ? false : choose(chosen())),
    };

    input.value = chosen();
    input.addEventListener("input", open);
    input.addEventListener("click", open);
    input.addEventListener("blur", () => choose(input.value));
    select.form?.addEventListener("submit", (event) => {
        choose(input.value);
        if (problem.hidden) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        input.focus();
    }, { capture: true });
    input.addEventListener("keydown", (event) => {
        if (event.key in keys && keys[event.key]() !== false) event.preventDefault();
    });
}
