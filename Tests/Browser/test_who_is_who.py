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


def test_a_file_of_people_with_faults_enters_nobody_and_lists_every_fault(officer, officer_phone, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name;EMAIL;Shoe size\nAda Byron;ada@example.org;7\n;bo;\n;;\n", encoding="utf-8")
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        reader.goto("/partnership/people/import")
        reader.get_by_label("The file").set_input_files(file)
        reader.get_by_role("button", name="Look it over").click()
        expect(reader.get_by_role("alert")).to_contain_text("Line 3, column ‘Name’: there is no name.")
        expect(reader.get_by_role("alert")).to_contain_text("Line 3, column ‘EMAIL’: ‘bo’ is not an email address.")
        no_axe_violations(reader)
        screenshot(reader, f"partnership-people-import-faults-{where}")
    file.write_bytes("Name;EMAIL;Shoe size\r\nSiân Byron;sian@example.org;7\r\nBo Martin;;8\r\n;;\r\n".encode("cp1252"))
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        reader.goto("/partnership/people/import")
        reader.get_by_label("The file").set_input_files(file)
        reader.get_by_role("button", name="Look it over").click()
        expect(reader.get_by_role("main")).to_contain_text("Nothing is saved yet. 2 people would be entered")
        expect(reader.get_by_role("main")).to_contain_text("The column ‘Shoe size’, which is not read.")
        expect(reader.get_by_role("main")).to_contain_text("Look whether names with accents are right")
        expect(reader.get_by_role("rowheader", name="Siân Byron")).to_be_visible()
        no_axe_violations(reader)
        screenshot(reader, f"partnership-people-import-look-{where}")
        for width in WIDTHS_OF_READERS:
            fits(reader, width)
    officer.get_by_role("button", name="Enter 2 people").click()
    officer.wait_for_url(re.compile("/partnership/people\\?added=2"))
    expect(officer.get_by_role("main")).to_contain_text("2 people were entered")
    expect(officer.get_by_role("row").filter(has_text="Siân Byron")).to_contain_text("Not yet invited")
    screenshot(officer, "partnership-people-entered-desk")
    no_axe_violations(officer)


def test_a_person_who_was_entered_has_the_operators_command_where_no_mail_is_sent(officer, officer_phone):
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        reader.goto("/partnership/people/new")
        reader.get_by_label("Name").fill(f"Cara Command, at a {where}")
        reader.get_by_label("Email address").fill(f"cara-{where}@example.org")
        reader.get_by_label("Telephone").fill("01632 960001")
        reader.get_by_role("button", name="Add the person").click()
        expect(reader.get_by_role("main")).to_contain_text(f"frankpledge user invite cara-{where}@example.org")
        expect(reader.get_by_role("main")).to_contain_text("01632 960001")
        no_axe_violations(reader)
        screenshot(reader, f"partnership-person-entered-{where}")
        for width in WIDTHS_OF_READERS:
            fits(reader, width)


@pytest.mark.parametrize("script", [True, False])
def test_every_line_of_the_year_that_cannot_be_read_is_told_and_nothing_typed_is_lost(
    officer, officer_without_script, script
):
    reader = officer if script else officer_without_script
    reader.goto("/partnership/year")
    before = reader.get_by_label("One step a line").input_value()
    wrong = f"{before}\nReview: soon\nConference: Monday 9 February 2027"
    reader.get_by_label("One step a line").fill(wrong)
    reader.get_by_role("button", name="Save").click()
    last = len(wrong.splitlines())
    expect(reader.get_by_role("alert")).to_contain_text(f"Line {last - 1}: ‘soon’ is not a date.")
    expect(reader.get_by_role("alert")).to_contain_text(f"Line {last}: 9 February 2027 is a Tuesday, not a Monday.")
    assert reader.get_by_label("One step a line").input_value() == wrong
    if script:
        no_axe_violations(reader)
        screenshot(reader, "partnership-year-refused-desk")
    good = f"{before}\nReview: June 2027\nConference: 3 to 7 March 2027"
    reader.get_by_label("One step a line").fill(good)
    reader.get_by_role("button", name="Save").click()
    reader.wait_for_url("**/home")
    expect(reader.get_by_role("main")).to_contain_text("3 to 7 March 2027")
    if script:
        screenshot(reader, "home-year-desk")
        no_axe_violations(reader)
    reader.goto("/partnership/year")
    reader.get_by_label("One step a line").fill(before)
    reader.get_by_role("button", name="Save").click()


def test_the_colour_is_chosen_from_a_swatch_and_typed(officer, officer_without_script):
    officer.goto("/partnership/details?back=/partnership/set-up")
    swatch = officer.get_by_label("Its colour: choose")
    expect(swatch).to_be_enabled()
    swatch.fill("#7a1f3d")
    assert officer.get_by_label("Its colour", exact=True).input_value() == "#7a1f3d"
    officer.get_by_label("Its colour", exact=True).fill("#1f5673")
    assert swatch.input_value() == "#1f5673"
    screenshot(officer, "partnership-details-colour-desk")
    no_axe_violations(officer)
    officer_without_script.goto("/partnership/details")
    expect(officer_without_script.get_by_label("Its colour: choose")).to_be_disabled()
    expect(officer_without_script.get_by_label("Its colour", exact=True)).to_be_editable()
    officer.get_by_role("link", name="Cancel").click()
    officer.wait_for_url("**/partnership/set-up")


def test_one_agency_after_another_is_added_and_whom_to_call_is_told(officer, officer_phone):
    officer.goto("/partnership/agencies/new")
    officer.get_by_label("Its name").fill("Hilltop Housing")
    officer.get_by_label("What is it?").select_option("other")
    officer.get_by_label("Its standing").select_option("invited")
    officer.get_by_role("button", name="Add it, and another").click()
    expect(officer.get_by_role("main")).to_contain_text("Hilltop Housing was added")
    screenshot(officer, "partnership-agencies-another-desk")
    no_axe_violations(officer)
    for reader, where in [(officer, "desk"), (officer_phone, "phone")]:
        reader.goto("/partnership/agencies")
        reader.get_by_role("row").filter(has_text="Responsible").first.get_by_role("link").first.click()
        expect(reader.get_by_role("main")).to_contain_text("Whom to call about sharing information")
        screenshot(reader, f"partnership-agency-{where}")
        no_axe_violations(reader)
