"""Somebody of the public puts a question: what the clerk does, what everybody reads, and what nobody does."""

import re

import pytest
from keeping import kept
from looking import looks_well
from own_program import cookies, officer, visits  # noqa: F401
from playwright.sync_api import expect
from program import running
from test_agendas import everything_public, pages_of

PAGE = "/meetings/overview-scrutiny-panel/2027-02-09"
ANSWERS = "/publications/overview-scrutiny-panel-2027-02-09-questions"
SECRETS = ["Quillfeather", "Quagmire", "CT9 1XZ", "577 187"]


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("data"), tells_address=True) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport={"width": 1280, "height": 900})


@pytest.fixture
def phone(visits, cookies):  # noqa: F811
    return visits.begin(
        storage_state=cookies, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def call_a_meeting(officer):  # noqa: F811
    officer.goto("/committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    officer.get_by_role("link", name="Call a meeting").click()
    officer.get_by_label("On which day?").fill("9/2/2027")
    officer.get_by_label("When does it start?").fill("7 pm")
    officer.get_by_role("button", name="Call the meeting").press("Enter")
    meeting = officer.url
    officer.get_by_role("button", name="Announce it to everybody").press("Enter")
    return meeting


def say_what_the_public_may_bring(officer):  # noqa: F811
    officer.goto("/committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    expect(officer.get_by_text("Nothing: nobody said")).to_be_visible()
    officer.get_by_role("link", name="Say what the public may bring").press("Enter")
    officer.get_by_label("May the public bring questions?").select_option("yes")
    officer.get_by_label("From which day?").fill("1/1/2016")
    officer.get_by_role("button", name="Save").press("Enter")
    expect(officer.get_by_text("Say by what rule").first).to_be_visible()
    looks_well(officer, "public-terms-refused")
    officer.get_by_label("How many clear days before the meeting do questions arrive?").fill("4")
    officer.get_by_label("How many words may questions have?").fill("100")
    officer.get_by_label("By what rule?").fill("Council Procedure Rule 14")
    officer.get_by_label("Why is it set?").fill("The council agreed it.")
    officer.get_by_role("button", name="Save").press("Enter")
    looks_well(officer, "public-terms-said")


def enter_a_question(officer, meeting):  # noqa: F811
    officer.goto(meeting)
    officer.get_by_role("link", name="Questions, deputations and petitions").press("Enter")
    looks_well(officer, "submissions-empty")
    officer.get_by_role("link", name="Enter what came").press("Enter")
    looks_well(officer, "submission-new")
    officer.get_by_label("On which day did it come?").fill("1/2/2016")
    officer.get_by_label("What is it about, in a few words?").fill("Lamps in Kent Street")
    officer.get_by_label("In their words").fill("Why are the *lamps* out?\n\nRing me on 01843 577 187.")
    officer.get_by_label("Who is to answer?").fill("the Chairman")
    officer.get_by_label("A resident of which ward or district?").fill("Cliftonville West")
    officer.get_by_label("Name", exact=True).fill("Joan Quillfeather")
    officer.get_by_label("Address, which is never published").fill("12 Quagmire Row, Margate, CT9 1XZ")
    officer.get_by_label("Telephone, which is never published").fill("01843 577 187")
    officer.get_by_role("button", name="Enter it").press("Enter")
    expect(officer.get_by_text("Take a telephone number out of the words").first).to_be_visible()
    looks_well(officer, "submission")
    return officer.url


def accept(officer):  # noqa: F811
    officer.get_by_role("link", name="Accept or reject it").press("Enter")
    officer.get_by_label("What is decided?").select_option("accepted")
    looks_well(officer, "submission-decision")
    officer.get_by_role("button", name="Save").press("Enter")


def test_a_question_is_entered_accepted_heard_answered_and_published(officer, visitor, tmp_path):  # noqa: F811, PLR0915
    meeting = call_a_meeting(officer)
    say_what_the_public_may_bring(officer)
    visitor.goto(PAGE)
    expect(visitor.get_by_text("By 5.00 pm on Tuesday 2 February 2027, to")).to_be_visible()
    looks_well(visitor, "meeting-with-invitation")

    question = enter_a_question(officer, meeting)
    accept(officer)
    expect(officer.get_by_text("Take a telephone number out of the words").first).to_be_visible()
    officer.goto(question + "/details")
    officer.get_by_label("In their words").fill("Why are the *lamps* out?")
    officer.get_by_role("button", name="Save").press("Enter")
    accept(officer)
    expect(officer.get_by_text("On no agenda yet")).to_be_visible()

    officer.goto(meeting + "/agenda")
    officer.get_by_role("button", name="Begin with the usual items").press("Enter")
    expect(officer.locator(".agenda-builder__title", has_text="Questions from the public")).to_be_visible()
    officer.goto(meeting + "/publication")
    officer.get_by_role("button", name="Publish it").press("Enter")
    expect(officer).to_have_url(meeting)
    pack = " ".join(pages_of(kept(officer, meeting + "/editions/1/pack.pdf", tmp_path / "pack.pdf")))
    assert "A resident of Cliftonville West, to the Chairman" in pack and "Why are the *lamps* out?" in pack

    officer.goto(question)
    officer.get_by_role("link", name="Enter the answer").press("Enter")
    officer.get_by_label("How was it answered?").select_option("written")
    officer.get_by_label("What was answered?").fill("They are mended.")
    looks_well(officer, "submission-answer")
    officer.get_by_role("button", name="Save the answer").press("Enter")
    officer.goto(meeting + "/minutes/reading")
    expect(officer.get_by_text("They are mended.")).to_be_visible()

    officer.goto(meeting + "/submissions")
    looks_well(officer, "submissions")
    officer.get_by_role("link", name="Look at what everybody would read").press("Enter")
    looks_well(officer, "submissions-publication")
    officer.get_by_role("button", name="Publish it for everybody").press("Enter")
    visitor.goto(PAGE)
    visitor.get_by_role("link", name=re.compile("From the public")).first.click()
    expect(visitor).to_have_url(re.compile(ANSWERS))
    looks_well(visitor, "submissions-published")
    for address, text in everything_public(visitor, PAGE, tmp_path):
        for secret in SECRETS:
            assert secret not in text, (address, secret)
    for address in [ANSWERS, "/publications/overview-scrutiny-panel-2027-02-09"]:
        for secret in SECRETS:
            assert secret not in visitor.request.get(address).text(), (address, secret)


def test_the_pages_of_submissions_suit_a_telephone(phone):
    phone.goto("/committees")
    phone.get_by_role("link", name="Tuesday 9 February 2027").first.click()
    meeting = phone.url
    phone.goto(meeting + "/submissions")
    looks_well(phone, "submissions-phone")
    phone.get_by_role("link", name="Question: Lamps in Kent Street").click()
    looks_well(phone, "submission-phone")
    phone.get_by_role("link", name="Erase it now").click()
    looks_well(phone, "submission-erasure-phone")
    for address, name in [
        (meeting + "/submissions/new", "new"), (meeting + "/submissions/publication", "publication"),
        (PAGE, "meeting"), (ANSWERS, "published"),
    ]:  # fmt: skip
        phone.goto(address)
        looks_well(phone, f"submissions-{name}-phone")
