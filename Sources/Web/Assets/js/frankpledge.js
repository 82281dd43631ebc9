// Every behaviour is a small module, found by `data-behaviour`. Without any of this every page still works.
const behaviours = {
    focus: () => import("./focus.js"),
    progress: () => import("./progress.js"),
    upload: () => import("./upload.js"),
};

for (const element of document.querySelectorAll("[data-behaviour]")) {
    const load = behaviours[element.dataset.behaviour];
    if (load) load().then((module) => module.default(element));
}
