"""Search: from the box at the top of a page to what was looked for, with and without script."""

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect

PAGES = {
    "empty": "/search",
    "found": "/search?q=police",
    "narrowed": "/search?q=police&kind=seat",
    "nothing": "/search?q=zebra",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_at_a_desk_and_on_a_phone(officer, officer_phone, name):
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        assert reader.goto(PAGES[name]).status == 200
        screenshot(reader, f"search-{name}-{where}")
        no_axe_violations(reader)


@pytest.mark.parametrize("path", [*PAGES.values(), "/home"])
def test_a_page_is_never_scrolled_sideways(officer, path):
    officer.goto(path)
    for width in [*WIDTHS_OF_READERS, 900, 1100]:
        fits(officer, width)


@pytest.mark.parametrize("script", [True, False])
def test_somebody_is_found_from_any_page(officer, officer_without_script, script):
    reader = officer if script else officer_without_script
    reader.goto("/partnership/agencies")
    box = reader.get_by_role("searchbox", name="Search")
    box.fill("ferreir")
    box.press("Enter")
    expect(reader).to_have_title("Search for ‘ferreir’ – Thanet Community Safety Partnership")
    expect(reader.get_by_role("status")).to_have_text("1 result for ‘ferreir’")
    expect(reader.locator("mark")).to_have_text("Ferreira")
    reader.get_by_role("link", name="Ines Ferreira (fictional)").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Ines Ferreira (fictional)")


def test_results_are_narrowed_to_a_kind_and_back(officer):
    officer.goto("/search?q=police")
    kinds = officer.get_by_role("navigation", name="Kinds of result")
    everything = officer.get_by_role("status").inner_text()
    kinds.get_by_role("link", name="Agencies").click()
    expect(officer.get_by_role("status")).to_contain_text("among agencies")
    expect(kinds.get_by_role("link", name="Agencies")).to_have_attribute("aria-current", "page")
    kinds.get_by_role("link", name="All").click()
    expect(officer.get_by_role("status")).to_have_text(everything)


def test_a_visitor_has_no_box(page):
    page.goto("/")
    expect(page.get_by_role("searchbox")).to_have_count(0)
