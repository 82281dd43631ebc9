// How what is kept on the device stands, in words.
export function standingOfAll(changes, { isSignedOut, canKeep }) {
    const typed = changes.filter((change) => change.isTyping).length;
    const refused = changes.filter((change) => change.refused).length;
    const waiting = changes.length - refused - typed;
    if (!canKeep) return "This browser keeps nothing. Save with the buttons.";
    if (!changes.length) return "Everything is saved.";
    const said = [];
    if (isSignedOut) {
        const left = refused + waiting;
        said.push(`You are signed out. ${left ? `${count(left)} kept here, not sent yet. ` : ""}Sign in again and come back to this page.`);
    } else {
        if (refused) said.push(`${count(refused)} kept here and not saved: see below.`);
        if (waiting) said.push(`${count(waiting)} kept here, not sent yet.`);
    }
    if (typed) said.push(typed === 1 ? "1 form is not entered yet." : `${typed} forms are not entered yet.`);
    if (typed === changes.length) said.push("All else is saved.");
    return said.join(" ");
}

// Nothing is put there anew that is there already: whoever is on its button stays on it.
export function say(place, nodes) {
    const fresh = document.createElement("div");
    fresh.replaceChildren(...nodes);
    if (place.innerHTML !== fresh.innerHTML) place.replaceChildren(...fresh.childNodes);
}

export function standingOfOne(change) {
    if (!change) return [];
    if (change.isTyping) return [made("span", "", "Kept here, not entered yet "), discarding(change, "what is typed here")];
    if (!change.refused) return ["Kept here, not sent yet"];
    const said = [made("span", "live-form__refused", `Not saved. ${change.refused}.`), " ", discarding(change, "what is typed here")];
    if (change.theirs !== null && change.theirs !== undefined) said.push(made("span", "live-form__theirs", change.theirs));
    return said;
}

// What is kept of a form that is not on the page any more.
export function standingAlone(change) {
    const box = made("div", "live-left__one", "");
    box.setAttribute("role", "group");
    const title = change.title ?? "Words whose form is gone";
    box.setAttribute("aria-label", title);
    box.append(made("p", "live-left__title", title));
    box.append(made("p", "", change.refused ? `Not saved. ${change.refused}.` : "Not entered, and the form it was typed into is gone."));
    if (change.lines?.length) box.append(made("p", "live-form__theirs", change.lines.join("\n")));
    const end = made("p", "", "");
    end.append(discarding(change, title));
    box.append(end);
    return box;
}

function discarding(change, what) {
    const button = made("button", "link-button", "Discard");
    button.type = "button";
    button.dataset.discard = change.key;
    button.append(made("span", "visually-hidden", `: ${what}`));
    return button;
}

function made(name, style, text) {
    const element = document.createElement(name);
    if (style) element.className = style;
    element.textContent = text;
    return element;
}

function count(number) {
    return number === 1 ? "1 change is" : `${number} changes are`;
}
