"""Who is who: the pages an officer enters it on, with and without script."""

import re

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect

PAGES = [
    "/partnership",
    "/partnership/agencies",
    "/partnership/agencies/new",
    "/partnership/area",
    "/partnership/people",
    "/partnership/people/new",
    "/partnership/people/import",
    "/partnership/bodies/new",
    "/partnership/set-up",
    "/partnership/details",
    "/partnership/year",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_at_a_desk_and_on_a_phone(officer, officer_phone, path):
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        assert reader.goto(path).status == 200
        screenshot(reader, f"{path.strip('/').replace('/', '-')}-{where}")
        no_axe_violations(reader)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_never_scrolled_sideways(officer, path):
    officer.goto(path)
    for width in WIDTHS_OF_READERS:
        fits(officer, width)


def test_the_chart_leads_from_the_partnership_to_who_sits_where(officer):
    officer.goto("/partnership")
    officer.get_by_role("link", name="Executive Group").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Executive Group")
    no_axe_violations(officer)
    officer.get_by_role("link", name="Chair", exact=True).click()
    expect(officer.get_by_role("main")).to_contain_text("Ines Ferreira (fictional)")
    no_axe_violations(officer)
    officer.get_by_role("link", name="Ines Ferreira (fictional)", exact=True).click()
    expect(officer.get_by_role("main")).to_contain_text("What these seats let them do")
    no_axe_violations(officer)


def test_the_chart_reads_as_a_nested_list(officer):
    officer.goto("/partnership")
    group = officer.get_by_role("listitem").filter(has=officer.get_by_role("link", name="Executive Group")).last
    expect(group.get_by_role("list").get_by_role("link", name="Casework Panel")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_body_is_added_given_an_end_and_taken_up_again(officer, officer_without_script, script):
    reader = officer if script else officer_without_script
    name = f"Hate Crime Group {'with' if script else 'without'} script"
    reader.goto("/partnership/bodies/new")
    reader.get_by_role("button", name="Add the body").click()
    expect(reader.get_by_role("alert")).to_contain_text("Enter the body’s name")
    # axe is a script itself: where none runs, it would never answer.
    if script:
        no_axe_violations(reader)
    reader.get_by_label("Its name").fill(name)
    reader.get_by_label("Which rules are its meetings under?").select_option("partnership")
    reader.get_by_role("button", name="Add the body").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(name)

    reader.get_by_role("link", name="End this body").click()
    if script:
        no_axe_violations(reader)
    reader.get_by_role("button", name="End this body").click()
    expect(reader.get_by_role("main")).to_contain_text("This body has ended")
    reader.get_by_role("button", name="It goes on").click()
    expect(reader.get_by_role("link", name="End this body")).to_be_visible()


def test_a_file_of_people_with_faults_enters_nobody_and_lists_every_fault(officer, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("name,email\nAda Byron,ada@example.org\n,bo\n", encoding="utf-8")
    officer.goto("/partnership/people/import")
    officer.get_by_label("The file").set_input_files(file)
    officer.get_by_role("button", name="Import").click()
    expect(officer.get_by_role("alert")).to_contain_text("Line 3, column ‘name’: there is no name")
    no_axe_violations(officer)
    file.write_text("name,email\nAda Byron,ada@example.org\n", encoding="utf-8")
    officer.get_by_label("The file").set_input_files(file)
    officer.get_by_role("button", name="Import").click()
    officer.wait_for_url(re.compile("/partnership/people\\?added=1"))
    expect(officer.get_by_role("main")).to_contain_text("1 person was entered, to be invited")
