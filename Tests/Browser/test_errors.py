"""The pages nobody hopes to see: each says what went wrong and what to do, to everybody."""

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations
from playwright.sync_api import expect


def unknown_address(page):
    return page.goto("/no-such-page")


def officers_page_as_a_visitor(page):
    return page.goto("/home")


def used_up_address(page):
    page.goto("/sign-in/an-old-address")
    with page.expect_navigation() as navigation:
        page.get_by_role("button", name="Sign in").click()
    return navigation.value


VISITORS = [(unknown_address, 404), (officers_page_as_a_visitor, 401), (used_up_address, 403)]


@pytest.mark.parametrize("way, status", VISITORS)
def test_a_visitor_is_told_what_to_do(page, way, status):
    assert way(page).status == status
    helps(page)


@pytest.mark.parametrize("way, status", VISITORS)
def test_a_visitor_is_told_what_to_do_without_script(without_script, way, status):
    assert way(without_script).status == status
    expect(without_script.get_by_role("main").locator("p").first).not_to_be_empty()


@pytest.mark.parametrize("path", ["/assessment/atlantis", "/data/releases/none-such", "/data/imports/none-such"])
def test_an_officer_who_asks_for_what_is_not_there_is_told_so(officer, path):
    assert officer.goto(path).status == 404
    expect(officer.get_by_role("heading", level=1)).to_have_text("Page not found")
    helps(officer)


def test_a_form_that_has_gone_stale_saves_nothing_and_says_so(officer):
    officer.goto("/data/import")
    form = officer.locator("form[data-behaviour]")
    form.locator("input[type=hidden]").evaluate("token => { token.value = 'stale' }")
    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    expect(officer.get_by_role("heading", level=1)).to_have_text("That form has gone stale")
    helps(officer)


def test_months_that_cannot_be_used_are_refused_beside_their_field_and_kept_as_typed(officer):
    answer = officer.goto("/assessment/thanet?from=2015-12&to=2015-01")
    assert answer.status == 422
    assert officer.title().startswith("Error: ")
    summary = officer.locator(".error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    expect(officer.get_by_label("Last month")).to_be_focused()
    expect(officer.get_by_label("Last month")).to_have_value("2015-01")
    expect(officer.get_by_label("First month")).to_have_value("2015-12")
    helps(officer)


def helps(page):
    """A heading, something to do, for everybody, at every width."""
    assert page.get_by_role("heading", level=1).count() == 1
    no_axe_violations(page)
    for width in WIDTHS_OF_READERS:
        fits(page, width)
