"""The minutes of a meeting as its clerk takes them: on one page, with a connection that comes and goes."""

import re

import pytest
from conftest import DESK, PHONE
from looking import fits, no_axe_violations, screenshot, tab_stops
from minuting import called, seen, tick
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def minutes(browser, server, officer_cookies):
    """Where the minutes are of an extraordinary panel of 27 January 2016 that decides a budget: nobody has taken any yet."""
    return called(browser, server, officer_cookies, "27/1/2016", "yes")


def discussion(page, item=3):
    return page.locator(f"#n{item}-discussion textarea")


def revision(page, item=3):
    return page.locator(f"#n{item}-discussion input[name=after]").input_value()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_page_is_accessible_and_fits(visits, officer_cookies, minutes, size):
    clerk = visits.begin(viewport=size, storage_state=officer_cookies)
    for step in ["", "/reading", "/circulation"]:
        assert clerk.goto(minutes + step).status == 200
        screenshot(clerk, f"minutes{step.replace('/', '-')}-{size['width']}")
        no_axe_violations(clerk)
        fits(clerk, size["width"])
    assert all(tab_stops(clerk))


def test_words_typed_without_a_connection_stay_in_the_browser_and_are_sent_once(visits, officer_cookies, minutes):
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.goto(minutes)
    seen(clerk, "Everything is saved.")
    expect(clerk.locator(".kept-minutes")).to_contain_text("kept on this device")
    before = revision(clerk)

    clerk.context.set_offline(True)
    discussion(clerk).fill("## The budget\n\nThe director introduced it.")
    seen(clerk, "1 change is kept here, not sent yet.")
    expect(clerk.locator("#n3-discussion [data-said]")).to_have_text("Kept here, not sent yet")
    screenshot(clerk, "minutes-offline")
    # The page is loaded again as it is kept; when the connection comes back, what was typed is there and is sent.
    clerk.reload()
    seen(clerk, re.compile("There is no connection.*1 change is kept here, not sent yet."))
    clerk.context.set_offline(False)
    clerk.goto(minutes)
    expect(discussion(clerk)).to_have_value("## The budget\n\nThe director introduced it.")
    seen(clerk, "Everything is saved.")
    assert revision(clerk) != before
    saved = revision(clerk)
    clerk.goto(minutes)
    assert revision(clerk) == saved, "it was sent once"
    expect(discussion(clerk)).to_have_value("## The budget\n\nThe director introduced it.")
    visits.complaints.clear()


PUT_BACK = """document.addEventListener("readystatechange", () => {
    const box = document.querySelector("#n1-discussion textarea");
    if (document.readyState === "interactive" && box) box.value = "Nobody was away.";
});"""


def test_words_that_the_browser_puts_back_by_itself_are_not_taken_for_saved(visits, officer_cookies, minutes):
    """Browsers do that when a page is loaded again, sometimes: here it is done as they do it, before scripts begin."""
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.add_init_script(PUT_BACK)
    clerk.route("**/changes", lambda route: route.abort())
    clerk.goto(minutes)
    seen(clerk, "1 change is kept here, not sent yet.")
    clerk.unroute("**/changes")
    seen(clerk, "Everything is saved.")
    other = visits.begin(viewport=DESK, storage_state=officer_cookies)
    other.goto(minutes)
    expect(discussion(other, 1)).to_have_value("Nobody was away.")
    visits.complaints.clear()


def test_an_answer_that_is_lost_on_the_way_does_not_write_twice(visits, officer_cookies, minutes):
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.goto(minutes)
    lost = []

    def arrive_and_be_lost(route):
        if not lost:
            lost.append(route.fetch().json()["number"])
            route.abort()
        else:
            route.continue_()

    clerk.route("**/changes", arrive_and_be_lost)
    discussion(clerk, 1).fill("Nobody else sent word.")
    seen(clerk, "Everything is saved.")
    assert lost == [int(revision(clerk, 1))], "the second sending was answered as the first"
    visits.complaints.clear()


def test_two_clerks_lose_nothing(visits, officer_cookies, minutes):
    one = visits.begin(viewport=DESK, storage_state=officer_cookies)
    other = visits.begin(viewport=DESK, storage_state=officer_cookies)
    for clerk in (one, other):
        clerk.goto(minutes)
    box = discussion(one, 2)
    box.fill("A first line.\n\nA last line.")
    seen(one, "Everything is saved.")
    other.goto(minutes)
    discussion(one, 2).fill("A better first line.\n\nA last line.")
    seen(one, "Everything is saved.")
    discussion(other, 2).fill("A first line.\n\nA last line, to the end.")
    seen(other, "Everything is saved.")
    expect(discussion(other, 2)).to_have_value("A better first line.\n\nA last line, to the end.")

    discussion(one, 2).fill("Quite different.")
    seen(one, re.compile("1 change is kept here and not saved: see below."))
    expect(one.locator("#n2-discussion")).to_contain_text("A better first line.")
    expect(discussion(one, 2)).to_have_value("Quite different.")
    one.locator("#n2-discussion").get_by_role("button", name="Save").click()
    seen(one, "Everything is saved.")
    visits.complaints.clear()


def test_a_budget_is_voted_on_by_name_and_the_minutes_go_their_way(visits, officer_cookies, minutes):
    clerk = visits.begin(viewport=DESK, storage_state=officer_cookies)
    clerk.goto(minutes)
    expect(clerk.locator("#part-quorum")).to_contain_text("Not quorate")
    tick(clerk, "Here")
    seen(clerk, "Everything is saved.")
    expect(clerk.locator("#part-quorum")).to_contain_text("Quorate")
    item = clerk.locator("#part-n3")
    # What would be refused is not offered: nothing is resolved here without a vote by name.
    expect(item.get_by_text("Agree without a motion")).to_have_count(0)
    item.get_by_text("Note something").click()
    screenshot(clerk, "minutes-budget-note")
    note = clerk.locator("#n3-decide")
    note.get_by_label("What was noted").fill("The report of the director")
    note.get_by_role("button", name="Enter what was noted").click()
    expect(item.locator(".minutes__noted")).to_contain_text("NOTED: The report of the director")
    item.get_by_text("Move a motion").click()
    move = clerk.locator("#n3-move")
    move.get_by_label("Moved by").select_option(index=1)
    move.get_by_label("That", exact=True).fill("1. The budget is accepted as it stands\n2. The capital programme is reviewed")
    move.get_by_role("button", name="Enter the motion").click()
    second = clerk.locator("#n3-m1-second")
    expect(second).to_be_visible()
    second.get_by_label("Seconded by").select_option(index=1)
    second.get_by_role("button", name="Seconded").click()
    names = clerk.locator("#n3-m1-names")
    expect(names).to_be_visible()
    names.get_by_role("button", name="Enter the votes").click()
    expect(names).to_contain_text("Say how these voted")
    for voter in names.locator("fieldset").all():
        voter.get_by_label("For", exact=True).check()
    names.get_by_role("button", name="Enter the votes").click()
    expect(item.get_by_role("heading", name="Carried")).to_be_visible()
    clerk.get_by_label("Meeting concluded at").fill("8.25 pm")
    seen(clerk, "Everything is saved.")
    screenshot(clerk, "minutes-motion")
    no_axe_violations(clerk)

    clerk.goto(minutes + "/circulation")
    expect(clerk.get_by_text("Its minutes get the numbers 42 to 44 of the municipal year 2015/16")).to_be_visible()
    clerk.get_by_role("button", name="Circulate the draft").click()
    expect(clerk.get_by_text("Sent to the members on")).to_be_visible()
    screenshot(clerk, "minutes-circulated")
    no_axe_violations(clerk)
    clerk.goto(minutes + "/reading")
    expect(clerk.get_by_role("heading", name=re.compile("^44 Budget"))).to_be_visible()
    expect(clerk.get_by_text("Meeting concluded: 8.25 pm")).to_be_visible()
    clerk.get_by_label("How it should read, and why").fill("The name of the director is missing.")
    clerk.get_by_role("button", name="Propose the correction").click()
    clerk.goto(minutes + "/circulation")
    clerk.get_by_label("Accepted: change the minutes accordingly").check()
    clerk.get_by_role("button", name="Answer").click()
    expect(clerk.locator(".corrections")).to_contain_text("Accepted")
    pdf = clerk.request.get(minutes + "/minutes.pdf")
    assert pdf.status == 200 and pdf.body().startswith(b"%PDF")

    clerk.get_by_role("button", name="Publish the draft").click()
    expect(clerk.get_by_text("Version 1 is published")).to_be_visible()
    # What members had is what a meeting agrees: after a change they are sent round again.
    clerk.goto(minutes)
    clerk.locator("#n3-discussion").get_by_label("What was said").fill("The director, Ms Ada Byron, was heard.")
    seen(clerk, "Everything is saved.")
    clerk.goto(minutes + "/circulation")
    expect(clerk.get_by_text("Circulate the minutes again: they were changed since members had them")).to_be_visible()
    clerk.get_by_role("button", name="Circulate it again").click()
    clerk.get_by_label(re.compile("The meeting that confirmed them")).select_option(index=0)
    clerk.get_by_role("button", name="Enter that they were confirmed").click()
    expect(clerk.get_by_text(re.compile("Confirmed on .* 2016"))).to_be_visible()
    clerk.get_by_role("button", name="Publish the confirmed minutes").click()
    clerk.get_by_role("link", name="Version 2 is published").click()
    expect(clerk.get_by_text(re.compile("confirmed them, with these changes"))).to_be_visible()
    expect(clerk.get_by_text(re.compile("^Minute 44, ‘Budget.*’: what was said was changed"))).to_be_visible()
    screenshot(clerk, "minutes-what-changed")
    clerk.goto(minutes)
    expect(clerk.get_by_text("Confirmed as a correct record")).to_be_visible()
    screenshot(clerk, "minutes-confirmed")
    no_axe_violations(clerk)
    visits.complaints.clear()
