"""A clerk's day: a meeting is called, its agenda made up by keyboard, published, supplemented; and what the public never gets."""

import re
import subprocess

import pikepdf
import pytest
from conftest import DESK, PHONE
from keeping import kept, pages_of
from looking import looks_well, no_axe_violations
from own_program import cookies, officer, visits  # noqa: F401
from paper_facts import ANNEX, FRONT, MINUTES, REPORT, missing
from playwright.sync_api import expect
from program import running

AGENDA = "/publications/overview-scrutiny-panel-2016-02-09"
TITLE = "Overview & Scrutiny Panel, 9 February 2016: Supplementary agenda 1"
SUPPLEMENT = AGENDA + "/versions/2/supplementary-agenda-1.pdf"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own, which knows its address: what is published here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("data"), tells_address=True) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport=DESK)


@pytest.fixture
def supplement(visitor, tmp_path):
    return kept(visitor, SUPPLEMENT, tmp_path / "supplement.pdf")


def papers_of(pages):
    """The front sheet, and the pages of each paper by the ranges on it."""
    numbered = {int(match[1]): page for page in pages if (match := re.search(r"Page S(\d+) ?$", page.strip()))}
    ranges = [(int(first), int(last)) for first, last in re.findall(r"\(Pages S(\d+) to S(\d+)\)", pages[0])]
    return pages[0], [" ".join(numbered[page] for page in range(first, last + 1)) for first, last in ranges]


def test_the_examples_supplement_says_what_the_real_one_says_each_thing_where_it_belongs(supplement):
    front, (minutes, report) = papers_of(pages_of(supplement))
    assert not missing(FRONT, front)
    assert not missing(MINUTES, minutes)
    assert not missing(REPORT + ANNEX, report)
    assert "in a supplementary agenda." not in front and "first report" not in front


def test_every_page_range_on_the_front_sheet_is_where_the_paper_is(supplement):
    pages = pages_of(supplement)
    ranges = re.findall(r"\(Pages S(\d+) to S(\d+)\)", pages[0])
    assert len(ranges) == 2
    numbered = {match[1]: page for page in pages if (match := re.search(r"Page S(\d+) ?$", page.strip()))}
    assert list(numbered) == [str(number) for number in range(1, len(numbered) + 1)]
    (minutes, _), (report, last) = ranges
    assert "Draft minutes of the extraordinary meeting of 26 January 2016" in numbered[minutes]
    assert "Thanet Community Safety Plan for 2016–2017" in numbered[report]
    assert last == str(len(numbered))
    # Every paper begins on a right-hand page; the page that this needs says that it is blank.
    assert all(int(first) % 2 == 1 for first, _ in ranges)
    assert "This page is intentionally left blank" in pages[1]


def test_a_pack_is_pdf_ua_with_bookmarks_and_page_labels(supplement):
    with pikepdf.open(supplement) as pdf:
        assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1" and metadata["dc:title"] == TITLE
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            chapters = [chapter.title for item in outline.root for chapter in item.children]
        assert titles[0] == "Overview & Scrutiny Panel"
        assert "Draft minutes of the extraordinary meeting of 26 January 2016" in titles
        assert "1.0 Introduction" in chapters
        labels = [page.label for page in pdf.pages]
    assert labels == ["i", "ii"] + [f"S{number}" for number in range(1, len(labels) - 1)]


def test_the_code_on_the_front_sheet_opens_the_current_agenda(program, supplement, tmp_path, visitor):
    subprocess.run(["pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-png", supplement, tmp_path / "front"], check=True)
    picture = next(tmp_path.glob("front*.png"))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(re.escape(program.address) + "/p/[2-9B-Z]{5}", read.strip())
    visitor.goto(read.strip().removeprefix(program.address))
    expect(visitor).to_have_url(re.compile(AGENDA + "$"))
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Overview & Scrutiny Panel, 9 February 2016")


def test_the_published_agenda_marks_what_replaces_what_and_keeps_both(visitor):
    visitor.goto(AGENDA)
    expect(visitor.get_by_text("replaces ‘Thanet Community Safety Plan for 2016–2017").first).to_be_visible()
    looks_well(visitor, "agenda-published")
    visitor.get_by_role("link", name="Read the papers of item 6").click()
    expect(visitor.get_by_text("This replaces").first).to_be_visible()
    looks_well(visitor, "agenda-item")
    visitor.goto(AGENDA + "/versions/1")
    expect(visitor.get_by_text("This is an earlier version")).to_be_visible()


def test_a_clerk_makes_up_an_agenda_by_keyboard_and_the_public_gets_nothing_that_is_exempt(  # noqa: PLR0915
    officer, visitor, tmp_path  # noqa: F811
):
    officer.goto("/committees")
    looks_well(officer, "committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    looks_well(officer, "committee")
    officer.get_by_role("link", name="Call a meeting").click()
    officer.get_by_label("On which day?").fill("9/2/2027")
    officer.get_by_label("When does it start?").fill("seven")
    officer.get_by_role("button", name="Call the meeting").press("Enter")
    expect(officer.get_by_text("Enter a time of day, like 7 pm or 19:00").first).to_be_visible()
    officer.get_by_label("When does it start?").fill("7 pm")
    no_axe_violations(officer)
    officer.get_by_role("button", name="Call the meeting").press("Enter")
    meeting = officer.url
    officer.get_by_role("button", name="Announce it to everybody").press("Enter")
    officer.get_by_text("How this day is found").last.press("Enter")
    expect(officer.get_by_text("Counted: clear day 5").first).to_be_visible()
    looks_well(officer, "committee-meeting")

    officer.get_by_role("link", name="Make up the agenda").press("Enter")
    officer.get_by_role("button", name="Begin with the usual items").press("Enter")
    officer.get_by_role("button", name="Up: item 2, Declarations of interest").press("Enter")
    titles = officer.locator(".agenda-builder__title")
    expect(titles.first).to_contain_text("Declarations of interest")
    # The focus went along, and where it stands is said.
    down = officer.get_by_role("button", name="Down: item 1, Declarations of interest")
    expect(down).to_be_focused()
    expect(down).to_have_accessible_description(re.compile("^Item 1 of [0-9]+: Declarations of interest$"))
    expect(officer.get_by_role("status").filter(has_text="Item 1 of")).to_have_text(re.compile(": Declarations of interest$"))
    officer.keyboard.press("Enter")
    expect(titles.first).to_contain_text("Apologies")
    expect(officer.get_by_role("button", name="Down: item 2, Declarations of interest")).to_be_focused()

    officer.get_by_role("link", name="Add an item").press("Enter")
    officer.get_by_label("What is it called on the agenda?").fill("A contract")
    officer.get_by_label("May the public see its papers?").select_option("exempt")
    officer.get_by_role("button", name="Add the item").press("Enter")
    expect(officer.get_by_text("Tick at least one paragraph of Schedule 12A").first).to_be_visible()
    officer.get_by_label("3: Information relating to the financial").check()
    officer.get_by_label("Why?").fill("The price is being negotiated.")
    looks_well(officer, "agenda-item-edited")
    officer.get_by_role("button", name="Add the item").press("Enter")
    officer.get_by_role("link", name="Add a paper").press("Enter")
    officer.get_by_label("What is it called?").fill("HEMLOCK terms")
    officer.get_by_label("Or its text, written here").fill("## Price\n\nHEMLOCK asks for £31,957.")
    looks_well(officer, "agenda-paper")
    officer.get_by_role("button", name="Add the paper").press("Enter")
    officer.goto(meeting + "/agenda")
    looks_well(officer, "agenda-builder")
    assert "Exclusion of press and public" in titles.all_inner_texts()[-2]
    assert "HEMLOCK" in " ".join(pages_of(kept(officer, meeting + "/draft.pdf", tmp_path / "draft.pdf")))

    officer.get_by_role("link", name="Publish the agenda").click()
    officer.wait_for_url("**/publication")
    looks_well(officer, "agenda-publication")
    officer.get_by_role("button", name="Publish it").press("Enter")
    expect(officer).to_have_url(meeting)
    assert "HEMLOCK" in " ".join(pages_of(kept(officer, meeting + "/editions/1/members.pdf", tmp_path / "members.pdf")))
    assert "Not for publication" in " ".join(pages_of(tmp_path / "members.pdf"))

    # A supplement tells of other papers with it, and not what they are called.
    officer.goto(meeting + "/agenda")
    officer.locator(".agenda-builder__title").last.press("Enter")
    officer.get_by_role("link", name="Add a paper").press("Enter")
    officer.get_by_label("What is it called?").fill("HEMLOCK asks again")
    officer.get_by_label("Does it take the place of one that is here?").select_option(label="Yes: ‘HEMLOCK terms’")
    officer.get_by_label("Or its text, written here").fill("HEMLOCK now asks for £31,957 and a van.")
    officer.get_by_role("button", name="Add the paper").press("Enter")
    officer.goto(meeting + "/publication")
    officer.get_by_role("button", name="Publish it").press("Enter")
    expect(officer).to_have_url(meeting)
    assert "van" in " ".join(pages_of(kept(officer, meeting + "/editions/2/members.pdf", tmp_path / "members.pdf")))
    expect(officer.get_by_role("link", name="Combined pack 1 (PDF)")).to_be_visible()
    looks_well(officer, "committee-meeting-combined")
    combined = pages_of(kept(officer, meeting + "/combined/1/members.pdf", tmp_path / "combined.pdf"))
    assert "and a van" in " ".join(combined) and "HEMLOCK asks for £31,957." not in " ".join(combined)
    for address, text in everything_public(visitor, "/publications/overview-scrutiny-panel-2027-02-09", tmp_path):
        assert "HEMLOCK" not in text and "31,957" not in text, address


def test_what_was_exempt_is_looked_at_again_summarised_and_opened(officer, visitor):  # noqa: F811
    officer.goto("/committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    officer.get_by_role("link", name="Call a meeting").click()
    officer.get_by_label("On which day?").fill("2/2/2016")
    officer.get_by_label("When does it start?").fill("7 pm")
    officer.get_by_role("button", name="Call the meeting").click()
    meeting = officer.url
    officer.get_by_role("button", name="Announce it to everybody").click()
    officer.goto(meeting + "/agenda/items/new")
    officer.get_by_label("What is it").first.select_option("other")
    officer.get_by_label("What is it called on the agenda?").fill("A contract")
    officer.get_by_label("May the public see its papers?").select_option("exempt")
    officer.get_by_text("If it is exempt or confidential").click()
    officer.get_by_label("3: Information relating to the financial").check()
    officer.get_by_label("Why?", exact=True).fill("The price is being negotiated.")
    expect(officer.get_by_label("When is that looked at again?")).to_have_value("2/2/2017")
    officer.get_by_label("When is that looked at again?").fill("3/2/2016")
    officer.get_by_role("button", name="Add the item").click()
    item = officer.url
    officer.get_by_role("link", name="Add a paper").click()
    officer.get_by_label("What is it called?").fill("Offers")
    officer.get_by_label("Or its text, written here").fill("## Price\n\nYARROW asks for eleven pounds.")
    officer.get_by_role("button", name="Add the paper").click()
    officer.goto(meeting + "/publication")
    officer.get_by_label("Why is it published late?").fill("The meeting was called on 1 February.")
    officer.get_by_role("button", name="Publish it").click()
    expect(officer).to_have_url(meeting)

    officer.goto(meeting + "/minutes/circulation")
    officer.get_by_label("Summary of ‘A contract’ for the public").fill("A contract was let.")
    looks_well(officer, "minutes-summary")
    officer.get_by_role("button", name="Save what the public is told").click()
    expect(officer.get_by_text("A contract was let.").first).to_be_visible()
    looks_well(officer, "minutes-summarised")

    officer.goto("/committees")
    officer.get_by_role("link", name="A contract").click()
    officer.get_by_label("Why is keeping it back still").fill("The work goes on.")
    looks_well(officer, "agenda-review")
    officer.get_by_role("button", name="Keep it until then").click()
    expect(officer.get_by_text("Kept until").first).to_be_visible()
    officer.get_by_label("Why is it opened?").fill("The work is done")
    officer.get_by_label("I looked through its papers").check()
    officer.get_by_role("button", name="Open it to everybody").click()
    expect(officer).to_have_url(item + "/review")
    looks_well(officer, "agenda-review-opened")
    visitor.goto("/meetings/overview-scrutiny-panel/2016-02-02")
    looks_well(visitor, "meeting-with-opened-papers")
    visitor.get_by_role("link", name=re.compile("A contract: opened on")).click()
    expect(visitor.get_by_text("YARROW asks for eleven pounds.")).to_be_visible()
    looks_well(visitor, "opened-papers")


def test_the_examples_agenda_and_its_supplement_are_one_pack(visitor, tmp_path):
    path = kept(visitor, AGENDA + "-pack/versions/1/pack.pdf", tmp_path / "pack.pdf")
    with pikepdf.open(path) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        labels = [page.label for page in pdf.pages]
    pages = pages_of(path)
    printed = {label: page for label, page in zip(labels, pages, strict=True) if not label.startswith("i")}
    assert printed and all(label.startswith("S") for label in printed)
    assert all(page.strip().endswith(f"Page {label}") for label, page in printed.items())
    assert "replaced by" in pages[0] + pages[1]
    visitor.goto(AGENDA + "-pack")
    looks_well(visitor, "combined-pack")


FURTHER = [
    "/bodies", "/bodies.atom", "/oparl/v1.1/system", "/meetings/search?q=contract", "/meetings/search?q=terms&superseded=yes",
    "/meetings/search.atom?q=price",
]  # fmt: skip


def everything_public(page, start, folder):
    """Every page and file that a visitor reaches from an address of a publication, as text: of PDFs what they hold unpacked."""
    seen, waiting = set(), [start, "/meetings", "/meetings.ics", "/meetings.atom", "/publications", "/api/publications", *FURTHER]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = page.request.get(address)
        assert answer.status == 200, address
        body = answer.body()
        if answer.headers["content-type"] == "application/pdf":
            path = folder / "public.pdf"
            path.write_bytes(body)
            with pikepdf.open(path) as pdf:
                pdf.save(folder / "open.pdf", compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
            yield address, " ".join(pages_of(path)) + (folder / "open.pdf").read_text("latin-1")
            continue
        text = body.decode()
        yield address, text
        links = re.findall(r'href="(/[^"#?]*)"', text)
        waiting += [link for link in links if link.startswith(("/meetings", "/bodies", start))]
        waiting += re.findall(r'"https?://[^/"]+(/oparl/[^"]*)"', text)
    assert any(address.endswith(".pdf") for address in seen) and len(seen) > 10


def test_the_pages_of_meetings_suit_a_telephone(visits, cookies, program):  # noqa: F811
    phone = visits.begin(storage_state=cookies, viewport=PHONE, has_touch=True, is_mobile=True)
    phone.goto("/committees")
    looks_well(phone, "committees-phone")
    phone.get_by_role("link", name="Tuesday 9 February 2016").first.click()
    looks_well(phone, "committee-meeting-phone")
    meeting = phone.url
    for path in ["/agenda", "/publication", "/details", "/agenda/items/new"]:
        phone.goto(meeting + path)
        looks_well(phone, "committee" + path.replace("/", "-") + "-phone")
    for path in ["/committees/closures", AGENDA, AGENDA + "/versions/2/item-6"]:
        phone.goto(path)
        looks_well(phone, path.strip("/").replace("/", "-") + "-phone")
