"""Giving the program a file: by keyboard alone, with script and without, one and several, good and bad."""

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations
from own_program import cookies, visits  # fixtures
from playwright.sync_api import expect
from program import running
from street_files import broken_file, street_file

SLOW = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 1_500_000}  # bytes a second


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is imported here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("importing"), example=None) as program:
        yield program


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def officer(request, visits, cookies):
    return visits.begin(storage_state=cookies, java_script_enabled=request.param)


@pytest.fixture
def scripted(visits, cookies):
    return visits.begin(storage_state=cookies)


@pytest.fixture(scope="module")
def unused():
    """Months that no test has given yet, one after another."""
    return (f"{year}-{month:02}" for year in range(2016, 2026) for month in range(1, 13))


def name_of(month):
    return f"{month}-kent-street.csv"


def choose(page, *files):
    page.goto("/data/import")
    page.get_by_label("Files").set_input_files(
        [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files]
    )


def walk_to(page, target):
    """Presses Tab until it comes to what is sought."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never came to {target}")


def test_a_file_is_imported_by_keyboard_alone(officer, unused):
    month = next(unused)
    officer.goto("/data/import")
    with officer.expect_file_chooser() as chooser:
        walk_to(officer, officer.get_by_label("Files"))
        officer.keyboard.press("Space")
    chooser.value.set_files([{"name": name_of(month), "mimeType": "text/csv", "buffer": street_file(month)}])
    walk_to(officer, officer.get_by_role("button", name="Import"))
    officer.keyboard.press("Enter")
    expect(officer.get_by_role("main")).to_contain_text("Imported", timeout=30_000)
    walk_to(officer, officer.get_by_role("link", name="See what was in it"))
    officer.keyboard.press("Enter")
    expect(officer.get_by_role("main")).to_contain_text("50 rows read: 50 kept")


def test_a_large_file_shows_how_much_has_gone(scripted, unused):
    heard = []
    month = next(unused)
    scripted.expose_function("heard", lambda words: heard.append(words))
    choose(scripted, (name_of(month), street_file(month, rows=40_000)))
    scripted.locator("form .progress__detail").evaluate(
        """detail => new MutationObserver(() => heard(detail.textContent))
            .observe(detail, { childList: true, characterData: true, subtree: true })"""
    )
    scripted.context.new_cdp_session(scripted).send("Network.emulateNetworkConditions", SLOW)
    scripted.get_by_role("button", name="Import").click()
    expect(scripted.get_by_role("main")).to_contain_text("Imported", timeout=60_000)
    amounts = {words for words in heard if words.endswith(" sent")}
    assert len(amounts) >= 2, f"the progress never moved: {heard}"


def test_several_files_go_at_once(officer, unused):
    names = []
    files = []
    for month in (next(unused), next(unused)):
        names.append(name_of(month))
        files.append((name_of(month), street_file(month)))
    choose(officer, *files, ("broken.csv", broken_file()))
    officer.get_by_role("button", name="Import").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Read 3 files", timeout=30_000)
    for name in names:
        expect(officer.get_by_role("row", name=name)).to_contain_text("Imported")
    expect(officer.get_by_role("row", name="broken.csv")).to_contain_text("Refused")
    officer.get_by_role("link", name="See all data").click()
    for name in names:
        expect(officer.get_by_role("link", name=name)).to_be_visible()


def test_while_several_files_are_read_the_table_moves_on_and_the_page_stays(scripted, unused):
    months = [next(unused), next(unused)]
    choose(scripted, *((name_of(month), street_file(month)) for month in months))
    scripted.get_by_role("button", name="Import").click()
    expect(scripted.get_by_role("heading", level=1)).to_have_text("Read 2 files", timeout=30_000)
    stands(scripted)
    # How fast they are read is the machine's affair: the page as it was meanwhile is put before it again.
    address = scripted.url
    meanwhile = [True]

    def answer(route):
        page = route.fetch()
        body = page.text()
        if meanwhile:
            bar = f"""<div class="progress" data-behaviour="progress" data-source="{address}/progress"
                data-renews="files"><progress max="100" value="0"></progress><p class="progress__detail"></p></div>"""
            body = body.replace(">Imported<", ">Waiting<").replace('<div id="files">', bar + '<div id="files">')
        route.fulfill(response=page, body=body)

    scripted.route(address, answer)
    state = {"isFinished": False, "percent": 50, "detail": "1 of 2 read"}
    scripted.route(f"{address}/progress", lambda route: route.fulfill(json=state))
    scripted.goto(address)
    link = scripted.get_by_role("link", name=name_of(months[0]))
    expect(scripted.get_by_role("row", name=name_of(months[1]))).to_contain_text("Waiting")
    link.focus()
    meanwhile.clear()
    expect(scripted.locator(".progress__detail")).to_have_text("1 of 2 read")
    for month in months:
        expect(scripted.get_by_role("row", name=name_of(month))).to_contain_text("Imported")
    expect(link).to_be_focused()


def test_a_file_that_cannot_be_read_changes_nothing_and_says_where_it_breaks(officer):
    choose(officer, ("2016-05-kent-street.csv", broken_file()))
    officer.get_by_role("button", name="Import").click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("was not imported", timeout=30_000)
    expect(officer.get_by_role("main")).to_contain_text("Nothing was changed")
    expect(officer.get_by_role("main")).to_contain_text("line 3")
    officer.get_by_role("link", name="Import another file").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Import data")


def test_a_form_without_a_file_is_refused_at_its_field(officer):
    officer.goto("/data/import")
    officer.get_by_role("button", name="Import").click()
    summary = officer.locator(".error-summary")
    expect(summary).to_contain_text("Choose a file to import")
    expect(officer.get_by_label("Files")).to_have_attribute("aria-invalid", "true")


def test_the_pages_of_an_import_are_accessible_and_fit(scripted, unused):
    month = next(unused)
    choose(scripted, (name_of(month), street_file(month)))
    scripted.get_by_role("button", name="Import").click()
    expect(scripted.get_by_role("main")).to_contain_text("Imported", timeout=30_000)
    stands(scripted)
    scripted.get_by_role("link", name="See what was in it").click()
    expect(scripted.get_by_role("heading", level=1)).to_have_text(name_of(month))
    stands(scripted)
    scripted.goto("/data/import")
    scripted.get_by_role("button", name="Import").click()
    expect(scripted.locator(".error-summary")).to_be_visible()
    stands(scripted)
    scripted.goto("/data")
    stands(scripted)


def stands(page):
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)
    page.set_viewport_size({"width": 1280, "height": 900})
