"""One recommendation on its way: what is awaited, the next body's agenda, its answer, and the page everybody reads."""

import re

import pytest
from looking import looks_well, tab_stops
from own_program import cookies, officer, plain, visits  # noqa: F401
from playwright.sync_api import expect
from program import running

DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is entered here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("recommendations")) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport=DESK)


def the_budget(page):
    """Where the example's recommendation of the Panel on the budget is."""
    page.goto("/committees/recommendations")
    return page.get_by_role("link", name=re.compile("accepts the budget as it stands")).get_attribute("href")


def test_every_page_looks_well(officer):  # noqa: F811
    budget = the_budget(officer)
    pages = ["", "?state=overdue", "/new"]
    pages = [("/committees/recommendations" + rest, rest.strip("/?=") or "tracker") for rest in pages]
    forms = ["sending", "outcome", "response", "action", "asking", "due"]
    pages += [(budget, "thread"), (f"{budget}/steps/2/striking", "striking"), ("/committees/actions", "actions")]
    pages += [(f"{budget}/steps/{form}", form) for form in forms]
    for address, name in pages:
        assert officer.goto(address).status == 200, address
        looks_well(officer, f"recommendations-{name}")


def test_the_year_names_the_next_meetings_that_are_called(officer):  # noqa: F811
    officer.goto("/home")
    year = officer.locator(".year-line")
    expect(year).to_contain_text(re.compile(r"Cabinet\s+next meeting 8 March 2016"))
    expect(year).to_contain_text(re.compile(r"Council\s+next meeting 14 April 2016"))
    looks_well(officer, "recommendations-home")


def test_everybody_follows_it_through_the_bodies(visitor):
    visitor.goto("/meetings")
    visitor.get_by_role("link", name="Recommendations, and what became of them").click()
    looks_well(visitor, "recommendations-public")
    visitor.get_by_label("How it stands").select_option("awaiting")
    visitor.get_by_role("button", name="Show").click()
    expect(visitor.locator(".filter-outcome")).to_contain_text("2 recommendations")
    visitor.get_by_role("link", name=re.compile("accepts the budget")).click()
    main = visitor.get_by_role("main")
    expect(main).to_contain_text("28 days of the calendar after 26 January 2016")
    # It is of the budget, and of no crime and disorder committee.
    expect(main).not_to_contain_text("2009/942")
    expect(main.get_by_role("heading", level=3)).to_have_text(["Overview & Scrutiny Panel", "Cabinet"])
    main.get_by_role("link", name="Minutes of Overview & Scrutiny Panel, 26 January 2016").first.click()
    expect(visitor.get_by_role("main")).to_contain_text("seconded")


def test_everybody_follows_the_plan_through_four_bodies_in_the_order_of_its_days(visitor):
    visitor.goto("/recommendations")
    visitor.get_by_role("link", name=re.compile("focus areas of the Thanet Community Safety Plan")).click()
    main = visitor.get_by_role("main")
    expect(main.get_by_role("heading", level=3)).to_have_text([
        "The report, and what was done", "Community Safety Working Party", "The report, and what was done",
        "Overview & Scrutiny Panel", "Cabinet",
    ])  # fmt: skip
    expect(main.locator(".summary-list")).to_contain_text("Before Cabinet on 8 March 2016")
    expect(main.locator(".summary-list")).to_contain_text("Council")
    expect(main.get_by_role("link", name="Meeting of Cabinet, 8 March 2016")).to_be_visible()
    days = [time.get_attribute("datetime") for time in main.locator(".journey time").all()]
    assert days == sorted(days) and {"2016-02-01", "2016-02-09", "2016-03-08"} <= set(days)
    panel = main.locator(".journey", has=visitor.get_by_role("heading", name="Overview & Scrutiny Panel"))
    expect(panel).to_contain_text("Its minutes are not published yet")
    main.get_by_text("What that changed").last.click()
    expect(main.locator("ins").last).to_contain_text("with the addendum that")
    looks_well(visitor, "recommendations-public-thread")


def test_the_next_body_has_it_on_its_agenda_and_answers(officer, visitor):  # noqa: F811
    page = officer
    budget = the_budget(page)
    page.goto("/committees")
    page.get_by_role("link", name="Cabinet", exact=True).click()
    page.get_by_role("link", name=re.compile("8 March 2016")).first.click()
    page.get_by_role("link", name="Change the agenda").click()
    expect(page.get_by_role("link", name=re.compile("Recommendation of Overview & Scrutiny Panel"))).to_have_count(2)
    expect(page.get_by_text("The recommendation as it stands").first).to_be_visible()
    looks_well(page, "recommendations-agenda")

    page.goto(budget)
    expect(page.get_by_role("main")).to_contain_text("Before Cabinet on 8 March 2016")
    page.get_by_role("link", name="Who is to answer").click()
    page.get_by_label("Or their name").fill("Cllr Lin Fairbrass")
    page.get_by_role("button", name="Enter it").click()
    expect(page.get_by_role("main")).to_contain_text("Cabinet (Cllr Lin Fairbrass)")

    page.get_by_role("link", name="The answer", exact=True).click()
    assert "Enter it" in tab_stops(page)
    page.get_by_label("Does it accept it?").select_option("accepted in part")
    page.get_by_role("button", name="Enter it").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the reasons")
    looks_well(page, "recommendations-refused")
    page.get_by_label("Reasons").fill("The port is looked at first.")
    page.get_by_role("button", name="Enter it").click()
    expect(page.get_by_role("main")).to_contain_text("Accepted in part by Cabinet")

    page.get_by_role("button", name="Publish what became of it since").click()
    visitor.goto(page.get_by_role("link", name="The public page").get_attribute("href"))
    expect(visitor.get_by_role("main")).to_contain_text("The port is looked at first.")
    expect(visitor.get_by_role("main")).not_to_contain_text("Fairbrass")
    assert visitor.request.get("/recommendations.atom").text().count("<entry>") == 9


def test_without_script_a_step_is_struck_out_and_stays_in_sight(plain):  # noqa: F811
    budget = the_budget(plain)
    plain.goto(f"{budget}/steps/action")
    plain.get_by_label("What was done, or is being done?").fill("The programme was reviewed.")
    plain.get_by_label("Is that all?").select_option("yes")
    plain.get_by_role("button", name="Enter it").click()
    expect(plain.get_by_role("main")).to_contain_text("How it stands")
    plain.get_by_role("link", name=re.compile("Strike it out")).last.click()
    plain.get_by_label("Why?").fill("Entered twice.")
    plain.get_by_role("button", name="Strike it out").click()
    expect(plain.get_by_role("main")).to_contain_text("Struck out: Entered twice.")
