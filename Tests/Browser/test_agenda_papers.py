"""Files that a clerk lays before a meeting: looked into, made PDFs where they are none, and refused where they hide something."""

import re

import docx
import openpyxl
import pikepdf
import pytest
from keeping import kept
from looking import looks_well, no_axe_violations
from own_program import cookies, officer, visits  # noqa: F401
from playwright.sync_api import expect
from program import running

SUPPLEMENT = "/publications/overview-scrutiny-panel-2016-02-09/versions/2/supplementary-agenda-1.pdf"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is laid before its meetings is in nobody else's way."""
    with running(tmp_path_factory.mktemp("papers")) as program:
        yield program


HOSTILE = {
    "a name that is none": (b"MZ\x90 not a PDF", "It is neither a PDF nor a file of Word"),
    "a cut file": (b"%PDF-1.7\n1 0 obj\n<<", "It is damaged and cannot be read"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_paper_that_is_no_good_pdf_is_refused_and_nothing_typed_is_lost(officer, what):  # noqa: F811
    body, message = HOSTILE[what]
    add_pdf(officer, body)
    expect(officer.get_by_text(message).first).to_be_visible()
    expect(officer.get_by_label("What is it called?")).to_have_value("Annex")
    no_axe_violations(officer)


def test_a_pdf_with_something_hidden_is_refused_by_what_it_is(officer, tmp_path):  # noqa: F811
    path = tmp_path / "hidden.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["salaries.csv"] = b"name,pay"
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.save(path)
    add_pdf(officer, path.read_bytes())
    expect(officer.get_by_text("It has files embedded in it").first).to_be_visible()
    expect(officer.get_by_text("It has a script that runs when it is opened").first).to_be_visible()


def test_a_good_pdf_goes_into_the_pack_page_by_page(officer, tmp_path):  # noqa: F811
    add_pdf(officer, kept(officer, SUPPLEMENT, tmp_path / "given.pdf").read_bytes())
    expect(officer.get_by_text(re.compile(r"PDF, \d\d pages"))).to_be_visible()
    meeting = officer.url.split("/agenda")[0]
    draft = kept(officer, meeting + "/draft.pdf", tmp_path / "draft.pdf")
    with pikepdf.open(draft) as pdf:
        assert len(pdf.pages) >= 12


def test_a_word_document_goes_into_the_pack_as_a_pdf(officer, tmp_path):  # noqa: F811
    document = docx.Document()
    document.core_properties.author = "Jane Writer"
    document.add_heading("Parking in Margate", 1)
    for line in range(60):
        document.add_paragraph(f"Line {line}")
    document.save(tmp_path / "parking.docx")
    add_file(officer, (tmp_path / "parking.docx").read_bytes(), "parking.docx")
    expect(officer.get_by_text(re.compile("PDF, [23] pages"))).to_be_visible()
    given = officer.get_by_role("link", name="Annex", exact=True).last.get_attribute("href")
    (tmp_path / "given.pdf").write_bytes(officer.request.get(given).body())
    with pikepdf.open(tmp_path / "given.pdf") as pdf:
        assert "Jane" not in str(pdf.docinfo) and pdf.Root.MarkInfo.Marked


def test_a_workbook_with_a_hidden_sheet_is_refused_with_its_name(officer, tmp_path):  # noqa: F811
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Ward"
    workbook.create_sheet("Names").sheet_state = "hidden"
    workbook.save(tmp_path / "wards.xlsx")
    add_file(officer, (tmp_path / "wards.xlsx").read_bytes(), "wards.xlsx")
    expect(officer.get_by_text("wards.xlsx: The sheet ‘Names’ is hidden. Show it or delete it").first).to_be_visible()
    looks_well(officer, "agenda-paper-refused")


def add_pdf(officer, body):  # noqa: F811
    add_file(officer, body, "annex.pdf")


def add_file(officer, body, name):  # noqa: F811
    officer.goto("/committees")
    officer.get_by_role("link", name="Monday 1 February 2016").first.click()
    officer.goto(officer.url + "/agenda")
    officer.locator(".agenda-builder__title").last.press("Enter")
    officer.get_by_role("link", name="Add a paper").click()
    officer.get_by_label("What is it called?").fill("Annex")
    officer.get_by_label("A file", exact=True).set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": body})
    officer.get_by_label("What does the file show?").fill("An annex.")
    officer.get_by_role("button", name="Add the paper").click()
