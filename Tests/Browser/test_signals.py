"""Unusual months, as an analyst meets them: from too few months to one that stands out, in a ward, on paper and in a text."""

import io
import re
import zipfile

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from street_files import HEADER
from visits import give

ROW = "b1,{month},Kent Police,Kent Police,{east},51.38,{street},E01024678,Thanet 001A,{kind},Under investigation,\n"
LOOKUP = "LSOA11CD,LSOA11NM,WD18CD,WD18NM,LAD18CD,LAD18NM\nE01024678,Thanet 001A,E05005091,Garlinge,E07000114,Thanet\n"
STREETS = [("1.380000", "On or near High Street"), ("1.382000", "On or near Park Lane"), ("1.384000", "No Location")]


def month_file(index):
    """A month from January 2011 on: a summer with more, and July 2015 with far more burglary."""
    month = f"{2011 + index // 12}-{index % 12 + 1:02}"
    season = [0, 0, 2, 3, 5, 6, 6, 5, 3, 2, 0, 0][index % 12]
    rows = []
    for kind, usual in [("Burglary", 14), ("Vehicle crime", 20)]:
        count = usual + season + (index * 7 + usual) % 5
        if month == "2015-07" and kind == "Burglary":
            count *= 3
        for number in range(count):
            east, street = STREETS[number % 3]
            rows.append(ROW.format(month=month, kind=kind, east=east, street=street))
    return f"{month}-kent-street.csv", HEADER + "".join(rows)


def archive(months):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for index in months:
            name, text = month_file(index)
            packed.writestr(f"{name[:7]}/{name}", text)
    return file.getvalue()


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("signals")) as program:
        yield program


def test_from_two_years_that_tell_nothing_to_a_month_that_stands_out(officer):
    page = officer
    page.goto("/signals")
    expect(page.get_by_role("heading", level=1)).to_have_text("Unusual months in Thanet, 2015")
    expect(page.get_by_text("No month of any type of crime in Thanet can be judged yet.")).to_be_visible()
    expect(page.get_by_text("24 months are here that are counted in one way").first).to_be_visible()
    looks_well(page, "signals-too-short")

    give(page, "lookups", "wards.csv", LOOKUP.encode())
    give(page, "police", "five-years.zip", archive(range(60)))
    page.goto("/assessment/thanet")
    page.get_by_role("link", name="Which months of which types were unusually high or low").click()
    expect(page.get_by_text("Burglary in July 2015 was unusually high")).to_be_visible()
    page.wait_for_load_state("networkidle")
    looks_well(page, "signals")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download this table (CSV)").first.click()
    assert "Burglary,2015-07," in download.value.path().read_text()

    page.get_by_label("Last month").fill("2013-06")
    page.get_by_role("button", name="Judge these months").click()
    expect(page).to_have_url(re.compile(r"to=2013-06"))
    expect(page.get_by_text("30 months are here that are counted in one way").first).to_be_visible()


def test_a_ward_has_its_months_its_map_and_the_names_of_its_points(officer):
    page = officer
    page.goto("/places/ward/E05005091")
    expect(page.get_by_text("Points are moved, and name no address")).to_be_visible()
    table = page.get_by_role("table", name=re.compile("Map points by the name they carry"))
    expect(table.get_by_role("row", name=re.compile("^High Street 1 "))).to_be_visible()
    expect(page.get_by_text("lie at points whose name is not here")).to_be_visible()
    page.wait_for_load_state("networkidle")
    looks_well(page, "place-ward")
    page.get_by_role("link", name="Which months of which types were unusually high or low here").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Unusual months in Garlinge, 2015")
    page.wait_for_load_state("networkidle")
    looks_well(page, "signals-ward")


def test_a_month_that_stands_out_is_a_figure_for_a_text(officer):
    page = officer
    page.goto("/figures/new?kind=signal&measure=street-crime%2Fburglary&place=district%3Athanet&from=2015-07&to=2015-07")
    expect(page.get_by_text("Burglary in Thanet in July 2015 was unusually high").first).to_be_visible()
    page.get_by_role("link", name="open it").click()
    looks_well(page, "figure-signal")
    page.get_by_role("link", name="See every type").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unusual months in Thanet")
