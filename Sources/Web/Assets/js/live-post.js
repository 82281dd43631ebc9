// Sends one change. Null where nothing came back, so that nobody knows whether it arrived; a stranger is whoever the answer
// takes for somebody else than the page was made for.
export default async function post(change, form) {
    const body = new URLSearchParams(change.fields);
    body.set("form-token", form.elements.namedItem("form-token").value);
    body.set("key", change.key);
    body.set("after", change.after);
    body.set("as", "data");
    try {
        const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
        if (!answer.headers.get("content-type")?.startsWith("application/json")) {
            return answer.status >= 500 || answer.status === 429 ? null : { isStranger: true };
        }
        return { status: answer.status, said: await answer.json() };
    } catch {
        return null;
    }
}
