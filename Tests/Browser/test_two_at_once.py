"""Two people who have the same details open at once, each in a browser of their own, with and without script."""

import re

import pytest
from conftest import DESK, PHONE
from looking import WIDTHS_OF_READERS, fits, no_axe_violations, screenshot
from playwright.sync_api import expect


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def both(request, visits, officer_cookies, administrator_cookies):
    """The officer and the administrator, and whether their browsers run scripts."""
    options = {"viewport": DESK, "java_script_enabled": request.param}
    return (
        visits.begin(storage_state=officer_cookies, **options),
        visits.begin(storage_state=administrator_cookies, **options),
        request.param,
    )


def entered(officer, name):
    """Where the page is of somebody whom the officer enters."""
    officer.goto("/partnership/people/new")
    officer.get_by_label("Name", exact=True).fill(name)
    officer.get_by_role("button", name="Add the person").click()
    officer.wait_for_url(re.compile("/partnership/people/[0-9a-f-]{36}$"))
    return officer.url


def save(reader):
    reader.get_by_role("button", name="Save").click()


def test_what_both_changed_comes_back_and_is_settled(both):
    officer, administrator, has_script = both
    person = entered(officer, "Mary Shrap")
    for reader in (officer, administrator):
        reader.goto(f"{person}/details")

    officer.get_by_label("Name", exact=True).fill("Mary Sharp")
    officer.get_by_label("Works for").select_option(label="Kent Police")
    save(officer)
    expect(officer.get_by_role("heading", level=1)).to_have_text("Mary Sharp")

    administrator.get_by_label("Name", exact=True).fill("Mary Sharpe")
    administrator.get_by_label("Email address").fill(f"mary-{has_script}@example.org")
    save(administrator)
    problem = administrator.get_by_role("alert")
    expect(problem).to_contain_text(
        re.compile("Community safety officer changed this to “Mary Sharp” at [0-9]{2}:[0-9]{2}, while you were writing")
    )
    expect(administrator).to_have_title(re.compile("^Error: "))
    expect(administrator.get_by_label("Name", exact=True)).to_have_value("Mary Sharpe")
    expect(administrator.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    works_for = administrator.get_by_label("Works for").locator("option:checked")
    expect(works_for).to_have_text("Kent Police")
    expect(administrator.get_by_role("main")).to_contain_text("Works for: “Kent Police” (Community safety officer, at")
    # axe is a script itself: where none runs, it would never answer.
    if has_script:
        expect(problem).to_be_focused()
        no_axe_violations(administrator)
        look(administrator, "two-at-once-disputed")
    problem.get_by_role("link").first.click()
    expect(administrator.get_by_label("Name", exact=True)).to_be_focused()

    save(administrator)
    expect(administrator.get_by_role("heading", level=1)).to_have_text("Mary Sharpe")
    expect(administrator.get_by_role("main")).to_contain_text("Kent Police")


def test_what_only_one_of_them_changed_is_saved_with_the_others(both):
    officer, administrator, has_script = both
    person = entered(officer, "Tom Reed")
    for reader in (officer, administrator):
        reader.goto(f"{person}/details")
    officer.get_by_label("Works for").select_option(label="Kent Police")
    save(officer)
    expect(officer.get_by_role("main")).not_to_contain_text("Saved, together")
    administrator.get_by_label("Name", exact=True).fill("Thomas Reed")
    save(administrator)
    expect(administrator.get_by_role("heading", level=1)).to_have_text("Thomas Reed")
    done = administrator.get_by_role("region", name="Done")
    expect(done).to_contain_text("Saved, together with what somebody else changed")
    expect(administrator.get_by_role("main")).to_contain_text("Kent Police")
    if has_script:
        no_axe_violations(administrator)
        look(administrator, "two-at-once-saved")


def look(reader, name):
    """At a desk, on a phone, and at no width sideways."""
    for viewport, where in [(DESK, "desk"), (PHONE, "phone")]:
        reader.set_viewport_size(viewport)
        screenshot(reader, f"{name}-{where}")
    for width in WIDTHS_OF_READERS:
        fits(reader, width)
