"""A new installation with nothing in it, and without the worker that draws and prints: it helps, and does not break."""

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations
from playwright.sync_api import expect
from program import running
from visits import Visits, signed_in

PAGES = ["/", "/home", "/assessment", "/data", "/data/import", "/activity", "/account/activity"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    with running(tmp_path_factory.mktemp("empty"), example=None) as program:
        yield program


@pytest.fixture(scope="module")
def workerless(tmp_path_factory):
    with running(tmp_path_factory.mktemp("workerless"), options=["--press", "/no/such/python"]) as program:
        yield program


@pytest.fixture(scope="module")
def cookies(browser, empty):
    return signed_in(browser, empty)


@pytest.fixture
def officer(browser, empty, cookies):
    """The officer of a partnership that has entered nothing yet."""
    visits = Visits(browser, empty.address)
    yield visits.begin(storage_state=cookies)
    visits.end()


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_page_is_accessible_and_fits(officer, path):
    assert officer.goto(path).status == 200
    no_axe_violations(officer)
    for width in WIDTHS_OF_READERS:
        fits(officer, width)


def test_the_first_page_says_what_to_do_first(officer):
    officer.goto("/home")
    officer.get_by_role("main").get_by_role("link", name="Import street-level crime").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Import data")


@pytest.mark.parametrize("path, heading", [("/assessment", "No data to assess yet"), ("/data", "No data yet")])
def test_a_page_with_nothing_on_it_says_why_and_leads_to_the_import(officer, path, heading):
    officer.goto(path)
    expect(officer.get_by_role("heading", name=heading)).to_be_visible()
    officer.get_by_role("link", name="Import data").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Import data")


def test_without_the_worker_the_page_says_so_and_shows_tables(browser, workerless):
    visits = Visits(browser, workerless.address)
    page = visits.begin(storage_state=signed_in(browser, workerless))
    assert page.goto("/assessment/thanet").status == 200
    expect(page.locator(".notice", has_text="Charts and the PDF cannot be made")).to_be_visible()
    expect(page.get_by_role("link", name="Paper (PDF)")).to_have_count(0)
    assert page.locator("figure img").count() == 0
    expect(page.locator("figure table").first).to_be_visible()
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)
    visits.end()
