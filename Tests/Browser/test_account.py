"""Signing in as people do: by invitation, password, and a code from a telephone; over real mail."""

import base64
import hashlib
import hmac
import re
import subprocess
import time

import pytest
from conftest import DESK, PHONE
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect
from program import PROGRAM, PROJECT, running
from visits import Visits

PASSWORD = "kettle harbour nineteen"


@pytest.fixture(scope="module")
def house(tmp_path_factory, post_office):
    """A program with mail, told how people reach it, with nothing but its first officer."""
    data = tmp_path_factory.mktemp("account")
    mail = ["--smtp", post_office.address, "--mail-from", "Safer Testham <safer@example.org>"]
    with running(data, example=None, options=mail, tells_address=True) as program:
        yield program


def link(letter, kind):
    """The link of a kind in a letter."""
    return re.search(rf"https?://\S+/{kind}/[0-9a-f]{{64}}", letter["text"])[0]


@pytest.fixture
def windows(browser, house):
    visits = Visits(browser, house.address)
    yield visits
    visits.end()


def code(secret):
    """What a telephone shows now (RFC 6238)."""
    step = int(time.time() // 30)
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(int.from_bytes(digest[offset:offset + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def sign_in(page, email, password):
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_somebody_is_invited_by_mail_and_chooses_a_password(windows, house, post_office):
    officer = windows.begin(viewport=DESK)
    officer.goto(house.take_sign_in_address())
    officer.get_by_role("button", name="Sign in").click()
    officer.goto("/partnership/people/new")
    officer.get_by_label("Name").fill("Ada Lovelace")
    officer.get_by_label("Email").fill("ada@example.org")
    officer.get_by_role("button", name="Add").click()
    officer.get_by_role("button", name="Send an invitation by email").click()
    expect(officer.get_by_text("An invitation is on its way")).to_be_visible()
    expect(officer.get_by_role("main")).to_contain_text("link until")
    screenshot(officer, "person-invited-desk")
    no_axe_violations(officer)
    letter = post_office.next_letter()
    assert letter["recipients"] == ["ada@example.org"]

    ada = windows.begin(viewport=PHONE)
    ada.goto(link(letter, "invitation"))
    expect(ada.get_by_role("heading", level=1)).to_have_text("Welcome, Ada Lovelace")
    no_axe_violations(ada)
    ada.get_by_label("Your new password").fill("password1234")
    ada.get_by_role("button", name="Keep this password").click()
    expect(ada.get_by_role("alert")).to_contain_text("passwords that are tried first")
    no_axe_violations(ada)
    screenshot(ada, "invitation-phone")
    ada.get_by_label("Your new password").fill(PASSWORD)
    ada.get_by_role("button", name="Show the password").click()
    expect(ada.get_by_label("Your new password")).to_have_attribute("type", "text")
    ada.get_by_role("button", name="Keep this password").click()
    ada.wait_for_url("**/home")


def test_a_telephone_and_recovery_codes_are_a_second_step(windows, post_office):
    page = windows.begin(viewport=DESK)
    sign_in(page, "ada@example.org", PASSWORD)
    page.get_by_role("link", name="Ada Lovelace").click()
    page.get_by_role("link", name="Set it up").click()
    screenshot(page, "second-step-beginning")
    no_axe_violations(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("img", name="A QR code with the secret below")).to_be_visible()
    screenshot(page, "second-step")
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)
    page.get_by_label("Code", exact=True).fill("12345")
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("alert")).to_contain_text("That code is wrong")
    page.get_by_label("Code", exact=True).fill(code(page.get_by_role("main").locator("code").inner_text()))
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    screenshot(page, "recovery-codes")
    no_axe_violations(page)
    recovery = page.get_by_role("main").locator("code").all_inner_texts()
    assert len(recovery) == 10
    page.set_viewport_size(DESK)
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("link", name="Change it").last.click()
    screenshot(page, "second-step-known")
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)

    phone = windows.begin(viewport=PHONE)
    sign_in(phone, "ada@example.org", PASSWORD)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Enter your code")
    screenshot(phone, "code-phone")
    no_axe_violations(phone)
    phone.get_by_label("Code", exact=True).fill(recovery[0].lower())
    phone.get_by_role("button", name="Go on").click()
    phone.wait_for_url("**/home")
    phone.get_by_role("link", name="Account", exact=True).click()
    expect(phone.get_by_role("main")).to_contain_text("9 recovery codes are left")
    screenshot(phone, "account-with-second-step")
    no_axe_violations(phone)
    phone.get_by_role("link", name="Change it").last.click()
    screenshot(phone, "second-step-known-phone")
    phone.get_by_role("button", name="Take the second step away").click()
    expect(phone.get_by_role("alert")).to_contain_text("That code is wrong")
    no_axe_violations(phone)
    screenshot(phone, "second-step-known-refused-phone")
    phone.get_by_label("Code for taking it away").fill(recovery[1])
    phone.get_by_role("button", name="Take the second step away").click()
    expect(phone.get_by_role("main")).to_contain_text("Your second step was taken away")
    for told in ["was set up for you", "9 are left", "was taken away"]:
        letter = post_office.next_letter()
        assert letter["recipients"] == ["ada@example.org"]
        assert told in letter["text"]


def test_the_pages_of_an_account_are_accessible_and_fit(windows, house):
    page = windows.begin(viewport=DESK)
    page.goto(house.take_sign_in_address())
    page.get_by_role("button", name="Sign in").click()
    for path in ["/account", "/account/password", "/account/proof", "/account/second-step"]:
        assert page.goto(path).status == 200
        screenshot(page, path.strip("/").replace("/", "-"))
        no_axe_violations(page)
        for width in WIDTHS_OF_READERS:
            fits(page, width)


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/forgotten", "/invitation/0"])
def test_the_pages_before_are_accessible_and_fit(windows, path):
    page = windows.begin(viewport=DESK)
    page.goto(path)
    screenshot(page, path.strip("/").replace("/", "-"))
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)


def test_a_wrong_password_is_refused_in_words_and_the_right_one_leads_on(windows):
    page = windows.begin(viewport=DESK, java_script_enabled=False)
    sign_in(page, "ada@example.org", "not this one")
    expect(page.get_by_role("alert")).to_contain_text("do not match")
    expect(page.get_by_label("Email address")).to_have_value("ada@example.org")
    sign_in(page, "ada@example.org", PASSWORD)
    page.wait_for_url("**/home")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_whoever_asks_for_nothing_is_asked_before_they_are_signed_out(windows):
    page = windows.begin(viewport=PHONE)
    page.clock.install()
    sign_in(page, "ada@example.org", PASSWORD)
    page.wait_for_url("**/home")
    page.wait_for_load_state("networkidle")
    question = page.get_by_role("dialog", name="Are you still there?")
    page.clock.run_for("54:00")
    expect(question).to_be_hidden()
    page.clock.run_for("02:00")
    expect(question).to_be_visible()
    screenshot(page, "still-there")
    no_axe_violations(page)
    page.get_by_role("button", name="Stay signed in").click()
    expect(question).to_be_hidden()
    page.clock.run_for("56:00")
    expect(question).to_be_visible()
    with page.expect_navigation():
        page.clock.run_for("06:00")


def test_a_new_password_comes_by_mail_and_nobody_learns_who_is_here(windows, post_office):
    page = windows.begin(viewport=DESK)
    said = []
    for email in ["eve@example.org", "ada@example.org"]:
        page.goto("/sign-in/forgotten")
        page.get_by_label("Email address").fill(email)
        page.get_by_role("button", name="Send the link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Look at your email")
        said.append(page.get_by_role("main").inner_text())
    assert said[0] == said[1]
    # Nothing went to an address that nobody here has: this letter is the first since.
    letter = post_office.next_letter()
    assert letter["recipients"] == ["ada@example.org"]
    page.goto(link(letter, "reset"))
    page.get_by_label("Your new password").fill("four green unlikely elephants")
    page.get_by_role("button", name="Keep this password").click()
    page.wait_for_url("**/home")
    sign_in_page = windows.begin(viewport=DESK)
    sign_in(sign_in_page, "ada@example.org", PASSWORD)
    expect(sign_in_page.get_by_role("alert")).to_contain_text("do not match")


def test_an_example_can_be_seen_as_each_kind_of_person_sees_it(browser, server):
    visits = Visits(browser, server.address)
    for role in ["clerk", "analyst", "councillor", "administrator"]:
        page = visits.begin(viewport=DESK)
        page.goto(server.take_sign_in_address(role))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/home")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    visits.end()


def test_whoever_runs_the_program_lists_invites_and_disables(tmp_path):
    with running(tmp_path / "data"):
        pass

    def user(*words):
        command = [PROGRAM, "user", *words, "--data", tmp_path / "data"]
        return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120)

    unknown = user("invite", "ada@example.org")
    assert unknown.returncode != 0
    assert "--name" in unknown.stderr
    invited = user("invite", "ada@example.org", "--name", "Ada Lovelace", "--address", "https://safer.example.org")
    assert invited.returncode == 0, invited.stderr
    assert re.search(r"https://safer\.example\.org/invitation/[0-9a-f]{64}", invited.stdout)
    assert "ada@example.org\tinvited\tAda Lovelace" in user("list").stdout
    assert "invited" in user("reset", "ada@example.org").stderr
    assert user("disable", "nobody@example.org").returncode != 0


@pytest.mark.parametrize("script", [True, False])
def test_several_people_are_invited_after_one_confirmation(windows, house, post_office, script):
    viewport, where = (DESK, "desk") if script else (PHONE, "phone")
    officer = windows.begin(viewport=viewport, java_script_enabled=script)
    officer.goto(house.take_sign_in_address())
    officer.get_by_role("button", name="Sign in").click()
    people = [f"{name} {where.title()}" for name in ["Cy", "Di", "Ed"]]
    for name in people:
        officer.goto("/partnership/people/new")
        officer.get_by_label("Name").fill(name)
        if not name.startswith("Ed"):
            officer.get_by_label("Email address").fill(f"{name.replace(' ', '.').lower()}@example.org")
        officer.get_by_role("button", name="Add").click()
    officer.goto("/partnership/people")
    for name in people[:2]:
        officer.get_by_role("checkbox", name=f"Invite {name}").check()
    screenshot(officer, f"people-inviting-{where}")
    if script:
        no_axe_violations(officer)
        for width in WIDTHS_OF_READERS:
            fits(officer, width)
        officer.set_viewport_size(viewport)
    officer.get_by_role("button", name="Invite those ticked").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Invite 2 people?")
    screenshot(officer, f"people-invitations-{where}")
    if script:
        no_axe_violations(officer)
    officer.get_by_role("button", name="Send 2 invitations").click()
    expect(officer.get_by_role("main")).to_contain_text("2 invitations are on their way")
    expect(officer.get_by_role("row").filter(has_text=people[0])).to_contain_text("link until")
    expect(officer.get_by_role("row").filter(has_text=people[2])).to_contain_text("Not yet invited")
    screenshot(officer, f"people-invited-{where}")
    if script:
        no_axe_violations(officer)
    wanted = {f"{name.replace(' ', '.').lower()}@example.org" for name in people[:2]}
    # Letters about what others did before may lie in between.
    while wanted:
        wanted.discard(post_office.next_letter()["recipients"][0])
