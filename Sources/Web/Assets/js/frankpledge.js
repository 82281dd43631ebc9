// Every behaviour is a small module, found by `data-behaviour`. Without any of this every page still works.
const behaviours = {
    autocomplete: () => import("./autocomplete.js"),
    colour: () => import("./colour.js"),
    "file-drop": () => import("./file-drop.js"),
    "figure-picker": () => import("./figure-picker.js"),
    focus: () => import("./focus.js"),
    "kept-minutes": () => import("./kept-minutes.js"),
    "live-forms": () => import("./live-forms.js"),
    order: () => import("./order.js"),
    papers: () => import("./papers.js"),
    preview: () => import("./preview.js"),
    progress: () => import("./progress.js"),
    reveal: () => import("./reveal.js"),
    said: () => import("./said.js"),
    "still-there": () => import("./still-there.js"),
    tabs: () => import("./tabs.js"),
    unsaved: () => import("./unsaved.js"),
    upload: () => import("./upload.js"),
};

function begin(place) {
    return [...place.querySelectorAll("[data-behaviour]")].map(async (element) => {
        const module = await behaviours[element.dataset.behaviour]?.();
        module?.default(element);
    });
}

const begun = begin(document);
// What was drawn anew has begun nothing yet.
document.addEventListener("redrawn", (event) => begin(event.target));
// Whoever drives the page by a program can wait until it does what it will do.
Promise.allSettled(begun).then(() => document.documentElement.setAttribute("data-ready", ""));

// Where nobody is signed in, nothing stays of the pages that somebody kept here.
if (!document.querySelector("form.site-header__leave") && "caches" in window) {
    caches.keys().then((names) => names.forEach((name) => caches.delete(name)));
}
