// Parts under headings become tabs: one is shown, and the arrow keys go from one to the next.
export default function tabs(group) {
    const list = group.querySelector(".tabs__list");
    const links = [...list.querySelectorAll("a")];
    const panels = links.map((link) => document.getElementById(link.hash.slice(1)));

    function show(index, hasFocus) {
        links.forEach((link, place) => {
            const isShown = place === index;
            link.setAttribute("aria-selected", isShown);
            link.tabIndex = isShown ? 0 : -1;
            panels[place].hidden = !isShown;
        });
        if (hasFocus) links[index].focus();
    }

    function showNamed(hash) {
        const index = panels.findIndex((panel) => panel.matches(hash) || panel.querySelector(hash));
        if (index >= 0) show(index, false);
        return index >= 0;
    }

    group.classList.add("tabs--live");
    list.setAttribute("role", "tablist");
    links.forEach((link, index) => {
        link.id = `${panels[index].id}-tab`;
        link.parentElement.setAttribute("role", "presentation");
        link.setAttribute("role", "tab");
        link.setAttribute("aria-controls", panels[index].id);
        panels[index].setAttribute("role", "tabpanel");
        panels[index].setAttribute("aria-labelledby", link.id);
        panels[index].tabIndex = 0;
        link.addEventListener("click", (event) => {
            event.preventDefault();
            history.replaceState(null, "", link.hash);
            show(index, true);
        });
        link.addEventListener("keydown", (event) => {
            const last = links.length - 1;
            const next = {
                ArrowLeft: index === 0 ? last : index - 1,
                ArrowRight: index === last ? 0 : index + 1,
                Home: 0,
                End: last,
            }[event.key];
            if (next === undefined) return;
            event.preventDefault();
            show(next, true);
        });
    });

    // A link to something within a part opens that part, now and later.
    const named = () => /^#[\w-]+$/.test(location.hash) && showNamed(location.hash);
    if (!named()) show(0, false);
    addEventListener("hashchange", named);
}
