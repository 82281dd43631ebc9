"""Looks at a page as its readers do, and says in words what is wrong with it."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

SCREENSHOTS = os.environ.get("FRANKPLEDGE_SCREENSHOTS")
WIDTHS_OF_READERS = [1280, 390, 320]  # a desk, a telephone, and a desk at 400% (WCAG 2.2, 1.4.10)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# The elements that stick out on the right, but for those inside something that scrolls by itself, as a wide table may.
STICKING_OUT = """() => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .filter(element => {
        for (let box = element.parentElement; box !== document.body; box = box.parentElement) {
            if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX)) return false
        }
        return true
    })
    .map(element => element.outerHTML.slice(0, 120))"""

# What has the focus: its words, whether its look changes with the focus, and whether something covers it.
FOCUS = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const look = () => {
        const parts = [element, ...(element.labels ?? [])]
        return parts.map(part => ['', '::before', '::after'].map(pseudo => {
            const style = getComputedStyle(part, pseudo || null)
            return [style.outline, style.boxShadow, style.backgroundColor, style.border, style.textDecoration].join()
        }).join()).join()
    }
    const focused = look()
    // A month is typed in parts, and Tab goes from part to part: to leave it for a moment would begin it again.
    const isInParts = element.type === 'month'
    if (!isInParts) element.blur()
    const atRest = look()
    if (!isInParts) element.focus({ preventScroll: true })
    const box = element.getBoundingClientRect()
    const onTop = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2)
    return {
        element: element.outerHTML.slice(0, 160),
        words: (element.getAttribute('aria-label') || element.innerText || element.labels?.[0]?.innerText
            || element.title || '').trim(),
        shows: isInParts ? getComputedStyle(element).outlineStyle !== 'none' : focused !== atRest,
        covered: !(onTop && (element.contains(onTop) || onTop.contains(element)
            || [...(element.labels ?? [])].some(label => label.contains(onTop)))),
    }
}"""


def no_axe_violations(page):
    """Fails with each thing that axe finds, of WCAG 2.2 A and AA and of its best practices, and where."""
    answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert answer["passes"], f"axe looked at nothing on {page.url}"
    found = [
        f"{violation['id']}: {violation['help']}\n"
        + "\n".join(f"    {node['html'][:200]}" for node in violation["nodes"])
        for violation in answer["violations"]
    ]
    assert not found, f"{page.url} keeps people out:\n" + "\n".join(found)


def fits(page, width=320):
    """Fails if the page must be scrolled sideways at this width."""
    page.set_viewport_size({"width": width, "height": 640})
    scroll, inner = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    assert scroll <= inner, f"{page.url} is {scroll} px wide at {width} px. What sticks out:\n" + "\n".join(
        page.evaluate(STICKING_OUT)
    )


def tab_stops(page, at_most=300):
    """The words of each thing that Tab comes to, in order. Fails where the focus can't be seen."""
    stops = []
    for _ in range(at_most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        assert stop["shows"], f"the focus can't be seen on {stop['element']}"
        assert not stop["covered"], f"something covers the focus on {stop['element']}"
        stops.append(stop["words"])
    raise AssertionError(f"Tab never left {page.url}: a trap, or more than {at_most} stops")


def screenshot(page, name):
    """Keeps a picture of the whole page in the folder that FRANKPLEDGE_SCREENSHOTS names; none by default."""
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(SCREENSHOTS, f"{name}.png"), full_page=True)


def looks_well(page, name):
    """Fails if somebody is kept out of the page or must scroll it sideways, and takes its picture at a desk and on a phone."""
    before = page.viewport_size
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)
        if width != 320:
            screenshot(page, f"{name}-{width}")
    page.set_viewport_size(before)
