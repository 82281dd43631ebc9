"""A report to a committee: written, put in order, cleared and read, at a desk, on a phone, and by keyboard alone."""

import re
import subprocess

import pytest
from choosing import choose_burglary
from keeping import kept
from looking import looks_well, no_axe_violations, screenshot, tab_stops
from own_program import cookies, officer, plain, visits  # fixtures
from playwright.sync_api import expect
from program import running
from reporting import begun, the_example


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is written here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("reports")) as program:
        yield program


def add_section(page, report, heading, text):
    page.goto(f"{report}/lists/sections/new")
    page.get_by_label("Heading").fill(heading)
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name=heading, exact=True)).to_be_visible()


def test_every_page_of_a_final_report_looks_well(officer):
    report = the_example(officer)
    for rest, name in [
        ("", "final"), ("/finals/1", "final-1"), ("/clearance", "clearances"), ("/clearance/financial", "clearance"),
        ("/versions", "versions"), ("/comparison?from=0&to=12", "comparison"), ("/completion", "completed"),
    ]:
        assert officer.goto(report + rest).status == 200
        looks_well(officer, f"reports-{name}")


def test_a_figure_is_chosen_and_read_with_its_source(officer, tmp_path):
    report = begun(officer, "Homes")
    officer.goto(f"{report}/lists/sections/new")
    officer.get_by_label("Heading").fill("Burglary")
    officer.get_by_label("Text", exact=True).fill("In the year: ")
    officer.get_by_role("link", name="Choose a figure").click()
    dialog = officer.get_by_role("dialog", name="Choose a figure")
    choose_burglary(officer)
    dialog.get_by_role("button", name="Put the figure in").click()
    expect(officer.get_by_label("Text", exact=True)).to_have_value(
        re.compile(r"^In the year: \{\{figure count street-crime/burglary \S+ 2015-01\.\.2015-12\}\}$"))
    officer.get_by_role("button", name="See how it will read").click()
    expect(officer.get_by_role("region", name="How it will read: Text")).to_have_text(re.compile(r"^\s*In the year: [\d,]+ crimes\s*$"))
    officer.get_by_role("button", name="Save", exact=True).click()
    officer.goto(report)
    expect(officer.get_by_text(re.compile(r"^In the year: [\d,]+ crimes \[1\]$"))).to_be_visible()
    looks_well(officer, "reports-figures")
    paper = kept(officer, officer.get_by_role("link", name="PDF", exact=True).get_attribute("href"), tmp_path / "report.pdf")
    words = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    assert re.search(r"In the year: [\d,]+ crimes \[1\]", words) and "Figures and their sources" in words
    officer.get_by_role("link", name=re.compile("^Open it")).click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Burglary")


def test_every_page_of_a_draft_looks_well_and_can_be_walked(officer):
    report = begun(officer, "Budget")
    add_section(officer, report, "Introduction", "First.\n\n- one\n- two\n\nSecond.")
    parts = [
        "", "/edit", "/lists/sections", "/lists/sections/new", "/lists/tables/new", "/lists/path/new", "/lists/contacts/new",
        "/lists/consultation/new", "/parts/classification/edit", "/parts/summary/edit", "/parts/background/edit", "/completion",
        "/comments", "/clearance/legal",
    ]
    for rest in parts:
        assert officer.goto(report + rest).status == 200
        looks_well(officer, f"reports-draft{rest.replace('/', '-')}")
        officer.goto(report + rest)
        stops = tab_stops(officer)
        assert stops[0] == "Skip to the content"
        assert all(stops), f"a stop has no words: {stops}"


def test_a_table_of_money_carries_its_unit(officer):
    report = begun(officer, "External funding")
    add_section(officer, report, "Funding", "Where it comes from:")
    officer.goto(f"{report}/lists/tables/new")
    officer.get_by_label("Where does it stand?").select_option(label="Section ‘Funding’")
    officer.get_by_label("What does the table show?").fill("External funding (£m)")
    officer.get_by_label("In what are all its amounts?").select_option(label="Thousands of pounds")
    officer.get_by_label("Columns of amounts").fill("2015/16\n2016/17")
    officer.get_by_label("Rows", exact=True).fill("Home Office | 1,500 | 1,611\nCommissioner | 480 | £400")
    officer.get_by_label("The rows add up").check()
    officer.get_by_role("button", name="Save", exact=True).click()
    expect(officer.get_by_role("alert")).to_contain_text("Take ‘£m’ out of the title")
    expect(officer.get_by_role("alert")).to_contain_text("‘£400’ is no amount in thousands of pounds")
    no_axe_violations(officer)
    officer.get_by_label("What does the table show?").fill("External funding")
    officer.get_by_label("Rows", exact=True).fill("Home Office | 1,500 | 1,611\nCommissioner | 480 | 400")
    officer.get_by_role("button", name="Save", exact=True).click()
    officer.goto(report)
    table = officer.get_by_role("table", name="Table 1: External funding, in thousands of pounds")
    expect(table.get_by_role("columnheader", name="2016/17, £ thousand")).to_be_visible()
    expect(officer.get_by_role("main")).to_contain_text("£2,011 thousand is £2,011,000.")
    looks_well(officer, "reports-money")


def test_sections_are_put_in_order_and_undone_by_keyboard_alone(officer):
    report = begun(officer, "By keyboard")
    for heading in ["One", "Two", "Three"]:
        add_section(officer, report, heading, "Words.")
    officer.goto(f"{report}/lists/sections")
    headings = officer.locator(".report-items__name")

    def press(name):
        for _ in range(80):
            officer.keyboard.press("Tab")
            if officer.evaluate("document.activeElement.textContent") == name:
                officer.keyboard.press("Enter")
                officer.wait_for_load_state()
                return
        raise AssertionError(f"Tab never came to {name}")

    press("Move up: Three")
    expect(headings).to_have_text(["One", "Three", "Two"])
    # The focus went along, so that it is moved on at once.
    expect(officer.locator(":focus")).to_have_text("Move up: Three")
    expect(officer.locator(":focus")).to_have_accessible_description("Item 2 of 3: Three")
    officer.keyboard.press("Enter")
    expect(headings).to_have_text(["Three", "One", "Two"])
    officer.goto(f"{report}/lists/sections")
    press("Remove: One")
    expect(headings).to_have_text(["Three", "Two"])
    expect(officer.get_by_role("status")).to_contain_text("‘One’ was removed.")
    officer.get_by_role("button", name="Undo").press("Enter")
    expect(headings).to_have_text(["Three", "One", "Two"])


def test_it_is_written_and_read_without_script(plain):
    report = begun(plain, "Without script")
    add_section(plain, report, "Introduction", "First.\n\nSecond.")
    plain.goto(f"{report}/parts/summary/edit")
    plain.get_by_label("Text", exact=True).fill("In **short**.")
    plain.get_by_role("button", name="See how it will read").click()
    expect(plain.get_by_role("region", name="How it will read")).to_contain_text("In short.")
    plain.get_by_role("button", name="Save", exact=True).click()
    plain.goto(report)
    expect(plain.get_by_role("main")).to_contain_text("1.2")
    plain.goto(f"{report}/comments?place=summary")
    plain.get_by_label("Your comment").fill("Say when.")
    plain.get_by_role("button", name="Send the comment").click()
    expect(plain.get_by_role("listitem").filter(has_text="Say when.")).to_contain_text("On: Summary")
    screenshot(plain, "reports-comments")


def test_a_report_prints_as_it_reads(officer):
    report = the_example(officer)
    answer = officer.request.get(report + "/report.pdf")
    assert answer.status == 200
    assert answer.body()[:5] == b"%PDF-"
