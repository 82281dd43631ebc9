// What stands in a form: as it is kept on the device, told in words, and put back.
const ITS_OWN_EACH_TIME = ["form-token", "key", "after", "seats"];

export function fieldsOf(form) {
    return [...new FormData(form)].filter(([field]) => !["form-token", "key", "after"].includes(field));
}

// Whether what is kept is of this form, and not of another that stands now where its own stood.
export function belongs(change, form) {
    if (change.form !== form.id) return false;
    const about = [...form.querySelectorAll("[type=hidden]")].filter((one) => !ITS_OWN_EACH_TIME.includes(one.name));
    return about.every((one) => change.fields.some(([field, value]) => field === one.name && value === one.value));
}

// Whether somebody answered anything in it.
export function isTyped(form) {
    return [...form.elements].some((one) => {
        if (one.matches("[type=radio], [type=checkbox]")) return one.checked !== one.defaultChecked;
        if (one.matches("select")) return one.value !== ([...one.options].find((option) => option.defaultSelected) ?? one.options[0])?.value;
        return one.matches("input:not([type=hidden]), textarea") && one.value !== one.defaultValue;
    });
}

// Where the form stands, and what was answered in it, for when it is not on the page any more.
export function told(form) {
    const section = form.closest("section[id]");
    const place = section?.querySelector("h2")?.textContent.trim();
    const deed = form.querySelector("[type=submit]")?.textContent.trim();
    const answers = [...form.elements].filter((one) => one.matches("input:not([type=hidden]), select, textarea"));
    return { section: section?.id, title: [place, deed].filter(Boolean).join(": "), lines: answers.map(answer).filter(Boolean) };
}

function answer(one) {
    const label = one.labels?.[0]?.textContent.trim() ?? one.name;
    if (one.matches("[type=radio], [type=checkbox]")) {
        const legend = one.closest("fieldset")?.querySelector("legend")?.textContent.trim();
        return one.checked ? [legend, label].filter(Boolean).join(": ") : null;
    }
    const words = one.matches("select") ? one.value && one.selectedOptions[0]?.label : one.value.trim();
    return words ? `${label}: ${words}` : null;
}

export function putBack(change, form) {
    for (const tick of form.querySelectorAll("[type=radio], [type=checkbox]")) {
        tick.checked = change.fields.some(([field, value]) => field === tick.name && value === tick.value);
    }
    for (const [field, value] of change.fields) {
        const control = form.elements.namedItem(field);
        if (control instanceof Element && !control.matches("[type=hidden], [type=radio], [type=checkbox]")) control.value = value;
    }
    for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

// Whether the browser itself put words back that this page did not come with, as it does when a page is loaded again.
export function isRestored(form) {
    return [...form.elements].some((one) => one.matches("textarea") && !same(one.value, one.defaultValue));
}

export function same(one, other) {
    return (one ?? "").replaceAll("\r\n", "\n").trim() === (other ?? "").replaceAll("\r\n", "\n").trim();
}
