"""Signed out while writing: the words come back to whoever wrote them."""

import re
import subprocess

import pytest
from conftest import DESK, PHONE
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect
from program import PROGRAM, PROJECT, running
from visits import Visits

PASSWORD = "kettle harbour nineteen"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("signed-out")


@pytest.fixture(scope="module")
def house(data):
    with running(data, example=None) as program:
        yield program


@pytest.fixture
def windows(browser, house):
    visits = Visits(browser, house.address)
    yield visits
    visits.end()


@pytest.mark.parametrize("script", [True, False])
def test_the_form_comes_back_after_signing_in_again(windows, house, data, script):
    email = f"ada-{script}@example.org".lower()
    command = [PROGRAM, "user", "invite", email, "--name", "Ada Lovelace", "--data", data, "--address", house.address]
    said = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    ada = windows.begin(viewport=PHONE if script else DESK, java_script_enabled=script)
    ada.goto(re.search(r"https?://\S+/invitation/\w+", said)[0])
    ada.get_by_label("Your new password").fill(PASSWORD)
    ada.get_by_role("button", name="Keep this password").click()
    ada.wait_for_url("**/home")
    ada.goto("/account/notices")
    chosen = ada.get_by_label("When do you want a letter")
    chosen.select_option("on page")

    # In another window of hers, she signs out everywhere else.
    other = windows.begin(viewport=DESK)
    other.goto("/sign-in")
    other.get_by_label("Email address").fill(email)
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    other.goto("/account")
    other.get_by_role("button", name="Sign out everywhere else").click()

    ada.get_by_role("button", name="Save").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("You were signed out while you wrote")
    screenshot(ada, f"signed-out-{script}")
    if script:
        no_axe_violations(ada)
        for width in WIDTHS_OF_READERS:
            fits(ada, width)
    ada.get_by_label("Email address").fill(email)
    ada.get_by_label("Password", exact=True).fill(PASSWORD)
    ada.get_by_role("button", name="Sign in and go on").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("You are signed in again")
    screenshot(ada, f"signed-in-again-{script}")
    no_axe_violations(ada) if script else None
    ada.get_by_role("button", name="Go on with the form").click()
    expect(ada.get_by_role("main")).to_contain_text("Not saved yet")
    expect(chosen).to_have_value("on page")
    screenshot(ada, f"form-again-{script}")
    no_axe_violations(ada) if script else None
    ada.get_by_role("button", name="Save").click()
    ada.goto("/account/notices")
    expect(chosen).to_have_value("on page")
