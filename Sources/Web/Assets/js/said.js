// What stood on a page when it was opened is read out by nobody: it is said once more.
export default function said(place) {
    const words = place.textContent;
    place.textContent = "";
    setTimeout(() => {
        place.textContent = words;
    }, 100);
}
