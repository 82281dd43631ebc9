// The page as it is now, and what is kept of it on the device is as new.
import { forgetPage, keepAnew } from "./kept-pages.js";

// Null where nothing came. `page` is the part that is written on, and is not there where it is not for whoever writes here;
// `isSomebody` tells whether anybody is signed in.
export default async function present(queue) {
    try {
        const answer = await fetch(location.pathname);
        if (answer.status >= 500 || answer.status === 429 || answer.headers.get("X-Kept")) return null;
        const copy = answer.clone();
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const there = fresh.querySelector("[data-queue]");
        const page = answer.ok && !answer.redirected && there?.dataset.queue === queue ? there : null;
        await (page ? keepAnew(location.pathname, copy) : forgetPage(location.pathname));
        return { page, isSomebody: !there && Boolean(fresh.querySelector("form.site-header__leave")) };
    } catch {
        return null;
    }
}
