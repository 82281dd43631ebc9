// The parts of a field with a list under it, as WAI-ARIA describes a combobox, in the place of a plain list of choices.
export default function combobox(select) {
    const holder = document.createElement("div");
    const input = document.createElement("input");
    const list = document.createElement("ul");
    const count = document.createElement("p");
    const problem = document.createElement("p");

    give(input, { type: "text", role: "combobox", autocomplete: "off", class: select.className });
    give(input, { "aria-autocomplete": "list", "aria-controls": `${select.id}-choices`, "aria-expanded": false });
    // The label, the hint and what is wrong now belong to the field.
    for (const name of ["id", "aria-describedby", "aria-invalid"]) {
        if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    }
    const label = select.labels[0].textContent;
    give(list, { id: `${select.id}-choices`, role: "listbox", class: "autocomplete__choices", "aria-label": label });
    give(count, { role: "status", class: "visually-hidden" });
    give(problem, { id: `${select.id}-unknown`, role: "alert", class: "field__problem" });
    input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), problem.id].filter(Boolean).join(" "));
    list.hidden = problem.hidden = true;
    select.id += "-list";
    select.hidden = true;
    holder.className = "autocomplete";
    holder.append(problem, input, list, count);
    select.after(holder);
    return { input, list, count, problem };
}

function give(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
