"""A partner's rows that lie in a district where no small area is drawn, in the sea, or nowhere; and a count that is withheld."""

import json
import random
import re

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from street_files import street_file
from test_data_sets import enter, give

CORNERS = [[1.3, 51.3], [1.46, 51.3], [1.46, 51.4], [1.3, 51.4], [1.3, 51.3]]
THANET = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"LAD15CD": "E07000114", "LAD15NM": "Thanet"},
            "geometry": {"type": "Polygon", "coordinates": [CORNERS]},
        }
    ],
}


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("usable-places"), example=None) as program:
        yield program


def take(page, name, content, kind=None):
    page.goto("/data/import")
    if kind:
        page.get_by_label("What is it?").select_option(kind)
    page.get_by_label("Files").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_text("Imported").first).to_be_visible()


def take_in(page, unit, button):
    page.get_by_label("What every row is of").fill("Small fires")
    page.get_by_label("What is counted").fill(unit)
    page.get_by_role("button", name="Look at the rows").click()
    return page.get_by_role("button", name=button)


def test_rows_in_a_district_that_alone_is_drawn_are_its_figure_and_the_few_at_sea_are_told(officer):
    take(officer, "2016-04-kent-street.csv", street_file("2016-04"))
    take(officer, "thanet.geojson", json.dumps(THANET).encode(), "boundaries")
    enter(officer, "Fires")
    some = random.Random(1)
    rows = [f"{some.uniform(51.31, 51.39):.5f},{some.uniform(1.31, 1.45):.5f}" for _ in range(120)] + ["51.6,1.9", ","]
    give(officer, "fires.csv", ("Latitude,Longitude,Date\n" + "".join(f"{row},2016-04-03\n" for row in rows)).encode())
    looks_well(officer, "points-columns")
    button = take_in(officer, "fires", "Take in 120 rows")
    expect(officer.get_by_role("main")).to_contain_text("Each row counts for its district alone")
    expect(officer.get_by_role("main")).to_contain_text("the place lies in none of the districts")
    looks_well(officer, "points-check")
    officer.get_by_label("Can anybody be told from the columns named above?").select_option("yes")
    button.click()
    expect(officer).not_to_have_url(re.compile("/check$"))
    expect(officer.get_by_text("Imported").first).to_be_visible()
    officer.goto("/figures?at=count%20fires/small-fires%20district:thanet%202016-04..2016-04")
    main = officer.get_by_role("main")
    expect(main).to_contain_text("Small fires in Thanet: 120 fires in April 2016.")
    expect(main).to_contain_text("2 of the fires in its files name no place that can be used, and are in no figure.")
    looks_well(officer, "points-figure")


def test_a_count_of_which_some_are_withheld_is_cited_as_at_least(officer):
    enter(officer, "Callouts")
    give(officer, "callouts.csv", b"LSOA,Month,Callouts\nE01024678,2016-04,310\nE01024679,2016-04,*\n")
    button = take_in(officer, "callouts", "Take in 1 row")
    without = officer.get_by_label("of its rows cannot be used. Take it in without them?")
    without.select_option("yes")
    button.click()
    expect(officer).not_to_have_url(re.compile("/check$"))
    expect(officer.get_by_text("Imported").first).to_be_visible()
    officer.goto("/figures/new?measure=callouts/small-fires&place=district:thanet&kind=count&from=2016-04&to=2016-04")
    main = officer.get_by_role("main")
    expect(main).to_contain_text("Small fires in Thanet: at least 310 callouts in April 2016.")
    looks_well(officer, "bound-chosen")
    officer.get_by_role("link", name="open it").click()
    expect(main).to_contain_text("How many there were is not known")
    looks_well(officer, "bound-figure")
