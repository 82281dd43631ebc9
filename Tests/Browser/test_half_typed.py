"""What is typed into the minutes and was not entered yet: it is kept, it hides nothing, and it is never taken for saved."""

import re

import pytest
from conftest import DESK
from looking import no_axe_violations, screenshot
from minuting import called, move, seconded, seen, tick
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def talk(browser, server, officer_cookies):
    """Where the minutes are of an extraordinary panel of 20 January 2016 that decides no budget."""
    return called(browser, server, officer_cookies, "20/1/2016", "no")


def test_a_motion_that_is_half_typed_is_kept_and_offered_again_until_it_is_entered_or_discarded(visits, officer_cookies, talk):
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.goto(talk)
    tick(clerk, "Here")
    seen(clerk, "Everything is saved.")
    expect(clerk.locator(".kept-minutes")).to_contain_text("kept on this device")
    clerk.locator("#part-n3").get_by_text("Move a motion").click()
    motion = clerk.locator("#n3-move").get_by_label("That", exact=True)
    motion.fill("The wardens are")
    clerk.locator("#n3-move").get_by_label("Moved by").select_option(index=1)
    seen(clerk, "1 form is not entered yet. All else is saved.")
    clerk.context.set_offline(True)
    clerk.reload()
    expect(motion).to_have_value("The wardens are")
    clerk.context.set_offline(False)
    clerk.goto(talk)
    expect(motion).to_be_visible()
    expect(motion).to_have_value("The wardens are")
    assert clerk.locator("#n3-move").get_by_label("Moved by").input_value()
    seen(clerk, "1 form is not entered yet. All else is saved.")
    screenshot(clerk, "minutes-half-typed")
    no_axe_violations(clerk)

    clerk.on("dialog", lambda dialog: dialog.accept())
    clerk.locator("#n3-move").get_by_role("button", name="Discard").press("Enter")
    seen(clerk, "Everything is saved.")
    expect(motion).to_have_value("")
    clerk.goto(talk)
    seen(clerk, "Everything is saved.")
    visits.complaints.clear()


def test_a_vote_is_seen_at_once_while_something_else_is_being_typed_on_its_item(visits, officer_cookies, talk):
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.goto(talk)
    tick(clerk, "Here")
    move(clerk, "Two wardens are kept")
    clerk.get_by_text("Move an amendment").click()
    amend = clerk.locator("#n3-m1-amend")
    amend.get_by_label("Moved by").select_option(index=2)
    amend.get_by_label("How the motion would read").fill("One warden is kept")
    amend.get_by_role("button", name="Enter the amendment").click()
    seconded(clerk)
    # Somebody begins to enter what is to be done, and the vote comes.
    clerk.locator("#part-n3").get_by_text("Give somebody something to do").click()
    clerk.locator("#n3-act").get_by_label("What is to be done").fill("Tell the two")
    clerk.locator("#part-n3").get_by_text("A ballot").click()
    ballot = clerk.locator("#n3-m1-ballot")
    ballot.get_by_label("For", exact=True).fill("1")
    ballot.get_by_label("Against").fill("2")
    seen(clerk, "2 forms are not entered yet. All else is saved.")
    ballot.get_by_role("button", name="Enter the votes").click()
    expect(clerk.locator("#part-n3").get_by_role("heading", name="Amendment Lost")).to_be_visible()
    expect(clerk.locator("#n3-act").get_by_label("What is to be done")).to_have_value("Tell the two")
    seen(clerk, "1 form is not entered yet. All else is saved.")


def test_what_was_refused_stays_in_sight_when_its_form_is_gone_and_can_be_discarded(visits, officer_cookies, talk):
    one = visits.begin(viewport=DESK, storage_state=officer_cookies)
    one.goto(talk)
    tick(one, "Here")
    seen(one, "Everything is saved.")
    motion = move(one, "Three wardens are kept")
    other = visits.begin(viewport=DESK, storage_state=officer_cookies)
    other.goto(talk)
    for clerk, votes in [(one, "3"), (other, "2")]:
        part = clerk.locator(motion)
        part.get_by_text("A ballot").click()
        part.locator("form[id$=ballot]").get_by_label("For", exact=True).fill(votes)
        part.locator("form[id$=ballot]").get_by_role("button", name="Enter the votes").click()
    seen(one, "Everything is saved.")
    seen(other, "1 change is kept here and not saved: see below.")
    gone = other.get_by_role("group", name=re.compile("Enter the votes"))
    expect(gone).to_contain_text("For: 2")
    expect(gone).to_contain_text("It is carried already")
    screenshot(other, "minutes-refused")
    no_axe_violations(other)
    other.goto(talk)
    expect(gone).to_contain_text("For: 2")
    other.on("dialog", lambda dialog: dialog.accept())
    gone.get_by_role("button", name="Discard").press("Enter")
    seen(other, "Everything is saved.")
    expect(gone).to_have_count(0)
    visits.complaints.clear()
