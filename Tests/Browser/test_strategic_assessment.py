"""A year's strategic assessment, from the figures in its texts to what everybody reads."""

import re

import pytest
from conftest import DESK, PHONE
from choosing import choose_burglary
from looking import looks_well, no_axe_violations, screenshot, tab_stops
from own_program import cookies, officer, plain, visits  # fixtures
from playwright.sync_api import expect
from program import running
from visits import signed_in

YEAR = "/strategic-assessments/2015-16"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is published here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("strategic")) as program:
        yield program


@pytest.fixture
def theme(officer):
    """The address of the theme Burglary of the example's year, which is written, ranked and published."""
    officer.goto(f"{YEAR}/themes")
    return officer.get_by_role("main").get_by_role("link", name="Burglary", exact=True).get_attribute("href")


def test_a_figure_is_chosen_in_front_of_the_text_and_nothing_typed_is_lost(officer):
    officer.goto(YEAR + "/parts/summary/edit")
    text = officer.get_by_label("Summary", exact=True)
    text.fill("Homes first. \n\nMore follows.")
    text.evaluate("text => text.setSelectionRange(13, 13)")
    officer.get_by_role("link", name="Choose a figure").click()
    dialog = officer.get_by_role("dialog", name="Choose a figure")
    expect(dialog).to_be_visible()
    choose_burglary(officer)
    expect(dialog.get_by_role("region", name="The figure chosen")).to_contain_text("Burglary in Thanet:")
    no_axe_violations(officer)
    screenshot(officer, "strategic-picker-1280")
    officer.set_viewport_size(PHONE)
    screenshot(officer, "strategic-picker-390")
    officer.set_viewport_size(DESK)
    dialog.get_by_role("button", name="Put the sentence in").click()
    expect(dialog).to_be_hidden()
    expect(text).to_have_value(
        re.compile(r"^Homes first\. \{\{sentence count street-crime/burglary \S+ 2015-01\.\.2015-12\}\}\n\nMore follows\.$"))
    officer.get_by_role("button", name="See how it will read").click()
    shown = officer.get_by_role("region", name="How it will read: Summary")
    expect(shown).to_contain_text(re.compile(r"Homes first\. Burglary in Thanet: [\d,]+ crimes in 2015"))
    looks_well(officer, "strategic-editor")
    officer.get_by_role("button", name="Save").click()
    officer.wait_for_url("**/parts/summary")
    officer.get_by_role("main").get_by_role("link", name=re.compile("crimes$")).first.click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Burglary, Thanet")
    looks_well(officer, "strategic-figure")


def test_without_script_the_figures_open_beside_the_text(plain):
    plain.goto(YEAR + "/parts/priorities/edit")
    plain.get_by_label("Recommended priorities", exact=True).fill("Typed and not sent.")
    with plain.context.expect_page() as opened:
        plain.get_by_role("link", name="Choose a figure").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Choose a figure")
    expect(plain.get_by_label("Recommended priorities", exact=True)).to_have_value("Typed and not sent.")


def test_a_drafted_sentence_is_put_into_a_part(officer, theme):
    officer.goto(theme)
    looks_well(officer, "strategic-theme")
    officer.get_by_role("button", name="Put it in").nth(1).click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Burglary: how it changed")
    expect(officer.get_by_role("main")).to_contain_text("Burglary in Thanet")
    looks_well(officer, "strategic-part")


def test_a_partner_comments_and_is_answered(officer):
    officer.goto(YEAR + "/parts/levels")
    officer.get_by_label("Your comment").fill("Ambulance callouts say something else of the sea front.")
    officer.get_by_role("button", name="Send the comment").click()
    expect(officer.get_by_role("main")).to_contain_text("Ambulance callouts say")
    officer.goto(YEAR + "/comments")
    officer.get_by_text("Answer Community safety officer").click()
    looks_well(officer, "strategic-comments")
    officer.get_by_label("What became of it?").fill("They are in the next quarter’s data.")
    officer.get_by_role("button", name="Settle it").click()
    expect(officer.get_by_role("heading", name="Settled (1)")).to_be_visible()


PAGES = [
    ("overview", ""), ("themes", "/themes"), ("ranking", "/ranking"), ("scores", "/scores"),
    ("scoring", "/scores/influence"), ("rules", "/ranking/rules"), ("agreement", "/ranking/agreement"),
    ("version", "/ranking/versions/1"), ("months", "/months"), ("counting", "/counting/district-years"), ("focus", "/focus-wards"), ("focus-new", "/focus-wards/new"), ("removal", "/removal"), ("adding", "/themes/new"), ("checklist", "/checklist"), ("document", "/document"),
]


@pytest.mark.parametrize("name,path", PAGES, ids=[name for name, _ in PAGES])
def test_each_page_of_the_year_is_calm_and_accessible(officer, name, path):
    assert officer.goto(YEAR + path).status == 200
    looks_well(officer, f"strategic-{name}")
    assert all(tab_stops(officer, at_most=500))


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize(
    "path",
    [YEAR + "/ranking", YEAR + "/document", "/publications/strategic-assessment-2015-16", "/comparators/districts-of-kent-police/comparison?measure=district-years/burglary&year=2015"],
)
def test_no_score_and_no_comparison_is_out_of_sight_on_a_telephone(officer, path, width):
    officer.set_viewport_size({"width": width, "height": 844})
    assert officer.goto(path).status == 200
    tables = officer.locator(".table-scroll").filter(
        has=officer.locator("caption", has_text=re.compile("in order|order agreed|Rates for each 1,000|in each district"))
    )
    assert tables.count() > 0
    for table in tables.all():
        assert table.evaluate("it => it.scrollWidth <= it.clientWidth"), table.locator("caption").inner_text()


@pytest.mark.parametrize("path", ["", "/new"])
def test_years_are_listed_and_begun(officer, path):
    assert officer.goto("/strategic-assessments" + path).status == 200
    looks_well(officer, "strategic-years" + path.replace("/", "-"))


def test_a_ward_is_followed_through_the_year_and_ended_with_a_reason(plain, officer):
    """Without script, from the ward's own page and back to it."""
    plain.goto("/places/ward/E05005088")
    expect(plain.get_by_role("heading", name="In the strategic assessment")).to_be_visible()
    plain.get_by_role("main").get_by_role("link", name="A focus ward of 2015/16").click()
    expect(plain.get_by_role("main")).to_contain_text("April to December 2015, beside April to December 2014")
    plain.get_by_role("link", name="Choose a focus ward").click()
    plain.get_by_role("button", name="Follow it").click()
    expect(plain.get_by_role("alert")).to_contain_text("Choose a ward")
    plain.get_by_label("Which ward?").select_option("Eastcliff")
    plain.get_by_label("Why this one?").fill("Shops were broken into.")
    plain.get_by_role("button", name="Follow it").click()
    expect(plain.get_by_role("heading", name="Eastcliff", exact=True)).to_be_visible()
    plain.get_by_role("link", name=re.compile("Follow it no longer.*Eastcliff")).click()
    officer.goto(plain.url)
    looks_well(officer, "strategic-focus-ending")
    plain.get_by_label("Why not any more?").fill("They are quiet now.")
    plain.get_by_role("button", name="Follow it no longer").click()
    expect(plain.get_by_role("heading", name="Followed earlier in the year")).to_be_visible()
    expect(plain.get_by_role("main")).to_contain_text("They are quiet now.")
    officer.goto("/publications/strategic-assessment-2015-16")
    expect(officer.get_by_role("main")).to_contain_text("The focus wards and Thanet, 2015")


def test_a_score_opens_to_what_it_rests_on(officer, theme):
    identifier = theme.split("/")[-1]
    for criterion in ["trend", "influence"]:
        officer.goto(f"{YEAR}/ranking/{identifier}/{criterion}")
        looks_well(officer, f"strategic-cell-{criterion}")


def test_the_picker_is_a_page_of_its_own(officer):
    officer.goto("/figures/new")
    choose_burglary(officer)
    expect(officer.get_by_role("main")).to_contain_text("{{sentence count street-crime/burglary")
    looks_well(officer, "strategic-choice")


def test_a_meeting_moves_a_theme_and_both_places_are_kept(plain, officer):
    plain.goto(YEAR + "/ranking/agreement")
    last = plain.locator("fieldset.field-group", has=plain.get_by_label("Place", exact=True)).filter(
        has_text="By the scores").last
    name = last.locator("legend").inner_text()
    last.get_by_label("Place", exact=True).fill("0.5")
    plain.get_by_label("Who agreed it?").fill("Thanet Community Safety Partnership")
    plain.get_by_role("button", name="Keep this order").click()
    expect(plain.get_by_role("alert")).to_contain_text("does not stand where the scores put it")
    screenshot(plain, "strategic-agreement-refused")
    plain.locator("fieldset.field-group").filter(has_text=name).get_by_label("Why, if it is another?").first.fill(
        "The meeting heard of three deaths")
    plain.get_by_role("button", name="Keep this order").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("version 2")
    expect(plain.get_by_role("main")).to_contain_text("The meeting heard of three deaths.")
    officer.goto(YEAR + "/ranking/versions/2")
    looks_well(officer, "strategic-version-entered")


def test_other_months_are_asked_about_before_they_are_taken(officer):
    officer.goto(YEAR + "/months")
    officer.get_by_label("First month", exact=True).fill("2015-02")
    officer.get_by_label("Compared with, first month").fill("2014-02")
    officer.get_by_role("button", name="Look at what it changes").click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("February to December 2015")
    looks_well(officer, "strategic-months-asked")


def test_a_typed_number_is_pointed_out_and_stops_nothing(officer):
    officer.goto(YEAR + "/parts/residents/edit")
    box = officer.get_by_role("textbox").first
    box.fill("Of those asked, 72% felt safe after dark, and 1,204 answered.")
    officer.get_by_role("button", name="Save").click()
    expect(officer.get_by_text("2 numbers are typed")).to_be_visible()
    looks_well(officer, "strategic-typed")
    officer.goto(YEAR + "/checklist")
    expect(officer.get_by_text("72% and 1,204 in")).to_be_visible()
    looks_well(officer, "strategic-typed-checklist")


def test_what_is_published_is_everybodys_and_can_be_withdrawn(visits, browser, program):
    # Publishing asks for a fresh proof of who it is.
    officer = visits.begin(storage_state=signed_in(browser, program), viewport=DESK)
    officer.goto(YEAR + "/parts/changes/edit")
    officer.get_by_label("What changed, and why", exact=True).fill("Homes were locked better.")
    officer.get_by_role("button", name="Save").click()
    officer.goto(YEAR + "/publication")
    looks_well(officer, "strategic-publication")
    officer.get_by_role("button", name="Publish version 2").click()
    officer.wait_for_url("**/publications/strategic-assessment-2015-16", timeout=60_000)
    visitor = visits.begin(viewport=DESK)
    visitor.goto("/publications/strategic-assessment-2015-16")
    looks_well(visitor, "strategic-published")
    for href in visitor.locator("main a[href^='#']").evaluate_all("all => all.map(link => link.getAttribute('href'))"):
        assert visitor.locator(href).count() == 1, href
    officer.goto(YEAR + "/publication")
    looks_well(officer, "strategic-second-publication")
    officer.get_by_role("link", name=re.compile("Withdraw it.*version 2")).click()
    looks_well(officer, "strategic-withdrawal")
    officer.get_by_role("button", name="Withdraw it").click()
    expect(officer.get_by_role("alert")).to_contain_text("Say why")
    officer.get_by_label("Why?").fill("A count could be traced to one family.")
    officer.get_by_role("button", name="Withdraw it").click()
    officer.goto("/publications/strategic-assessment-2015-16/versions/2")
    expect(officer.get_by_role("heading", level=1)).to_have_text("This version was withdrawn")
    screenshot(officer, "strategic-withdrawn")


def test_a_year_is_there_at_once_its_figures_follow_and_nobody_loses_their_place(officer):
    unfinished = {"isFinished": False, "percent": 37, "detail": "3 of 8 themes"}
    officer.route("**/figures/progress", lambda route: route.fulfill(json=unfinished))
    officer.goto("/strategic-assessments/new")
    officer.get_by_label("Of which year?").fill("2016/17")
    officer.get_by_label("First month", exact=True).fill("2015-02")
    officer.get_by_label("Compared with, first month").fill("2014-02")
    officer.get_by_role("button", name="Begin").click()
    officer.wait_for_url("**/2016-17")
    expect(officer.get_by_role("main")).to_contain_text("Figures under way")
    looks_well(officer, "strategic-figures-under-way")
    scores = officer.get_by_role("link", name="Scores")
    scores.focus()
    officer.unroute("**/figures/progress")
    expect(officer.get_by_role("main")).to_contain_text(re.compile(r"\d+ of 15 ranked"), timeout=60_000)
    expect(officer.get_by_role("main")).to_contain_text("The figures of the themes are worked out.")
    expect(scores).to_be_focused()


def test_a_ranking_opens_by_itself_once_its_figures_are_there(officer):
    officer.goto("/strategic-assessments/new")
    token = officer.locator("[name=form-token]").first.input_value()
    officer.context.request.post("/strategic-assessments", max_redirects=0, form={
        "form-token": token, "year": "2017/18", "from": "2015-03", "to": "2015-12", "earlier-from": "2014-03",
        "earlier-to": "2014-12"})
    unfinished = {"isFinished": False, "percent": 12, "detail": "1 of 8 themes"}
    officer.route("**/figures/progress", lambda route: route.fulfill(json=unfinished))
    officer.goto("/strategic-assessments/2017-18/ranking")
    expect(officer.get_by_role("heading", level=1)).to_have_text("Working out the figures")
    looks_well(officer, "strategic-working-out")
    officer.unroute("**/figures/progress")
    expect(officer.get_by_role("heading", level=1)).to_have_text("Themes, ranked", timeout=60_000)
