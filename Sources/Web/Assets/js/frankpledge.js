// Every behaviour is a small module, found by `data-behaviour`. Without any of this every page still works.
const behaviours = {
    autocomplete: () => import("./autocomplete.js"),
    "file-drop": () => import("./file-drop.js"),
    focus: () => import("./focus.js"),
    preview: () => import("./preview.js"),
    progress: () => import("./progress.js"),
    reveal: () => import("./reveal.js"),
    "still-there": () => import("./still-there.js"),
    tabs: () => import("./tabs.js"),
    unsaved: () => import("./unsaved.js"),
    upload: () => import("./upload.js"),
};

for (const element of document.querySelectorAll("[data-behaviour]")) {
    const load = behaviours[element.dataset.behaviour];
    if (load) load().then((module) => module.default(element));
}
