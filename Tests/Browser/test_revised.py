"""A file that tells a month anew: what members see of it where they read what was published, and telling readers."""

import pytest
from conftest import DESK, PHONE
from looking import looks_well
from playwright.sync_api import expect
from program import running
from street_files import street_file
from visits import Visits, give, signed_in

YEAR = "/strategic-assessments/2015-16"
PUBLICATION = "/publications/strategic-assessment-2015-16"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is imported here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("revised")) as program:
        yield program


@pytest.fixture
def visits(browser, program):
    visits = Visits(browser, program.address)
    yield visits
    visits.end()


def test_a_revised_month_is_told_and_readers_hear_of_it_once_an_officer_says_so(visits, browser, program):
    cookies = signed_in(browser, program)
    officer = visits.begin(storage_state=cookies, viewport=DESK)
    officer.goto(PUBLICATION)
    expect(officer.get_by_text("Its sources were revised since")).to_have_count(0)
    officer.goto("/data/import")
    give(officer, "police", "2015-12-kent-street.csv", street_file("2015-12", rows=900))
    expect(officer.get_by_role("main")).to_contain_text("900", timeout=60_000)

    officer.goto(PUBLICATION, timeout=60_000)
    expect(officer.get_by_text("Its sources were revised since")).to_be_visible()
    expect(officer.get_by_text("rest on an older release")).to_be_visible()
    looks_well(officer, "revised-publication")
    officer.get_by_role("link", name="What newer data would say").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("What newer data would say")
    looks_well(officer, "revised")
    officer.get_by_role("link", name="What it changed").first.click()
    expect(officer.get_by_role("heading", name="Published from what it took the place of")).to_be_visible()
    looks_well(officer, "revised-changes")
    phone = visits.begin(storage_state=cookies, viewport=PHONE)
    phone.goto(YEAR + "/revised")
    looks_well(phone, "revised-phone")

    visitor = visits.begin(viewport=DESK)
    visitor.goto(PUBLICATION)
    expect(visitor.get_by_text("revised since")).to_have_count(0)
    officer.goto(YEAR, timeout=60_000)
    expect(officer.get_by_text("Its sources were revised since")).to_be_visible(timeout=60_000)
    looks_well(officer, "revised-overview")
    officer.goto(YEAR + "/revised")
    officer.get_by_role("link", name="Tell readers").click()
    officer.get_by_role("button", name="Tell readers").click()
    expect(officer.get_by_role("alert")).to_contain_text("Say why")
    looks_well(officer, "revised-note")
    officer.get_by_label("What does it mean for readers?").fill("The priorities hold.")
    officer.get_by_role("button", name="Tell readers").click()
    officer.wait_for_url("**" + PUBLICATION)
    visitor.goto(PUBLICATION)
    expect(visitor.get_by_text("What it rests on was revised since")).to_be_visible()
    expect(visitor.get_by_text("The priorities hold.")).to_be_visible()
    looks_well(visitor, "revised-told")
