"""The own district beside others: a set is entered, compared with, changed, worked out, and used for the ranking."""

import pytest
from looking import looks_well
from own_program import cookies, officer, visits  # fixtures
from playwright.sync_api import expect
from program import running
from visits import give

TYPES = {"Burglary": 1, "Robbery": 0.2, "Drugs": 0.4, "Shoplifting": 2.1, "Vehicle crime": 0.9}
DISTRICTS = {
    "Thanet": (966, 141_000), "Hastings": (640, 91_000), "Eastbourne": (520, 102_000), "Dover": (610, 113_000),
    "Swale": (800, 141_000), "Shepway": (560, 110_000), "Tendring": (790, 139_000), "Great Yarmouth": (730, 98_000),
    "Scarborough": (600, 108_000), "Torbay": (700, 133_000), "Weymouth and Portland": (330, 65_000),
    "Waveney": (480, 116_000),
}


def table():
    rows = ["LAD_name,Year,Crime_type,count"]
    for place, (name, (burglaries, _)) in enumerate(DISTRICTS.items()):
        for number, (kind, times) in enumerate(TYPES.items()):
            here = burglaries * times * (1 + (place * 7 + number * 3) % 5 / 20)
            rows += [f"{name},{year},{kind},{round(here * (1 + (2015 - year) * place / 40))}" for year in (2013, 2014, 2015)]
    return "\n".join(rows) + "\n"


def people():
    rows = ["lad_code,lad_name,interp_mid_2015"]
    rows += [f"E07{number:06},{name},{count}" for number, (name, (_, count)) in enumerate(DISTRICTS.items(), 900)]
    return "\n".join(rows) + "\n"


def deprivation():
    rows = ["lsoa11_code,lsoa11_name,lad13_code,lad13_name,IMD_score,IMD_rank,IMD_decile"]
    for number, name in enumerate(DISTRICTS):
        rows += [f"E010{number:02}{area:03},{name} 00{area}A,E07{number + 900:06},{name},{20 + number * 3 % 17 + area},500,1" for area in (1, 2)]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("comparing")) as program:
        yield program


def test_from_nothing_to_a_comparison_that_the_ranking_uses(officer):
    page = officer
    page.goto("/comparators/nearest")
    expect(page.get_by_text("cannot be worked out yet")).to_be_visible()
    looks_well(page, "nearest-refused")
    for kind, name, text in [
        ("district years", "types.csv", table()), ("population", "people.csv", people()), ("deprivation", "imd2015.csv", deprivation()),
    ]:
        give(page, kind, name, text.encode())

    page.goto("/comparators/new")
    page.get_by_label("What is it called?").fill("Seaside towns")
    page.get_by_label("Who says so?").fill("The partnership’s own choice")
    page.get_by_label("Which districts?").fill("Hastings\nDoover\nSwale")
    page.get_by_label("Why is it compared with?").fill("They live by the sea as we do.")
    page.get_by_role("button", name="Enter the set").click()
    expect(page.get_by_text("Did you mean Dover?").first).to_be_visible()
    looks_well(page, "comparators-refused")
    page.get_by_label("Which districts?").fill("\n".join(name for name in DISTRICTS if name != "Thanet"))
    page.get_by_role("button", name="Enter the set").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Seaside towns")
    looks_well(page, "comparator-set")

    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_text("districts with a rate").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    looks_well(page, "comparison")
    page.goto("/comparators/seaside-towns/comparison?measure=street-crime/anti-social-behaviour&year=2015")
    looks_well(page, "comparison-missing")
    page.goto("/comparators/seaside-towns/comparison?measure=district-years/burglary&year=2012")
    looks_well(page, "comparison-empty")

    page.goto("/comparators/seaside-towns")
    page.get_by_role("button", name="Use it for the ranking").click()
    expect(page.get_by_role("button", name="Do not use it for the ranking any more")).to_be_visible()
    page.goto("/strategic-assessments/2015-16/document", timeout=60_000)  # every theme is compared for the first time
    expect(page.get_by_role("table", name="Rates for each 1,000 people, beside the districts compared with")).to_be_visible()
    looks_well(page, "document-beside")
    page.goto("/comparators/seaside-towns")
    page.get_by_role("link", name="Change it").click()
    page.get_by_label("Which districts?").fill("Hastings\nDover\nSwale")
    page.get_by_label("Why is it changed?").fill("Three are enough.")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_text("Version 2")).to_be_visible()
    looks_well(page, "comparator-set-changed")
    page.goto("/comparators")
    expect(page.get_by_text("Used for the ranking")).to_be_visible()
    looks_well(page, "comparators")


def test_a_set_is_retired_and_brought_back(officer):
    page = officer
    page.goto("/comparators/districts-of-kent-police")
    page.get_by_role("link", name="Retire it").click()
    looks_well(page, "comparator-retire")
    page.get_by_label("Why is it retired?").fill("A most similar group was published.")
    page.get_by_role("button", name="Retire the set").click()
    expect(page.get_by_text("A most similar group was published.")).to_be_visible()
    expect(page.get_by_role("button", name="Use it for the ranking")).to_have_count(0)
    looks_well(page, "comparator-retired")
    page.goto("/comparators")
    page.get_by_text("1 set was retired").click()
    looks_well(page, "comparators-with-retired")
    page.get_by_role("link", name="Districts of Kent Police").click()
    page.get_by_role("link", name="Bring it back").click()
    page.get_by_label("Why is it brought back?").fill("It is used beside the other.")
    looks_well(page, "comparator-return")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("button", name="Use it for the ranking")).to_be_visible()


def test_the_nearest_districts_are_worked_out_and_kept(officer):
    page = officer
    page.goto("/comparators/nearest?number=5")
    expect(page.get_by_role("table")).to_be_visible()
    looks_well(page, "nearest")
    page.get_by_label("Why is it compared with?").fill("Nobody has published a group.")
    page.get_by_role("button", name="Keep this set").click()
    expect(page.get_by_text("Each difference is told in standard deviations")).to_be_visible()
    looks_well(page, "nearest-set")
