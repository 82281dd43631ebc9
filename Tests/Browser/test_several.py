"""Another partnership in the same installation, set up by its first officer from nothing."""

import subprocess

import pytest
from looking import fits, no_axe_violations, screenshot
from playwright.sync_api import expect
from program import PROGRAM, PROJECT, running
from visits import Visits

MEDWAY = "Medway Community Safety Partnership"


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The example, and beside it a partnership that was just entered."""
    data = tmp_path_factory.mktemp("several")
    command = [PROGRAM, "partnership", "add", MEDWAY, "--host", "medway.localhost", "--data", data]
    with running(data):
        pass
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    with running(data) as program:
        yield program


@pytest.fixture
def medway(browser, both):
    """The first officer of the new partnership, signed in at its host."""
    sign_in = both.wait_until_said(r"(http://medway\.localhost:\d+)(/sign-in/[\w-]+)")
    visits = Visits(browser, sign_in[0])
    page = visits.begin(viewport={"width": 1280, "height": 900})
    page.goto("".join(sign_in))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home")
    yield page
    visits.end()


def test_a_new_partnership_is_set_up_by_its_first_officer(medway):
    page = medway
    page.get_by_role("link", name="Set the partnership up").click()
    page.get_by_role("link", name="Name the partnership and its district").click()
    expect(page.get_by_label("The partnership’s name")).to_have_value(MEDWAY)
    no_axe_violations(page)
    screenshot(page, "details")
    page.get_by_label("The district it serves").fill("Medway")
    page.get_by_label("The year its plan is for").fill("2026/28")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Write the year as 2026/27, or 2026")
    page.get_by_label("The year its plan is for").fill("2026/27")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Set the dates of the year").click()
    expect(page.get_by_label("One step a line")).to_contain_text("Strategic assessment")
    no_axe_violations(page)
    screenshot(page, "year")
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("One step a line").fill("Strategic assessment: December 2026\nCouncil: 4 March 2027")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/partnership/set-up*")
    page.goto("/home")
    expect(page.get_by_label("The partnership’s year, 2026/27")).to_contain_text("4 March 2027")
    expect(page.get_by_role("link", name="Set the partnership up")).to_be_visible()
    expect(page.get_by_text("Thanet")).to_have_count(0)
    no_axe_violations(page)
    screenshot(page, "home-of-a-new-partnership")


def test_who_is_signed_in_there_is_a_stranger_to_the_first(medway, both):
    answer = medway.context.request.get(f"{both.address}/home", max_redirects=0)
    assert answer.status == 401
