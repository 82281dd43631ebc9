"""From signing in to a paper in the hand: an officer's and an analyst's way through an assessment."""

import csv
import io

import pytest
from looking import no_axe_violations
from playwright.sync_api import expect

THANET = "/assessment/thanet"


def test_the_first_page_leads_to_the_assessment(officer):
    officer.goto("/home")
    officer.get_by_role("link", name="Read the first assessment of Thanet").click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Thanet, 2015")
    expect(officer.locator(".lead").first).to_contain_text("11,648 crimes")


def test_the_contents_lead_to_every_part(officer):
    officer.goto(THANET)
    for link in officer.get_by_role("navigation", name="On this page").get_by_role("link").all():
        link.click()
        expect(officer.locator(link.get_attribute("href"))).to_be_in_viewport()


@pytest.mark.parametrize("reader", ["officer", "officer_without_script"])
def test_other_months_can_be_asked_for(reader, request):
    page = request.getfixturevalue(reader)
    page.goto(THANET)
    page.get_by_label("First month").fill("2015-04")
    page.get_by_label("Last month").fill("2015-09")
    page.get_by_label("Which months").select_option("The months entered below")
    page.get_by_label("First other month").fill("2014-10")
    page.get_by_label("Last other month").fill("2015-03")
    page.get_by_role("button", name="Assess these months").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("April to September 2015")
    expect(page.locator(".notice", has_text="The seasons differ")).to_be_visible()
    # Whoever is sent this address sees the same.
    address = page.url
    page.goto("/home")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("April to September 2015")


def test_every_chart_has_a_picture_its_words_and_its_table(officer):
    officer.goto(THANET)
    figures = officer.locator("figure")
    assert figures.count() >= 17
    for figure in figures.all():
        expect(figure.locator("figcaption h3")).not_to_be_empty()
        expect(figure.locator("figcaption p").first).not_to_be_empty()
        assert figure.locator("img").get_attribute("alt")
        assert figure.locator("table tbody tr").count() > 0
        expect(figure.locator("img")).to_have_js_property("complete", True)
        assert figure.locator("img").evaluate("image => image.naturalWidth") > 0


def test_every_verdict_is_a_word(officer):
    officer.goto(THANET)
    verdicts = officer.locator("#by-type ~ .table-scroll").first.locator("tbody .trend").all_inner_texts()
    assert len(verdicts) == 13
    assert {verdict.lstrip("▲▼≈ ") for verdict in verdicts} <= {"Rise", "Fall", "No clear change", "Not clear"}


def test_an_open_table_is_still_accessible(officer):
    officer.goto(THANET)
    officer.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    no_axe_violations(officer)


def test_without_pictures_the_words_remain(visits, officer_cookies):
    page = visits.begin(storage_state=officer_cookies)
    page.route("**/charts/**", lambda route: route.fulfill(status=200, content_type="image/svg+xml", body=""))
    page.goto(THANET)
    expect(page.locator("figcaption p").first).to_contain_text("All crime")
    page.locator("figure summary").first.click()
    expect(page.locator("figure table").first).to_be_visible()


def test_the_counts_come_as_csv_and_add_up(officer):
    officer.goto(THANET)
    with officer.expect_download() as download:
        officer.get_by_role("link", name="Monthly counts (CSV)").click()
    assert download.value.suggested_filename == "thanet-months-2015-01-to-2015-12.csv"
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    crimes = sum(
        int(row["count"]) for row in rows if row["period"] == "2015" and row["type"] != "Anti-social behaviour"
    )
    assert crimes == 11_648


def test_every_table_with_a_download_gives_its_rows(officer):
    officer.goto(THANET)
    for link in officer.get_by_role("link", name="Download this table (CSV)").all():
        answer = officer.request.get(link.get_attribute("href"))
        assert answer.ok
        assert len(list(csv.reader(io.StringIO(answer.text())))) > 10


def test_a_program_gets_the_whole_as_json(officer):
    officer.goto(THANET)
    address = officer.get_by_role("link", name="Everything, for a program (JSON)").get_attribute("href")
    whole = officer.request.get(address).json()
    assert whole["district"] == "Thanet"
    assert sum(one["total"] for one in whole["series"] if one["type"] != "Anti-social behaviour") == 11_648


@pytest.mark.parametrize("reader", ["officer", "officer_without_script"])
def test_the_paper_opens(reader, request):
    page = request.getfixturevalue(reader)
    page.goto("/assessment/thanet?from=2015-01&to=2015-03" + ("&compare=none" if reader == "officer" else ""))
    with page.context.expect_event("response", is_paper, timeout=60_000) as paper:
        page.get_by_role("link", name="Paper (PDF)").click()
    assert paper.value.status == 200


def is_paper(response):
    return response.headers.get("content-type") == "application/pdf"
