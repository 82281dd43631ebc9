"""The assessment on paper, as a reader and as a screen reader have it."""

import subprocess

import pikepdf
import pytest


@pytest.fixture(scope="module")
def paper(browser, server, officer_cookies, tmp_path_factory):
    """The PDF of Thanet in 2015."""
    with browser.new_context(base_url=server.address, storage_state=officer_cookies) as context:
        answer = context.request.get("/assessment/thanet/assessment.pdf", timeout=120_000)
        assert answer.headers["content-type"] == "application/pdf"
        path = tmp_path_factory.mktemp("paper") / "thanet.pdf"
        path.write_bytes(answer.body())
        return path


@pytest.fixture(scope="module")
def pages(paper):
    """The text of each page, in the order it is read."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", paper, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def elements(paper):
    """Every element of the paper's structure, in order: its kind and its dictionary."""
    with pikepdf.open(paper) as pdf:
        yield list(_walk(pdf.Root.StructTreeRoot))


def _walk(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)[1:], kid
            yield from _walk(kid)


def test_it_says_that_it_is_pdf_ua_and_in_which_language(paper):
    with pikepdf.open(paper) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "Thanet" in str(metadata["dc:title"])


def test_its_length_suits_a_reader_with_ten_minutes(pages):
    assert 6 <= len(pages) <= 10


def test_every_page_of_the_example_says_that_its_incidents_are_generated(pages):
    for number, page in enumerate(pages, 1):
        assert "enerated" in page, f"page {number} does not say so"


def test_it_is_read_in_the_order_it_is_meant(pages):
    text = "\n".join(pages)
    parts = ["Police recorded", "Month by month", "By type of crime", "Where", "Every month", "Notes and sources"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_no_heading_skips_a_level(elements):
    levels = [int(kind[1]) for kind, _ in elements if kind in ("H1", "H2", "H3", "H4")]
    assert levels
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))


def test_every_picture_has_words_in_its_place(elements):
    figures = [element for kind, element in elements if kind == "Figure"]
    assert len(figures) >= 17
    assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_every_table_has_heads(elements):
    tables = [element for kind, element in elements if kind == "Table"]
    assert len(tables) == 4
    for table in tables:
        assert any(kind == "TH" for kind, _ in _walk(table))


def test_every_figure_names_its_source(pages):
    assert all("Source: " in page for page in pages)
