"""How far the order of themes holds, and what scores rest on that no count of crimes gives."""

import re

import pytest
from looking import looks_well
from own_program import cookies, officer, plain, visits  # fixtures
from playwright.sync_api import expect
from program import running

YEAR = "/strategic-assessments/2015-16"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: the weights and themes of the year are changed here."""
    with running(tmp_path_factory.mktemp("harm")) as program:
        yield program


@pytest.fixture
def theme(officer):
    """The address of the theme Burglary of the example's year."""
    officer.goto(f"{YEAR}/themes")
    return officer.get_by_role("main").get_by_role("link", name="Burglary", exact=True).get_attribute("href")


def test_the_published_order_says_how_far_it_holds(officer):
    officer.goto(f"{YEAR}/ranking")
    expect(officer.get_by_role("row", name=re.compile("^Violence"))).to_contain_text("3 scores, 4 to 5")
    officer.goto("/publications/strategic-assessment-2015-16")
    main = officer.get_by_role("main")
    expect(main.get_by_text("this is one order of several that they could have given")).to_be_visible()
    expect(main.get_by_role("heading", name="How far the order holds")).to_be_visible()
    expect(main.get_by_role("table", name="How far each place holds")).to_contain_text("3 to 7")


def test_a_severity_score_is_imported_and_harm_is_worked_out_by_it_or_refused_with_the_reason(plain, officer, tmp_path):
    plain.goto("/severity-scores")
    plain.get_by_role("link", name="Import a severity score").click()
    officer.goto(plain.url)
    looks_well(officer, "strategic-severity-new")
    given = tmp_path / "weights.csv"
    given.write_text("Offence,Score\nShoplifting,16\nBurglary,438\nMurder,7979\nFraud,much\n")
    for label, text in [
        ("Its title", "Severity of offences"), ("Who published it", "An office (invented for this test)"),
        ("On which day", "1/11/2015"), ("Where it is on the web", "https://example.org/severity"),
        ("Under which licence", "Open Government Licence v3.0"),
    ]:
        plain.get_by_label(label).fill(text)
    plain.get_by_label("The list").set_input_files(given)
    plain.get_by_role("button", name="Import it").click()
    expect(plain.get_by_role("alert")).to_contain_text("Line 5, Score: ‘much’ of Fraud is no score")
    given.write_text("Offence,Score\nShoplifting,16\nBurglary,438\nMurder,7979\n")
    plain.get_by_label("The list").set_input_files(given)
    plain.get_by_role("button", name="Import it").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Severity of offences")
    expect(plain.get_by_role("main")).to_contain_text("no weight stands for it")
    officer.goto(plain.url)
    looks_well(officer, "strategic-severity-list")
    officer.goto("/severity-scores")
    looks_well(officer, "strategic-severity-lists")

    plain.goto(f"{YEAR}/ranking/rules")
    plain.get_by_label("Harm is worked out by").select_option(index=1)
    plain.get_by_label("Least harms a year").fill("1000, 5000, 20000, 100000")
    plain.get_by_label("Why are they changed?").fill("The weights were published.")
    plain.get_by_role("button", name="Save").click()
    plain.goto(f"{YEAR}/themes")
    plain.get_by_role("main").get_by_role("link", name="Add a theme").click()
    plain.get_by_label("What is it called?").fill("Shops")
    plain.get_by_label("What belongs to it?").fill("Theft from shops.")
    plain.get_by_label("What is counted for it?").select_option("Shoplifting – Street-level crime")
    plain.get_by_role("button", name="Add the theme").click()
    shops = plain.url.split("/")[-1]
    officer.goto(f"{YEAR}/ranking/{shops}/harm")
    expect(officer.get_by_role("table", name=re.compile("Its offences"))).to_contain_text("918")
    expect(officer.get_by_role("main")).to_contain_text("harm of 14,688, by Severity of offences")
    looks_well(officer, "strategic-cell-harm")


def test_harm_of_a_broad_type_is_refused_and_a_judgement_names_its_source(plain, officer, theme):
    identifier = theme.split("/")[-1]
    plain.goto(f"{YEAR}/ranking/{identifier}/harm")
    expect(plain.get_by_role("main")).to_contain_text("harm is not worked out from ‘Burglary’")
    plain.get_by_role("button", name="Enter it").click()
    expect(plain.get_by_role("alert")).to_contain_text("Enter who published it")
    officer.goto(f"{YEAR}/ranking/{identifier}/harm")
    looks_well(officer, "strategic-cell-harm-refused")
    plain.goto(f"{YEAR}/ranking/{identifier}/perception")
    for label, text in [
        ("Title of the survey", "Residents’ survey 2015"), ("Who asked", "The council (invented for this test)"),
        ("When", "2015-05"), ("What they said", "worried about burglary"), ("Per cent who said so", "41"),
        ("How many answered the question", "512"), ("How does it become this score?", "Two fifths are worried."),
    ]:
        plain.get_by_label(label, exact=True).fill(text)
    plain.get_by_label("Who answered", exact=True).select_option("self-selected")
    plain.get_by_label("Score", exact=True).select_option("3")
    plain.get_by_role("button", name="Enter it").click()
    expect(plain.get_by_role("main")).to_contain_text("That does not stand for residents")
    officer.goto(f"{YEAR}/ranking/{identifier}/perception")
    looks_well(officer, "strategic-cell-survey")
