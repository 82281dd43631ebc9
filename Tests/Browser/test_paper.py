"""The assessment and the structure on paper, as a reader and as a screen reader have them."""

import subprocess

import pikepdf
import pytest


@pytest.fixture(scope="module")
def fetched(browser, server, officer_cookies, tmp_path_factory):
    """Fetches a PDF as the officer, and answers where it lies."""

    def fetch(address, name):
        with browser.new_context(base_url=server.address, storage_state=officer_cookies) as context:
            answer = context.request.get(address, timeout=120_000)
            assert answer.headers["content-type"] == "application/pdf"
            path = tmp_path_factory.mktemp("paper") / f"{name}.pdf"
            path.write_bytes(answer.body())
            return path

    return fetch


@pytest.fixture(scope="module")
def paper(fetched):
    """The PDF of Thanet in 2015."""
    return fetched("/assessment/thanet/assessment.pdf", "thanet")


@pytest.fixture(scope="module")
def structure(fetched):
    """The PDF of how the partnership is made up."""
    return fetched("/partnership/structure.pdf", "structure")


def text_of(paper):
    """The text of each page, in the order it is read."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", paper, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def pages(paper):
    return text_of(paper)


@pytest.fixture(scope="module")
def elements(paper):
    """Every element of the paper's structure, in order: its kind and its dictionary."""
    with pikepdf.open(paper) as pdf:
        yield list(_walk(pdf.Root.StructTreeRoot))


@pytest.fixture(scope="module")
def structure_elements(structure):
    with pikepdf.open(structure) as pdf:
        yield list(_walk(pdf.Root.StructTreeRoot))


def _walk(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)[1:], kid
            yield from _walk(kid)


@pytest.mark.parametrize("which, title", [("paper", "Thanet"), ("structure", "How the partnership is made up")])
def test_it_says_that_it_is_pdf_ua_and_in_which_language(request, which, title):
    with pikepdf.open(request.getfixturevalue(which)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert title in str(metadata["dc:title"])


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


@pytest.mark.parametrize("which", ["elements", "structure_elements"])
def test_no_heading_skips_a_level(request, which):
    elements = request.getfixturevalue(which)
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


def test_the_structure_has_the_chart_the_seats_the_agencies_and_what_is_missing(structure):
    pages = text_of(structure)
    assert 4 <= len(pages) <= 9
    text = "\n".join(pages)
    parts = [
        "On 9 February 2016",
        "Which body answers to which",
        "Each body, and who sits on it",
        "Agencies and their liaison officers",
        "What the law asks for that is missing",
        "Thanet Clinical Commissioning Group has no liaison officer",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Ines Ferreira (fictional)" in text


def test_the_chart_of_the_structure_is_a_list_in_a_list_whose_names_lead_to_each_body(structure):
    with pikepdf.open(structure) as pdf:
        depths = list(_depths(pdf.Root.StructTreeRoot, "L"))
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert max(depths) == 4  # Council, the scrutiny panel, its working party; the partnership, its executive, its groups
    assert len(links) >= 12
    assert all(str(link.get("/Contents", "")) for link in links)


def _depths(node, kind, depth=0):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            here = depth + (str(kid.S)[1:] == kind)
            yield here
            yield from _depths(kid, kind, here)


def test_every_table_of_the_structure_has_heads(structure_elements):
    tables = [element for kind, element in structure_elements if kind == "Table"]
    assert len(tables) >= 7
    for table in tables:
        assert any(kind == "TH" for kind, _ in _walk(table))


@pytest.fixture(scope="module")
def published(fetched):
    """The PDF of the strategic assessment that the example published."""
    return fetched("/publications/strategic-assessment-2015-16/versions/1/strategic-assessment.pdf", "strategic-assessment")


def test_no_page_of_the_published_assessment_is_left_part_empty(published, tmp_path):
    subprocess.run(["pdftoppm", "-r", "36", "-gray", published, tmp_path / "page"], check=True)

    pages = sorted(tmp_path.glob("page-*.pgm"))
    assert len(pages) > 10
    # The last page ends where the document does.
    assert {page.stem: share for page in pages[:-1] if (share := _blank(page)) >= 0.2} == {}


def _blank(page):
    """The tallest band without ink between the head and the foot of a page, as a share of what lies between them."""
    _, size, _, pixels = page.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [min(pixels[row * width : (row + 1) * width]) < 200 for row in range(height)]
    inside = rows[int(height * 0.09) : int(height * 0.92)]
    band = tallest = 0
    for inked in inside:
        band = 0 if inked else band + 1
        tallest = max(tallest, band)
    return round(tallest / len(inside), 2)


def test_the_published_assessment_does_not_end_in_one_line_on_a_page(published):
    assert text_of(published)[-1].count(".csv") > 3
