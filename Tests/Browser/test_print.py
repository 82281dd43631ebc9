"""Pages on paper by way of the browser's own printing."""

import pytest
from looking import screenshot
from playwright.sync_api import expect


@pytest.fixture
def printed(officer):
    """The assessment as the printer gets it."""
    officer.goto("/assessment/thanet")
    officer.emulate_media(media="print")
    return officer


def test_what_paper_cannot_use_is_left_out(printed):
    for selector in (".site-nav", ".skip-link", ".breadcrumbs", ".contents", ".opening__aside", "form", ".table-download"):
        for element in printed.locator(selector).all():
            expect(element).to_be_hidden()


def test_what_is_said_and_shown_stays(printed):
    expect(printed.get_by_role("heading", level=1)).to_be_visible()
    expect(printed.locator(".site-notice")).to_be_visible()
    for picture in printed.locator("figure img").all():
        expect(picture).to_be_visible()


def test_a_folded_table_stays_folded(printed):
    for table in printed.locator("details:not([open]) table").all():
        expect(table).to_be_hidden()


def test_it_fits_a_handful_of_pages(officer):
    officer.goto("/assessment/thanet")
    expect(officer.locator("figure img").last).to_have_js_property("complete", True)
    paper = officer.pdf(format="A4")
    assert paper.count(b"/Type /Page\n") <= 9


def test_the_structure_prints_as_a_chart_without_its_buttons(officer):
    officer.goto("/partnership")
    officer.emulate_media(media="print")
    screenshot(officer, "partnership-print")
    expect(officer.get_by_role("region", name="The bodies")).to_be_visible()
    expect(officer.get_by_role("main").get_by_text("Executive Group", exact=True)).to_be_visible()
    for selector in (".site-nav", ".contents", ".actions", "form"):
        for element in officer.locator(selector).all():
            expect(element).to_be_hidden()
    assert officer.pdf(format="A4").count(b"/Type /Page\n") <= 3
