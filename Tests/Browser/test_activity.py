"""Who did what, and how the program does: read as those do whose it is to know, with and without script."""

import csv
import io
import re
import sqlite3
import time

import pytest
from conftest import DESK
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot, tab_stops
from playwright.sync_api import expect
from program import running
from visits import Visits, signed_in

ADMINISTRATORS = ["/activity", "/health"]


@pytest.mark.parametrize("path", ADMINISTRATORS)
def test_an_administrators_page_is_accessible_at_a_desk_and_on_a_phone(administrator, administrator_phone, path):
    for reader, where in [(administrator, "desk"), (administrator_phone, "phone")]:
        assert reader.goto(path).status == 200
        screenshot(reader, f"administrator-{path.strip('/')}-{where}")
        no_axe_violations(reader)


@pytest.mark.parametrize("path", ADMINISTRATORS)
def test_an_administrators_page_fits_and_can_be_walked_by_keyboard(administrator, path):
    administrator.goto(path)
    stops = tab_stops(administrator)
    assert all(stops), f"a stop has no words: {stops}"
    for width in WIDTHS_OF_READERS:
        fits(administrator, width)


def test_the_health_page_has_a_word_for_everything_and_says_what_to_do(administrator):
    administrator.goto("/health")
    lines = administrator.locator(".health__line")
    assert lines.count() >= 10
    for line in lines.all():
        expect(line.locator(".tag")).not_to_be_empty()
        expect(line.locator(".health__sentence")).not_to_be_empty()
    expect(lines.filter(has_text="Backups")).to_contain_text("Start the program with --backups")


def test_officers_and_visitors_have_no_health_page(officer, page):
    assert officer.goto("/health").status == 403
    assert page.goto("/health").status == 401


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """The example, with a nightly check that was given up, and a kept file that was altered while it was shut."""
    data = tmp_path_factory.mktemp("troubled")
    with running(data):
        pass
    with sqlite3.connect(data / "frankpledge.sqlite") as records:
        records.execute(
            "INSERT INTO job (id, partnership, kind, name, due_at, state, attempts, ended_at, problem) VALUES "
            "('01942f3e-8b70-7cc3-98c8-000000000001', '00000000-0000-0000-0000-000000000000', 'check', '2050-01-01', "
            "'2050-01-01T04:00:00.000000Z', 'failed', 8, '2026-11-26T04:00:00.000000Z', 'The records were in use.')"
        )
    records.close()
    kept = next(path for path in (data / "files").rglob("*") if len(path.name) == 64)
    kept.chmod(0o600)
    kept.write_bytes(b"something else")
    with running(data) as program:
        yield program


def test_a_failed_job_is_tried_again_and_damage_is_found_and_told(browser, troubled):
    visits = Visits(browser, troubled.address)
    administrator = visits.begin(viewport=DESK, storage_state=signed_in(browser, troubled, "administrator"))
    administrator.goto("/health")
    failed = administrator.locator(".health__job").filter(has_text="The nightly check of 1 January 2050")
    expect(failed).to_contain_text("It was tried 8 times")
    expect(failed).to_contain_text("The records were in use.")
    no_axe_violations(administrator)
    screenshot(administrator, "administrator-health-troubled-desk")
    for width in WIDTHS_OF_READERS:
        fits(administrator, width)
    administrator.set_viewport_size(DESK)

    failed.get_by_role("button", name="Try again").click()
    expect(administrator.get_by_text("It is tried again within a minute.")).to_be_visible()
    expect(administrator.locator(".health__job")).to_have_count(0)
    line = administrator.locator(".health__line").filter(has_text="Entries and files")
    expect(once_damage_is_told(administrator, line)).to_contain_text("is not as it was received")
    expect(line.locator(".tag")).to_have_text("Damaged")
    screenshot(administrator, "administrator-health-damaged-desk")
    administrator.goto("/notices")
    expect(administrator.get_by_role("main")).to_contain_text("records that are not as they were written")
    visits.end()


def once_damage_is_told(page, line):
    """Loads the page again until the line tells of damage: jobs are looked for every half a minute."""
    deadline = time.monotonic() + 90
    while "not as it was received" not in line.inner_text() and time.monotonic() < deadline:
        page.goto("/health", wait_until="networkidle")
    return line


@pytest.mark.parametrize("script", [True, False])
def test_an_officer_narrows_the_activity_by_its_form_and_takes_it_away_as_a_file(
    officer, officer_without_script, script
):
    reader = officer if script else officer_without_script
    reader.goto("/activity")
    entries = reader.get_by_role("list", name="What was done").get_by_role("listitem")
    assert entries.count() >= 30

    reader.get_by_role("combobox", name="To what").select_option("Seats")
    reader.get_by_role("textbox", name="First day").fill("9 February 2016")
    reader.get_by_role("button", name="Show").click()
    reader.wait_for_url("**/activity?*kind=seat*")
    for title in reader.locator(".timeline__title").all_inner_texts():
        assert "seat" in title
    reader.get_by_role("link", name="Older").click()
    reader.wait_for_url("**before=*")
    assert "kind=seat" in reader.url
    reader.get_by_role("link", name="Newer").click()
    reader.wait_for_url("**after=*")

    with reader.expect_download() as download:
        reader.get_by_role("button", name="Download these entries").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text())))
    assert len(rows) > 30 and {row["kind"] for row in rows} == {"seat"}
    reader.goto("/activity?act=activity+downloaded")
    expect(reader.locator(".timeline__title").first).to_contain_text("downloaded entries of the activity")


def test_a_thing_that_was_done_something_to_is_a_click_away(officer):
    officer.goto("/activity?kind=seat")
    link = officer.locator(".timeline__title a").first
    name = link.inner_text().split(",")[0]
    link.click()
    officer.wait_for_url(re.compile("/partnership/seats/"))
    expect(officer.get_by_role("heading", level=1)).to_contain_text(name)


def test_a_day_that_there_is_not_is_refused_and_stays_as_it_was_typed(officer):
    assert officer.goto("/activity?from=30/2/2016").status == 422
    expect(officer.get_by_role("alert")).to_contain_text("Enter a day of the calendar, like 9/2/2016")
    expect(officer.get_by_role("textbox", name="First day")).to_have_value("30/2/2016")
    no_axe_violations(officer)
    officer.get_by_role("textbox", name="First day").fill("")
    officer.get_by_role("button", name="Show").click()
    expect(officer.get_by_role("list", name="What was done")).to_be_visible()


def test_what_nobody_did_is_said_to_be_nothing(officer):
    officer.goto("/activity?from=1/1/2001&until=2/1/2001")
    expect(officer.get_by_role("heading", name="Nothing like that was done")).to_be_visible()
    no_axe_violations(officer)
    officer.get_by_role("link", name="Show all").click()
    expect(officer.get_by_role("list", name="What was done")).to_be_visible()


def test_the_first_page_and_the_account_lead_to_it(officer):
    officer.goto("/home")
    expect(officer.get_by_role("heading", name="Recent activity")).to_be_visible()
    officer.get_by_role("link", name="All activity").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Activity")
    officer.goto("/account")
    officer.get_by_role("link", name="What you did here").click()
    expect(officer.get_by_role("main")).to_contain_text("You signed in")
