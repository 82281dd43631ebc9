"""In an emergency: an administrator breaks the glass, officers see it, and it ends."""

import re

import pytest
from conftest import DESK, PHONE
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot, tab_stops
from playwright.sync_api import expect


def administrator(visits, server, **how):
    """The administrator of the example, signed in by the address that works now."""
    page = visits.begin(**how)
    page.goto(server.wait_until_said(r"as the administrator, [^\n]*, at (\S+)"))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home")
    return page


@pytest.mark.parametrize("script", [True, False])
def test_the_glass_is_broken_from_the_page_that_is_not_theirs_and_ended_by_the_banner(visits, server, script):
    page = administrator(visits, server, viewport=DESK, java_script_enabled=script)
    expect(page.get_by_role("navigation", name="Main")).not_to_contain_text("Assessment")
    page.goto("/assessment/thanet")
    expect(page.get_by_role("heading", level=1)).to_have_text("This is not yours to open")
    screenshot(page, "break-glass-not-yours")
    page.get_by_role("link", name="Break the glass").click()
    no_axe_violations(page) if script else None
    screenshot(page, "break-glass-desk")
    page.get_by_role("button", name="Break the glass").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what has happened and why it cannot wait")
    screenshot(page, "break-glass-refused")
    page.get_by_label("Why?").fill("A figure in the papers for tonight’s meeting is wrong.")
    page.get_by_label("For how long?").select_option("A quarter of an hour")
    page.get_by_role("button", name="Break the glass").click()
    banner = page.get_by_role("complementary", name="Broken glass")
    expect(banner).to_contain_text("for another 15 minutes")
    expect(page.get_by_role("navigation", name="Main")).to_contain_text("Assessment")
    screenshot(page, "break-glass-home")
    page.goto("/assessment/thanet")
    expect(banner).to_be_visible()
    no_axe_violations(page) if script else None
    banner.get_by_role("button", name="End it now").click()
    expect(page.get_by_role("main")).to_contain_text("is closed again")
    expect(banner).to_be_hidden()
    assert page.goto("/assessment/thanet").status == 403


def test_officers_see_it_and_end_it(visits, server, officer, officer_phone):
    page = administrator(visits, server, viewport=PHONE)
    page.goto("/break-glass")
    no_axe_violations(page)
    screenshot(page, "break-glass-phone")
    for width in WIDTHS_OF_READERS:
        fits(page, width)
    page.set_viewport_size(PHONE)
    page.get_by_label("Why?").fill("Nobody from the team can be reached, and the Commissioner asks for the figures.")
    page.get_by_role("button", name="Break the glass").click()
    page.wait_for_url("**/home")
    page.goto("/assessment/thanet")
    screenshot(page, "break-glass-banner-phone")
    fits(page)
    for reader, where in [(officer_phone, "phone"), (officer, "desk")]:
        reader.goto("/notices")
        expect(reader.get_by_role("main")).to_contain_text("broke the glass: ‘read assessments’")
        reader.get_by_role("main").get_by_role("link", name=re.compile("broke the glass")).first.click()
        expect(reader.get_by_role("heading", level=1)).to_have_text("Broken glass")
        no_axe_violations(reader)
        screenshot(reader, f"broken-glass-{where}")
    assert all(tab_stops(officer))
    for width in WIDTHS_OF_READERS:
        fits(officer, width)
    officer.get_by_role("button", name=re.compile("End it now")).click()
    expect(officer.get_by_role("main")).to_contain_text("ended by Community safety officer")
    assert page.goto("/assessment/thanet").status == 403
    page.goto("/account")
    screenshot(page, "account-administrator-phone")
    no_axe_violations(page)
