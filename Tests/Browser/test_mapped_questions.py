"""What the preview of a partner's file says and asks: categories counted as one, and numbers that are left out."""

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from test_data_sets import enter, give

ROWS = [
    ("2016-04-03", "Drug +", 3),
    ("2016-04-31", "Drug +", 3),
    ("2016-05-09", "Drug -", 2),
    ("2016-05-10", "assault", 2),
    ("2016-05-11", "Assault", 4),
]


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("mapped-questions"), example=None) as program:
        yield program


def test_the_preview_keeps_categories_apart_and_asks_for_the_count(officer):
    lines = "".join(f"E01024678,{day},{kind},{number}\n" for day, kind, number in ROWS)
    enter(officer, "Drugs callouts")
    give(officer, "drugs.csv", f"LSOA,Date,Type,Jobs\n{lines}".encode())
    expect(officer.get_by_role("main")).to_contain_text("The column ‘Jobs’ holds numbers and is left out")
    looks_well(officer, "mapped-columns")
    officer.get_by_label("What is counted").fill("callouts")
    officer.get_by_role("button", name="Look at the rows").click()
    main = officer.get_by_role("main")
    expect(main).to_contain_text("‘Assault’ and ‘assault’ are counted as one.")
    expect(main).to_contain_text("‘2016-04-31’ is no day of the calendar")
    expect(officer.get_by_role("cell", name="Drug -")).to_be_visible()
    looks_well(officer, "mapped-check")
    officer.get_by_role("button", name="Take in 4 rows").click()
    expect(officer.get_by_role("alert")).to_contain_text("Say whether each row is one incident")
