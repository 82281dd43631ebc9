"""A councillor’s papers: opened once, read on a tablet without a connection, with notes of their own."""

import re
import subprocess

import pytest
from conftest import DESK, PHONE
from looking import fits, no_axe_violations, screenshot, tab_stops
from own_program import plain, visits  # noqa: F401
from playwright.sync_api import expect
from program import PROGRAM, PROJECT, running
from visits import signed_in

TABLET = {"width": 820, "height": 1180}


PASSWORD = "kettle harbour nineteen"
EMAIL = "ada@example.org"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("papers")


@pytest.fixture(scope="module")
def program(data):
    with running(data) as program:
        yield program


@pytest.fixture(scope="module")
def cookies(browser, program, data):
    """What the browser of a member of the panel keeps: she was invited, and the officer gave her a seat."""
    command = [PROGRAM, "user", "invite", EMAIL, "--name", "Cllr Ada Byron", "--data", data, "--address", program.address]
    said = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    with browser.new_context(base_url=program.address, storage_state=signed_in(browser, program)) as context:
        page = context.new_page()
        page.goto("/partnership")
        page.get_by_role("link", name="Overview & Scrutiny Panel").first.click()
        page.get_by_role("link", name="Add a seat").click()
        page.get_by_label("What is the seat called?").fill("Co-opted member")
        page.get_by_label("In what role").select_option("member")
        page.get_by_role("button", name="Add").click()
        page.get_by_role("link", name="Appoint").first.click()
        page.get_by_label("Who?").select_option(label="Cllr Ada Byron")
        page.get_by_role("button", name="Appoint").click()
        page.wait_for_url(re.compile("/partnership/seats/[0-9a-f-]+$"))
    with browser.new_context(base_url=program.address) as context:
        page = context.new_page()
        page.goto(re.search(r"https?://\S+/invitation/\w+", said)[0])
        page.get_by_label("Your new password").fill(PASSWORD)
        page.get_by_role("button", name="Keep this password").click()
        page.wait_for_url("**/home")
        return context.storage_state()


def opened(visitor, day="9 February 2016"):
    visitor.goto("/papers")
    visitor.get_by_role("link", name=re.compile(day)).click()
    visitor.wait_for_url(re.compile("/papers/[^/]+$"))
    return visitor


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE], ids=["desk", "tablet", "phone"])
def test_the_pages_are_accessible_and_fit(visits, cookies, size):  # noqa: F811
    member = visits.begin(viewport=size, storage_state=cookies)
    member.goto("/papers")
    looks(member, "papers", size)
    opened(member)
    looks(member, "papers-meeting", size)
    member.locator(".agenda-list a").nth(4).click()
    looks(member, "papers-item", size)
    assert all(tab_stops(member))


def looks(page, name, size):
    expect(page.locator("[data-kept]")).to_contain_text("on this device")
    screenshot(page, f"{name}-{size['width']}")
    no_axe_violations(page)
    fits(page, size["width"])


def test_what_was_opened_once_is_read_without_a_connection_and_a_note_made_then_arrives(visits, cookies):  # noqa: F811
    member = visits.begin(viewport=TABLET, storage_state=cookies)
    opened(member)
    expect(member.locator("[data-kept]")).to_have_text(
        "All of this is on this device, to be read without a connection, until you sign out."
    )
    meeting = member.url

    member.context.set_offline(True)
    # None of these was opened by hand: they came with the meeting.
    member.goto(meeting)
    expect(member.locator("[data-kept]")).to_contain_text("There is no connection. This is what was kept here:")
    member.locator(".agenda-list a").nth(4).click()
    expect(member.get_by_role("heading", level=1)).to_be_visible()
    screenshot(member, "papers-item-offline")
    member.get_by_label("On this item").fill("Who pays for the cameras?")
    expect(member.locator("[data-state]")).to_have_text("1 change is kept here, not sent yet.")
    item = member.url
    # Gone and come back, still without a connection.
    member.goto(meeting)
    member.goto(item)
    expect(member.get_by_label("On this item")).to_have_value("Who pays for the cameras?")

    member.context.set_offline(False)
    member.goto(item)
    expect(member.locator("[data-state]")).to_have_text("Everything is saved.")
    expect(member.locator("[data-kept]")).not_to_have_class(re.compile("away"))
    # Kept anew: without a connection the note is there as the records have it.
    expect(member.locator("[data-kept]")).to_contain_text("All of this is on this device")
    member.context.set_offline(True)
    member.goto(meeting)
    expect(member.locator(".own-note")).to_have_text(re.compile("Who pays for the cameras"))
    member.context.set_offline(False)
    other = visits.begin(viewport=DESK, storage_state=cookies)
    other.goto(item)
    expect(other.get_by_label("On this item")).to_have_value("Who pays for the cameras?")
    visits.complaints.clear()


def test_nothing_is_kept_on_the_device_once_its_reader_signed_out(visits, cookies):  # noqa: F811
    member = visits.begin(viewport=TABLET)
    member.goto("/sign-in")
    member.get_by_label("Email address").fill(EMAIL)
    member.get_by_label("Password", exact=True).fill(PASSWORD)
    member.get_by_role("button", name="Sign in").click()
    member.wait_for_url("**/home")
    opened(member)
    expect(member.locator("[data-kept]")).to_contain_text("All of this is on this device")
    assert member.evaluate("caches.keys().then((names) => names.length)") == 1
    member.get_by_role("button", name="Sign out").click()
    expect(member.get_by_role("link", name="Sign in").first).to_be_visible()
    member.wait_for_function("caches.keys().then((names) => names.length === 0)")


def test_without_script_papers_are_read_and_notes_are_saved_with_a_button(plain):  # noqa: F811
    opened(plain)
    plain.get_by_label("On the meeting as a whole").fill("Bring the map.")
    plain.get_by_role("button", name="Save the note").click()
    expect(plain.get_by_label("On the meeting as a whole")).to_have_value("Bring the map.")
