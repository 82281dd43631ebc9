"""A partner's data set from nothing to figures: entered, given a file, its columns said, looked at, taken in."""

import io
import zipfile

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from street_files import street_file

AMBULANCE = b"LSOA,Date,Callouts\nE01024678,2016-04-03,3\nE01024678,2016-05-09,1\nNowhere,2016-05-09,1\n"
PEOPLE = b"LSOA,Date,Caller\nE01024678,2016-04-03,Sarah Jones\nE01024678,2016-04-04,John Brown\nE01024678,2016-04-05,Emma Hill\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own: what is taken in here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("data-sets"), example=None) as program:
        yield program


def enter(page, name):
    page.goto("/data/sets/new")
    page.get_by_label("Its name", exact=True).fill(name)
    page.get_by_label("Their name, if they are not in the list").fill("The ambulance service")
    page.get_by_label("What it holds").fill("Callouts to assaults.")
    page.get_by_label("The first month that is expected").fill("2015-07")
    page.get_by_label("Licence or agreement").fill("Information sharing agreement")
    page.get_by_role("button", name="Add the data set").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def give(page, name, content):
    page.get_by_role("link", name="Give a file of it").click()
    page.get_by_label("The file", exact=True).set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Look at it").click()


def test_a_file_is_looked_at_and_taken_in(officer):
    officer.goto("/data/import")
    officer.get_by_label("Files").set_input_files(
        {"name": "2016-04-kent-street.csv", "mimeType": "text/csv", "buffer": street_file("2016-04")}
    )
    officer.get_by_role("button", name="Import").click()
    expect(officer.get_by_text("Imported").first).to_be_visible()
    enter(officer, "Ambulance callouts")
    looks_well(officer, "data-set-new")
    give(officer, "ambulance.csv", AMBULANCE)
    expect(officer.get_by_role("heading", level=1)).to_have_text("What the columns of ambulance.csv mean")
    looks_well(officer, "data-set-columns")
    expect(officer.get_by_label("The column that says when")).to_have_value("Date")
    officer.get_by_label("What every row is of").fill("Assault")
    officer.get_by_label("What is counted").fill("callouts")
    officer.get_by_role("button", name="Look at the rows").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("How ambulance.csv is understood")
    expect(officer.get_by_text("2 rows can be used, and 1 row cannot")).to_be_visible()
    looks_well(officer, "data-set-check")
    officer.get_by_label("33% of its rows cannot be used. Take it in without them?").select_option("yes")
    officer.get_by_role("button", name="Take in 2 rows").click()
    expect(officer.get_by_text("Imported").first).to_be_visible()
    officer.goto("/data/sets/ambulance-callouts")
    expect(officer.get_by_text("ambulance-callouts/assault")).to_be_visible()
    looks_well(officer, "data-set")
    officer.goto("/data")
    expect(officer.get_by_text("Data are overdue")).to_be_visible()
    looks_well(officer, "data-register")


def test_titles_above_the_headings_are_passed_over_and_it_is_said(officer):
    enter(officer, "Titled callouts")
    above = b"Callouts to assaults\nPeriod:,April 2016,,\n\n"
    give(officer, "titled.csv", above + AMBULANCE)
    expect(officer.get_by_role("heading", level=1)).to_have_text("What the columns of titled.csv mean")
    expect(officer.get_by_role("main")).to_contain_text(
        "Its headings were found in line 4; what stands above them was passed over."
    )
    looks_well(officer, "data-set-titled")


def test_a_file_with_somebody_in_it_is_refused(officer):
    enter(officer, "Callers")
    give(officer, "callers.csv", PEOPLE)
    expect(officer.get_by_text("The column ‘Caller’ cannot be in a depersonalised data set")).to_be_visible()
    looks_well(officer, "data-set-refused")


def test_whom_a_machine_cannot_tell_is_asked_about_and_a_withheld_count_is_no_zero(officer):
    people = [("Vuković", 23456), ("okwuosa", 15012), ("Szczepański", 36001), ("Nguyen", 28765), ("Müller", 31999)]
    counts = ["3", "<5", "*", "n/a", ""]
    rows = [f"E01024678,2016-04-03,{count},{name},{day}" for count, (name, day) in zip(counts, people)]
    enter(officer, "Callouts with a doubt")
    give(officer, "doubtful.csv", "\n".join(["LSOA,Date,Callouts,ref,x1", *rows]).encode() + b"\n")
    main = officer.get_by_role("main")
    expect(main).to_contain_text("‘ref’: its values may be names of people.")
    expect(main).to_contain_text("could be dates of birth as Excel counts days: 23456 is 20 March 1964.")
    looks_well(officer, "data-set-doubts")
    officer.get_by_label("What every row is of").fill("Assault")
    officer.get_by_label("What is counted").fill("callouts")
    expect(officer.get_by_label("The column of counts")).to_have_value("Callouts")
    officer.get_by_role("button", name="Look at the rows").click()
    expect(main).to_contain_text("3 numbers are withheld by the provider, or not given")
    expect(main).to_contain_text("‘<5’ stands for a number that the provider withheld: it is not zero")
    expect(main).to_contain_text("the count is blank; where there was none, it must say 0")
    looks_well(officer, "data-set-withheld")


def test_what_a_later_file_changed_is_listed(officer):
    for rows in (40, 44):
        officer.goto("/data/import")
        officer.get_by_label("Files").set_input_files(
            {"name": f"{rows}.csv", "mimeType": "text/csv", "buffer": street_file("2016-06", rows=rows)}
        )
        officer.get_by_role("button", name="Import").click()
        expect(officer.get_by_text("Imported").first).to_be_visible()
    officer.get_by_role("link", name="See what was in it").click()
    officer.get_by_role("link", name="What it changed").click()
    # Of all crime, and of the one type there is.
    expect(officer.get_by_role("cell", name="+4")).to_have_count(2)
    looks_well(officer, "data-changes")


def test_a_category_that_the_last_file_had_not_is_taken_in(officer):
    rows = [("2016-04-03", "Falls", 3), ("2016-05-09", "Burns", 2)]
    first, second = (
        f"LSOA,Date,Type,Callouts\nE01024678,{day},{kind},{number}\n".encode() for day, kind, number in rows
    )
    enter(officer, "Other callouts")
    give(officer, "first.csv", first)
    officer.get_by_label("What is counted").fill("callouts")
    officer.get_by_role("button", name="Look at the rows").click()
    officer.get_by_role("button", name="Take in 1 row").click()
    expect(officer.get_by_text("Imported").first).to_be_visible()
    officer.goto("/data/sets/other-callouts")
    give(officer, "second.csv", second)
    expect(officer.get_by_role("main")).to_contain_text("1 category is new since the last file")
    looks_well(officer, "data-set-new-category")
    officer.get_by_role("button", name="Take it in as well").click()
    expect(officer.get_by_text("1 row can be used; every one of them")).to_be_visible()


def workbook(rows):
    """An Excel workbook of one sheet, with a filter over it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Calls" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        '<autoFilter ref="A1:C9"/></worksheet>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def row(number, *cells, hidden=False):
    return f'<row r="{number}" hidden="{int(hidden)}">{"".join(cells)}</row>'


def words(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_workbook_says_what_excel_does_not_show(officer):
    enter(officer, "Filtered callouts")
    number = "<c><v>{}</v></c>".format
    rows = [
        row(1, words("LSOA"), words("Date"), words("Callouts")),
        row(2, words("E01024678"), number(42463), number(3)),
        row(3, words("E01024678"), number(42464), number(2), hidden=True),
        row(4, words("E01024678"), number(42499), '<c t="e"><f>NA()</f><v>#N/A</v></c>'),
    ]
    give(officer, "calls.xlsx", workbook("".join(rows)))
    expect(officer.get_by_label("How it is written")).to_have_value("excel-day")
    officer.get_by_label("What every row is of").fill("Assault")
    officer.get_by_label("What is counted").fill("callouts")
    officer.get_by_role("button", name="Look at the rows").click()
    main = officer.get_by_role("main")
    expect(main).to_contain_text("2 rows can be used, and 1 row cannot")
    expect(main).to_contain_text("1 row is hidden by a filter and is counted like the others")
    expect(main).to_contain_text("Cell C4 has an error of Excel’s, like #N/A, and no value")
    expect(main).to_contain_text("April 2016")
    looks_well(officer, "data-set-workbook")
