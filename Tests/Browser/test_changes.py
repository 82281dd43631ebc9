"""What changed in how something is recorded: entered, read beside figures, and withdrawn."""

from looking import looks_well
from playwright.sync_api import expect


def test_a_change_is_entered_read_and_withdrawn(officer):
    page = officer
    page.goto("/data/changes/new")
    page.get_by_role("button", name="Enter the change").click()
    expect(page.get_by_text("Choose what is recorded otherwise").first).to_be_visible()
    looks_well(page, "change-refused")
    page.get_by_role("combobox", name="What is recorded otherwise?").fill("Burglary – Street-level crime")
    page.get_by_role("combobox", name="Where?").fill("Kent Police – police force area")
    page.get_by_label("From which month on?").fill("2015-01")
    page.get_by_label("What changed, and why?").fill("In January 2015 sheds began to be counted as homes.")
    page.get_by_label("Where is that written?").fill("Letter of the force, 3 February 2015")
    page.get_by_role("button", name="Enter the change").click()
    expect(page.get_by_role("cell", name="In January 2015 sheds")).to_be_visible()
    looks_well(page, "changes")

    figure = "change street-crime/burglary district:thanet 2015-01..2015-12 against 2014-01..2014-12"
    page.goto(f"/figures?at={figure}")
    expect(page.get_by_text("sheds began to be counted as homes")).to_be_visible()

    page.goto("/data/changes")
    page.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why is it withdrawn?").fill("It was another force.")
    looks_well(page, "change-withdraw")
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_text("1 change was withdrawn").click()
    expect(page.get_by_text("It was another force.")).to_be_visible()
    looks_well(page, "changes-withdrawn")
