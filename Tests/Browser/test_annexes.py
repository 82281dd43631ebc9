"""A PDF in an annex of a report: given, refused, read, compared, printed, and laid before everybody."""

import io
import re
import subprocess

import pikepdf
import pytest
from looking import SCREENSHOTS, looks_well, no_axe_violations, screenshot
from own_program import cookies, officer, plain, visits  # noqa: F401
from playwright.sync_api import expect
from program import running
from reporting import begun, the_example


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own, which knows its address: what is published here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("annexes"), tells_address=True) as program:
        yield program


@pytest.fixture
def plan(officer):  # noqa: F811
    """The first version of the example's report, as a PDF that does not tell who wrote it: so it is kept as it came."""
    printed = officer.request.get(the_example(officer) + "/finals/1/report.pdf", timeout=120_000).body()
    bare = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        del pdf.docinfo["/Author"]
        with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
            del told["dc:creator"]
        pdf.save(bare)
    return bare.getvalue()


def pictures(pdf, name):
    if SCREENSHOTS:
        subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, f"{SCREENSHOTS}/{name}"], check=True)


def give_annex(page, name, body):
    page.get_by_label("A file", exact=True).set_input_files({"name": name, "mimeType": "application/pdf", "buffer": body})
    page.get_by_label("What does the file show?").fill("The plan of last year, as it was printed.")
    page.get_by_role("button", name="Save", exact=True).click()


def test_an_annex_can_be_a_pdf_that_is_read_printed_and_compared(officer, plan, tmp_path):  # noqa: F811
    report = begun(officer, "With an annex")
    officer.goto(f"{report}/lists/annexes/new")
    looks_well(officer, "reports-annex-new")
    officer.goto(f"{report}/lists/annexes/new")
    officer.get_by_label("Title").fill("Last year’s plan")
    give_annex(officer, "plan.pdf", b"%PDF-1.7 cut")
    expect(officer.get_by_role("alert")).to_contain_text("plan.pdf: It is damaged and cannot be read")
    expect(officer.get_by_label("Title")).to_have_value("Last year’s plan")
    no_axe_violations(officer)
    screenshot(officer, "reports-annex-refused")
    give_annex(officer, "plan.pdf", plan)
    officer.get_by_role("link", name="Last year’s plan", exact=True).click()
    expect(officer.get_by_label("Which file goes with it?")).to_contain_text("‘plan.pdf’, ")
    looks_well(officer, "reports-annex-edited")
    officer.goto(report)
    expect(officer.get_by_role("main")).to_contain_text("The plan of last year, as it was printed.")
    looks_well(officer, "reports-annex-read")
    officer.goto(report)
    with officer.expect_download() as download:
        officer.get_by_role("link", name="Last year’s plan as PDF").click()
    assert download.value.suggested_filename == "plan.pdf"
    assert download.value.path().read_bytes() == plan
    officer.goto(f"{report}/comparison?from=1&to=3")
    looks_well(officer, "reports-annex-compared")

    printed = tmp_path / "report.pdf"
    printed.write_bytes(officer.request.get(report + "/report.pdf", timeout=120_000).body())
    with pikepdf.open(printed) as pdf, pikepdf.open(io.BytesIO(plan)) as annex:
        assert len(pdf.pages) == 1 + len(annex.pages)
        shown = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "The plan of last year, as it was printed. (page 2 of" in " ".join(shown)
    pictures(printed, "reports-annex-paper")


def with_covered_words():
    """A page on which a name stands under a black box, where nobody sees it and everybody can copy it."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(
            b"BT /F1 18 Tf 72 600 Td (The case of Jane Roe) Tj ET 0 g 168 594 90 24 re f"
        )
        pdf.save(made)
    return made.getvalue()


def test_a_pdf_with_a_name_under_a_black_box_is_refused_with_its_page(officer):  # noqa: F811
    report = begun(officer, "With a black box")
    officer.goto(f"{report}/lists/annexes/new")
    officer.get_by_label("Title").fill("The case")
    give_annex(officer, "case.pdf", with_covered_words())
    expect(officer.get_by_role("alert")).to_contain_text("case.pdf: Page 1 has 2 words that nobody sees who reads it")
    expect(officer.get_by_label("Title")).to_have_value("The case")
    looks_well(officer, "reports-annex-covered")


def test_a_look_at_the_text_of_an_annex_says_that_its_file_is_to_be_chosen_again(plain):  # noqa: F811
    report = begun(plain, "An annex without script")
    plain.goto(f"{report}/lists/annexes/new")
    plain.get_by_label("Title").fill("The plan")
    plain.get_by_label("Text", exact=True).fill("In **short**.")
    plain.get_by_label("A file", exact=True).set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
    plain.get_by_role("button", name="See how it will read").click()
    expect(plain.get_by_role("region", name="How it will read")).to_contain_text("In short.")
    expect(plain.get_by_role("main")).to_contain_text("Choose ‘plan.pdf’ again before you save")


def test_the_annex_of_a_published_report_is_on_its_page_as_it_came_and_in_the_pack(officer, plan, visits, tmp_path):  # noqa: F811
    report = the_example(officer)
    officer.goto(report)
    officer.get_by_text("Change this report").click()
    officer.get_by_label("Why is it changed?").fill("A plan goes with it.")
    officer.get_by_role("button", name="Begin a new draft").click()
    officer.goto(f"{report}/lists/annexes/new")
    officer.get_by_label("Title").fill("Last year’s plan")
    give_annex(officer, "plan.pdf", plan)
    looks_well(officer, "reports-annexes")
    officer.goto(f"{report}/completion")
    officer.get_by_role("button", name="Make it final").click()
    expect(officer.get_by_text("Annex ‘Last year’s plan’: added")).to_be_visible()

    officer.goto("/committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    officer.get_by_role("link", name="Call a meeting").click()
    officer.get_by_label("On which day?").fill("9/2/2027")
    officer.get_by_label("When does it start?").fill("7 pm")
    officer.get_by_role("button", name="Call the meeting").click()
    meeting = officer.url
    officer.get_by_role("button", name="Announce it to everybody").click()
    officer.goto(meeting + "/agenda")
    officer.get_by_role("button", name="Put it on the agenda").first.click()
    officer.goto(meeting + "/publication")
    officer.get_by_role("button", name="Publish it").click()
    expect(officer).to_have_url(meeting)

    visitor = visits.begin(viewport={"width": 1280, "height": 900})
    visitor.goto("/publications/overview-scrutiny-panel-2027-02-09")
    pack = tmp_path / "pack.pdf"
    pack.write_bytes(visitor.request.get(visitor.url + "/versions/1/agenda.pdf").body())
    visitor.get_by_role("link", name="Read the papers of item").click()
    link = visitor.get_by_role("link", name="Last year’s plan as PDF")
    assert visitor.request.get(link.get_attribute("href")).body() == plan
    looks_well(visitor, "annex-published")
    read = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", pack, "-"], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Annex 2 +Last year’s plan", read)
    with pikepdf.open(pack) as pdf:
        labels = [page.label for page in pdf.pages]
    assert labels == ["i", "ii"] + [str(number) for number in range(1, len(labels) - 1)]
    pictures(pack, "annex-pack")
