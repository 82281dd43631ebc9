"""What a member is told: on their page, beside their name, and by letter through a real mail server."""

import re
import sqlite3

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect
from program import running
from visits import Visits, signed_in

OFFICER = "00000000-0000-7000-8000-000000000001"
TITLES = ["You were appointed from 9 February 2016: Clerk, Executive Group", "You may substitute: Chair, Working Party"]


@pytest.fixture(scope="module")
def server(tmp_path_factory, post_office):
    """A partnership whose officer was told two things while it was shut, and wants to be written to at once."""
    data = tmp_path_factory.mktemp("notices")
    with running(data, example=None):
        pass
    with sqlite3.connect(data / "frankpledge.sqlite") as records:
        (partnership,) = records.execute("SELECT partnership FROM membership").fetchone()
        records.execute("UPDATE person SET email = 'officer@example.org' WHERE id = ?", [OFFICER])
        records.execute("INSERT INTO notice_choice VALUES (?, ?, 'at once')", [partnership, OFFICER])
        for number, title in enumerate(TITLES):
            records.execute(
                "INSERT INTO personal_notice (id, partnership, person, title, address, why, told_at) VALUES "
                "(?, ?, ?, ?, '/partnership', 'You hold this seat.', strftime('%Y-%m-%dT%H:%M:%S.00000' || ?, 'now') || 'Z')",
                [f"01942f3e-8b70-7cc3-98c8-00000000000{number}", partnership, OFFICER, title, str(number)],
            )
    records.close()
    options = ["--smtp", post_office.address, "--mail-from", "Safer Testham <safer@example.org>"]
    with running(data, example=None, options=options) as program:
        yield program


@pytest.fixture(scope="module")
def officer_cookies(browser, server):
    return signed_in(browser, server)


@pytest.fixture
def visits(browser, server):
    visits = Visits(browser, server.address)
    yield visits
    visits.end()


def test_whoever_chose_it_is_written_to_at_once_and_once(server, post_office):
    letter = post_office.next_letter()
    assert letter["recipients"] == ["officer@example.org"]
    assert letter["sender"] == "safer@example.org"
    assert dict(letter["headers"])["Subject"].startswith("2 new notices from ")
    for title in TITLES:
        assert f"- {title}\n  {server.address}/partnership\n" in letter["text"]
    assert f"{server.address}/account/notices" in letter["text"]


@pytest.mark.parametrize("path", ["/notices", "/account/notices"])
def test_a_page_is_accessible_at_a_desk_and_on_a_phone(officer, officer_phone, path):
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        assert reader.goto(path).status == 200
        screenshot(reader, f"{path.strip('/').replace('/', '-')}-{where}")
        no_axe_violations(reader)


@pytest.mark.parametrize("path", ["/notices", "/account/notices"])
def test_a_page_is_never_scrolled_sideways(officer, path):
    officer.goto(path)
    for width in WIDTHS_OF_READERS:
        fits(officer, width)


def test_what_is_new_is_counted_on_every_page_until_it_is_marked(officer_without_script):
    reader = officer_without_script
    reader.goto("/home")
    reader.get_by_role("link", name=re.compile(r"Notices ?, 2 new")).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Notices")
    for title in TITLES:
        expect(reader.get_by_role("listitem").filter(has_text=title)).to_contain_text("New")
    reader.get_by_role("button", name="Mark all as read").click()
    expect(reader.get_by_role("main")).to_contain_text("There is nothing new")
    expect(reader.get_by_role("link", name="Notices", exact=True)).to_be_visible()
    expect(reader.get_by_role("button", name="Mark all as read")).to_have_count(0)
    reader.get_by_role("link", name=TITLES[0]).click()
    reader.wait_for_url("**/partnership")


@pytest.mark.parametrize("script", [True, False])
def test_a_choice_is_made_and_kept(officer, officer_without_script, script):
    reader = officer if script else officer_without_script
    reader.goto("/notices")
    reader.get_by_role("link", name="Choose how you hear of them").click()
    expect(reader.get_by_role("main")).to_contain_text("officer@example.org")
    choice = "Never: I look at the page" if script else "Once a day, in the morning, if there is a new notice"
    reader.get_by_label("When do you want a letter?").select_option(choice)
    reader.get_by_role("button", name="Save").click()
    expect(reader.get_by_role("main")).to_contain_text("Your choice is saved")
    if script:
        no_axe_violations(reader)
    reader.reload()
    expect(reader.get_by_label("When do you want a letter?").locator("option:checked")).to_have_text(choice)
