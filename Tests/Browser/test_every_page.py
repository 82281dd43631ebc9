"""What is true of every page, whoever reads it."""

import pytest
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot, tab_stops

PUBLIC = [
    "/", "/style-guide", "/methods", "/api", "/publications", "/accessibility", "/privacy", "/licence", "/sign-in/an-old-address",
    "/meetings", "/meetings/calendar/2016", "/meetings/overview-scrutiny-panel",
    "/meetings/overview-scrutiny-panel/2016-02-09", "/bodies", "/bodies/overview-scrutiny-panel",
    "/bodies/members/cllr-david-saunders", "/meetings/search", "/meetings/search?q=plan",
    "/meetings/search?q=plan&kind=published%20paper&superseded=yes", "/meetings/search?q=xylophone",
]
OFFICERS = [
    "/home",
    "/assessment",
    "/assessment/thanet",
    "/assessment/thanet?from=2015-01&to=2015-06&compare=none",
    "/assessment/thanet?from=2015-01&to=2015-06&compare=another&earlier-from=2014-07&earlier-to=2014-12",
    "/comparators",
    "/comparators/new",
    "/comparators/england-and-wales",
    "/comparators/england-and-wales/comparison",
    "/comparators/districts-of-kent-police",
    "/comparators/districts-of-kent-police/retire",
    "/figures/new",
    "/places",
    "/places?to=2014-12&measure=burglary&by=rates",
    "/places/ward/E05005088",
    "/signals",
    "/reports",
    "/reports?show=final",
    "/reports/new",
    "/data",
    "/data/import",
    "/data/changes",
    "/data/changes/new",
    "/data/sets/new",
    "/data/sets/street-crime",
    "/activity",
    "/activity?kind=seat&outcome=done&from=1/1/2016",
    "/account/activity",
]

every_public_page = pytest.mark.parametrize("path", PUBLIC)
every_officers_page = pytest.mark.parametrize("path", OFFICERS)


def name(path):
    return path.strip("/").replace("/", "-").replace("?", "-") or "welcome"


@every_public_page
def test_a_public_page_is_accessible_at_a_desk(page, path):
    assert page.goto(path).status == 200
    screenshot(page, f"{name(path)}-desk")
    no_axe_violations(page)


@every_public_page
def test_a_public_page_is_accessible_on_a_phone(phone, path):
    assert phone.goto(path).status == 200
    screenshot(phone, f"{name(path)}-phone")
    no_axe_violations(phone)


@every_officers_page
def test_an_officers_page_is_accessible_at_a_desk(officer, path):
    assert officer.goto(path).status == 200
    screenshot(officer, f"{name(path)}-desk")
    no_axe_violations(officer)


@every_officers_page
def test_an_officers_page_is_accessible_on_a_phone(officer_phone, path):
    assert officer_phone.goto(path).status == 200
    screenshot(officer_phone, f"{name(path)}-phone")
    no_axe_violations(officer_phone)


@every_public_page
def test_a_public_page_is_never_scrolled_sideways(page, path):
    page.goto(path)
    for width in WIDTHS_OF_READERS:
        fits(page, width)


@every_officers_page
def test_an_officers_page_is_never_scrolled_sideways(officer, path):
    officer.goto(path)
    for width in WIDTHS_OF_READERS:
        fits(officer, width)


@every_public_page
def test_a_public_page_can_be_walked_by_keyboard(page, path):
    page.goto(path)
    stops = tab_stops(page)
    assert stops[0] == "Skip to the content"
    assert all(stops), f"a stop has no words: {stops}"


@every_officers_page
def test_an_officers_page_can_be_walked_by_keyboard(officer, path):
    officer.goto(path)
    stops = tab_stops(officer)
    assert stops[0] == "Skip to the content"
    assert all(stops), f"a stop has no words: {stops}"


@every_public_page
def test_a_public_page_has_a_title_and_one_first_heading(page, path):
    page.goto(path)
    assert page.title()
    assert page.get_by_role("heading", level=1).count() == 1


@every_officers_page
def test_an_officers_page_has_a_title_and_one_first_heading(officer, path):
    officer.goto(path)
    assert officer.title()
    assert officer.get_by_role("heading", level=1).count() == 1


@every_public_page
def test_a_public_page_says_the_same_without_script(page, without_script, path):
    page.goto(path)
    without_script.goto(path)
    assert words(without_script) == words(page)


@every_officers_page
def test_an_officers_page_says_the_same_without_script(officer, officer_without_script, path):
    officer.goto(path)
    officer_without_script.goto(path)
    assert words(officer_without_script) == words(officer)


def words(page):
    """Every word of the page, also of parts that a script folds away, as behind a tab."""
    return " ".join(page.locator("main").text_content().split())


@every_public_page
def test_a_public_page_forbids_inline_code(page, path):
    headers = page.goto(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    no_inline_code(page)


@every_officers_page
def test_an_officers_page_holds_no_inline_code_and_is_kept_by_no_cache(officer, path):
    assert "no-store" in officer.goto(path).headers["cache-control"]
    no_inline_code(officer)


def no_inline_code(page):
    assert page.locator("[style], script:not([src]), style").count() == 0


@every_officers_page
def test_every_link_within_a_page_leads_to_one_place(officer, path):
    officer.goto(path)
    ids = officer.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids)), f"more than once: {sorted(one for one in set(ids) if ids.count(one) > 1)}"
    for href in officer.locator("a[href^='#']").evaluate_all("all => all.map(link => link.getAttribute('href'))"):
        assert href[1:] in ids, f"{href} leads nowhere"


@every_public_page
def test_a_public_page_of_the_example_says_that_its_incidents_are_generated(page, path):
    page.goto(path)
    assert "generated" in page.locator(".site-notice").inner_text()


@every_officers_page
def test_an_officers_page_of_the_example_says_that_its_incidents_are_generated(officer, path):
    officer.goto(path)
    assert "generated" in officer.locator(".site-notice").inner_text()


@pytest.mark.parametrize("motion, scroll", [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_those_who_asked_for_stillness(visits, motion, scroll):
    page = visits.begin(reduced_motion=motion)
    page.goto("/style-guide")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == scroll
