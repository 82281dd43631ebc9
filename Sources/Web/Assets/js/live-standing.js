// How what is kept on the device stands, in words.
const ENDS = {
    "signed out": ["You are signed out.", "Sign in again and come back to this page."],
    closed: ["These minutes are not written on this page any more.", "Copy what you need from it, then load the page again."],
};

export function standingOfAll(changes, { ended, awaySince, canKeep }) {
    const typed = changes.filter((change) => change.isTyping).length;
    const refused = changes.filter((change) => change.refused).length;
    const waiting = changes.length - refused - typed;
    if (!canKeep) return "This browser keeps nothing. Save with the buttons.";
    const said = [];
    if (ended) {
        const left = refused + waiting;
        const [why, what] = ENDS[ended];
        said.push(`${why} ${left ? `${count(left)} kept here, not sent yet. ` : ""}${what}`);
    } else {
        if (awaySince) said.push(`There is no connection. This page is as it was ${moment(awaySince)}.`);
        else if (!changes.length) return "Everything is saved.";
        if (awaySince && !changes.length) said.push("What you type is kept here, and sent later.");
        if (refused) said.push(`${count(refused)} kept here and not saved: see below.`);
        if (waiting) said.push(`${count(waiting)} kept here, not sent yet.`);
    }
    if (typed) said.push(typed === 1 ? "1 form is not entered yet." : `${typed} forms are not entered yet.`);
    if (typed && typed === changes.length && !awaySince && !ended) said.push("All else is saved.");
    return said.join(" ");
}

// "at 7.42 pm", "on 27 November at 7.42 pm"
function moment(since) {
    const zone = { timeZone: "Europe/London" };
    const date = new Date(since);
    const day = (one) => one.toLocaleDateString("en-GB", { ...zone, day: "numeric", month: "long" });
    const time = date.toLocaleTimeString("en-GB", { ...zone, hour: "numeric", minute: "2-digit", hour12: true });
    return `${day(date) === day(new Date()) ? "" : `on ${day(date)} `}at ${time.replace(":", ".")}`;
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

// Where words are shown whose form is gone: at the end of what they were about.
export function homeOf(change, page) {
    const section = change.section && document.getElementById(change.section);
    if (!section) return page.querySelector("[data-left]");
    let home = section.querySelector(":scope > [data-left]");
    if (!home) {
        home = made("div", "", "");
        home.dataset.left = "";
        section.append(home);
    }
    return home;
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
