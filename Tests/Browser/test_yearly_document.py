"""A year of which only the table of districts and years is here: from its beginning to a document that shows what that tells."""

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from visits import give

COUNTS = {"Burglary": (1_157, 1_094), "Vehicle crime": (2_198, 2_536), "Robbery": (4, 6), "Drugs": (407, 341)}
YEAR = "/strategic-assessments/2013-14"


def table():
    rows = [f"Thanet,{year},{kind},{count}" for kind, counts in COUNTS.items() for year, count in zip((2012, 2013), counts)]
    return "\n".join(["LAD_name,Year,Crime_type,count"] + rows) + "\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("yearly")) as program:
        yield program


def test_the_document_of_a_year_told_by_its_totals_alone(officer):
    page = officer
    give(page, "district years", "types.csv", table().encode())
    page.goto("/strategic-assessments/new")
    for name, value in {"year": "2013/14", "from": "2013-01", "to": "2013-12", "earlier-from": "2012-01", "earlier-to": "2012-12"}.items():
        page.locator(f"[name='{name}']").fill(value)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**" + YEAR)
    expect(page.get_by_text("Not one of the 24 months is here in street-level crime")).to_be_visible()
    looks_well(page, "yearly-overview")
    page.get_by_role("link", name="Count the themes from").click()
    page.get_by_role("button", name="Count them from").click()
    page.get_by_role("link", name="Vehicle crime", exact=True).click()
    expect(page.get_by_text("Unusual months cannot be told")).to_be_visible()
    change = page.locator(".figure-list__figure", has_text="Vehicle crime in Thanet rose by 15.4%")
    expect(change.get_by_role("button", name="Put it in")).to_be_visible()
    looks_well(page, "yearly-theme")
    change.get_by_role("button", name="Put it in").click()
    expect(page.get_by_role("main")).to_contain_text("from 2,198 in 2012 to 2,536 in 2013")

    page.goto(YEAR + "/document", timeout=60_000)
    expect(page.get_by_role("heading", name="Recorded crime showed no clear change (+5.6%) in 2013")).to_be_visible()
    expect(page.get_by_role("heading", name="Vehicle crime rose by 15.4% in 2013")).to_be_visible()
    assert page.locator("#chart-crime-years img").first.evaluate("image => (image.loading = 'eager', image.decode().then(() => true))")
    expect(page.get_by_role("region", name="Places")).to_contain_text("only totals of whole years are here")
    expect(page.get_by_role("region", name="What is not known")).to_contain_text("Anti-social behaviour")
    looks_well(page, "yearly-document")
