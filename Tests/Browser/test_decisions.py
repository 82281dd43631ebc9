"""A decision on its way: announced, recorded, published, called in and settled, by its pages."""

import re
from datetime import date, timedelta

import pytest
from looking import no_axe_violations, screenshot
from own_program import cookies, officer, visits  # noqa: F401
from playwright.sync_api import expect
from program import running


# The day it is in the example.
TODAY = date(2016, 2, 9)


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is published here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("data"), tells_address=True) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport={"width": 1280, "height": 900})


@pytest.fixture
def telephone(visits):  # noqa: F811
    return visits.begin(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def fill(page, part, **answers):
    """Answers a part of a record by its page, and saves it."""
    page.locator("ul.plain-list").first.get_by_role("link", name=part).click()
    no_axe_violations(page)
    for name, answer in answers.items():
        field = page.locator(f"#{name.replace('_', '-')}")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(answer)
        else:
            field.fill(answer)
    page.get_by_role("button", name="Save").click()


def test_a_planned_decision_is_made_called_in_and_confirmed(officer, visitor, telephone):  # noqa: F811
    announce(officer)
    decide(officer)
    read(visitor, telephone)
    call_in(officer, visitor)


def announce(page):
    page.goto("/committees/decisions/rules")
    no_axe_violations(page)
    page.get_by_label("From what amount").fill("250,000")
    page.get_by_label("How many must sign").fill("2")
    page.get_by_label("By what rule?").fill("Constitution, part 4")
    page.get_by_role("button", name="Set the rules").click()
    page.goto("/committees/forward-plan/new")
    no_axe_violations(page)
    page.get_by_label("Title").fill("Cameras for the harbour")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("answers are missing before it can be published")).to_be_visible()
    no_axe_violations(page)
    day = TODAY + timedelta(days=70)
    fill(
        page, "What is to be decided", key="yes", matter="To buy cameras.", kind="member",
        maker="Councillor Ann Other, Cabinet Member", delegation="Part 3", **{"from": f"{day.day}/{day.month}/{day.year}"},
    )
    fill(page, "Documents, and how", documents="None", copies="Cecil Street, Margate", requests="Write to the clerk.")
    fill(page, "A meeting in private", private="no")
    expect(page.get_by_role("heading", name="When it has to be published")).to_be_visible()
    screenshot(page, "forward-plan-notice")
    page.get_by_role("link", name="Publish it").click()
    no_axe_violations(page)
    page.get_by_role("button", name="Publish it").click()
    no_axe_violations(page)


def decide(page):
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("heading", name="Cameras for the harbour", level=1)).to_be_visible()
    day = TODAY - timedelta(days=1)
    fill(
        page, "What was decided", day=f"{day.day}/{day.month}/{day.year}", decided="The cameras are bought.",
        reasons="They are **needed**.", alternatives="None", conflicts="None", dispensations="None",
    )
    fill(page, "Is it a key decision?", amount="300000", wards="1", reasoning="It is dear.", strategy="none")
    fill(page, "Call-in and urgency", subject="yes", urgent="no")
    screenshot(page, "decision-record")
    fill(page, "Documents, and what is kept", background="A survey", withheld="yes", paragraphs="3", public_interest="Prices.",
         closed="Eleven pounds.")
    no_axe_violations(page)
    page.get_by_role("link", name="Publish it").click()
    page.get_by_role("button", name="Publish it").click()
    expect(page.get_by_role("link", name=re.compile("Version 1"))).to_be_visible()
    for address in ["/committees/decisions", "/committees/forward-plan", "/committees/decisions/urgent"]:
        page.goto(address)
        no_axe_violations(page)
        screenshot(page, "decisions-members" + address.replace("/", "-"))


def read(visitor, telephone):
    for page in [visitor, telephone]:
        width = page.viewport_size["width"]
        for address, words in [("/decisions", "Cameras"), ("/forward-plan", "Decided"),
                               ("/decisions/cameras-for-the-harbour-2", "may be called in until"),
                               ("/forward-plan/cameras-for-the-harbour", "It was decided")]:
            page.goto(address)
            expect(page.get_by_text(words).first).to_be_visible()
            expect(page.get_by_text("Eleven pounds")).to_have_count(0)
            no_axe_violations(page)
            screenshot(page, f"decisions-public{address.replace('/', '-')}-{width}")


def call_in(page, visitor):
    page.goto("/committees/decisions")
    page.get_by_role("link", name="Cameras for the harbour").click()
    page.get_by_role("link", name="Enter a call-in").click()
    no_axe_violations(page)
    page.get_by_label("Who signed it?").fill("Councillor A\nCouncillor B")
    page.get_by_label("Their reasons").fill("It is dear.")
    page.get_by_role("button", name="Call it in").click()
    visitor.goto("/decisions/cameras-for-the-harbour-2")
    expect(visitor.get_by_text("Nothing may be done on it")).to_be_visible()
    no_axe_violations(visitor)
    screenshot(visitor, "called-in")
    page.get_by_role("link", name="Enter what became of the call-in").click()
    no_axe_violations(page)
    page.get_by_label("The decision was").select_option("confirmed")
    page.get_by_label("On which day?").fill(f"{TODAY.day}/{TODAY.month}/{TODAY.year}")
    page.get_by_label("By whom, and why").fill("By scrutiny, which heard it.")
    page.get_by_role("button", name="Enter it").click()
    visitor.reload()
    expect(visitor.get_by_text("may be carried out since").first).to_be_visible()


def test_everybody_reads_who_may_decide_what_in_whose_place(officer, visitor, telephone):  # noqa: F811
    officer.goto("/committees/delegations")
    no_axe_violations(officer)
    officer.get_by_role("link", name="Enter a delegation").click()
    officer.get_by_role("button", name="Enter it").click()
    expect(officer.get_by_role("alert")).to_contain_text("Say what may be decided")
    no_axe_violations(officer)
    for label, answer in [
        ("What may be decided?", "Grants from the partnership fund of up to £5,000"), ("Whose power is it?", "Cabinet"),
        ("Who may decide?", "Director of Community Services"), ("Within what limits?", "£20,000 a year in all"),
        ("By what law or resolution?", "LGA 1972 s.101; Constitution, part 3, paragraph 4.2"), ("From which day on?", "19/5/2015"),
    ]:  # fmt: skip
        officer.get_by_label(label).fill(answer)
    officer.get_by_role("button", name="Enter it").click()
    officer.get_by_role("button", name="Publish the register").click()
    expect(officer.get_by_text("Published", exact=True)).to_be_visible()
    no_axe_violations(officer)
    screenshot(officer, "delegations")
    visitor.goto("/decisions")
    visitor.get_by_role("link", name="register of delegations").click()
    for page, name in [(visitor, "delegations-public"), (telephone, "delegations-public-390")]:
        page.goto("/publications/register-of-delegations")
        expect(page.get_by_text("Director of Community Services")).to_be_visible()
        no_axe_violations(page)
        screenshot(page, name)
    officer.get_by_role("link", name=re.compile("^End it")).click()
    no_axe_violations(officer)
    officer.get_by_label("What is its last day?").fill("31/3/2016")
    officer.get_by_label("Why does it end?").fill("By Cabinet, minute 12")
    officer.get_by_role("button", name="End it").click()
    expect(officer.get_by_text("until 31 March 2016. By Cabinet, minute 12")).to_be_visible()
    expect(officer.get_by_role("button", name="Publish version 2")).to_be_visible()
