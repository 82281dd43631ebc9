// Lets whoever types a password see it: a button after the field.
export default function reveal(field) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button field__reveal";
    const show = (isShown) => {
        field.type = isShown ? "text" : "password";
        button.textContent = isShown ? "Hide" : "Show";
        button.setAttribute("aria-label", isShown ? "Hide the password" : "Show the password");
    };
    show(false);
    button.addEventListener("click", () => show(field.type === "password"));
    // It never stays shown when it is sent: browsers would remember it among ordinary words.
    field.form?.addEventListener("submit", () => show(false));
    field.after(button);
}
