// What is wrong with a form is read out first.
export default function focus(element) {
    element.focus();
}
