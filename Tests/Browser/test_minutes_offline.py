"""The page on which minutes are taken opens again without a connection, loses no word, and leaves nothing behind."""

import re

import pytest
from conftest import DESK, PHONE
from looking import fits, no_axe_violations, screenshot
from minuting import called, seen, tick
from own_program import cookies, visits  # noqa: F401
from playwright.sync_api import expect
from program import running
from visits import signed_in

KEPT = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys()))))"
PAGES = KEPT + ".then((all) => all.flat().map((one) => new URL(one.url).pathname).filter((path) => !path.startsWith('/assets/')))"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("minutes")) as program:
        yield program


@pytest.fixture(scope="module")
def talk(browser, program, cookies):  # noqa: F811
    """Where the minutes are of an extraordinary panel of 20 January 2016 that decides no budget."""
    minutes = called(browser, program, cookies, "20/1/2016", "no")
    with browser.new_context(base_url=program.address, storage_state=cookies) as context:
        page = context.new_page()
        for number in range(4, 9):
            page.goto(minutes.replace("/minutes", "/agenda/items/new"))
            page.get_by_label("What is it called on the agenda?").fill(f"Matter {number}")
            page.get_by_role("button", name="Add the item").click()
            page.wait_for_url(re.compile("/agenda"))
    return minutes


def discussion(page, item=3):
    return page.locator(f"#n{item}-discussion textarea")


def kept(page):
    """Waits until the page lies on the device."""
    expect(page.locator(".kept-minutes")).to_contain_text("This page is kept on this device")


def away(page):
    """The page is opened again from what is kept of it, and says so."""
    expect(page.locator("[data-state]")).to_contain_text(re.compile(r"There is no connection. This page is as it was at \d"))


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_page_as_it_is_kept_is_accessible_and_fits(visits, cookies, talk, size):  # noqa: F811
    clerk = visits.begin(viewport=size, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    screenshot(clerk, f"minutes-kept-{size['width']}")
    clerk.context.set_offline(True)
    clerk.reload()
    away(clerk)
    seen(clerk, re.compile("What you type is kept here, and sent later.$"))
    screenshot(clerk, f"minutes-kept-offline-{size['width']}")
    no_axe_violations(clerk)
    fits(clerk, size["width"])
    visits.complaints.clear()


def kept_of(page, form):
    """What the browser keeps of a form."""
    return [one for one in page.evaluate("Object.values(localStorage).map((kept) => JSON.parse(kept))") if one["form"] == form]


def test_minutes_are_taken_through_reloads_and_closed_tabs_without_a_connection(visits, cookies, talk):  # noqa: F811
    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    tick(clerk, "Here", 3)
    discussion(clerk, 1).fill("Sent before.")
    seen(clerk, "Everything is saved.")

    clerk.context.set_offline(True)
    # It is tried, and nobody knows whether it arrived: what is typed after it is kept beside it, and comes after it.
    with clerk.expect_event("requestfailed"):
        discussion(clerk).fill("The director")
    seen(clerk, "1 change is kept here, not sent yet.")
    clerk.reload()
    away(clerk)
    # What was sent since the page was opened is there, as what was not sent.
    expect(discussion(clerk, 1)).to_have_value("Sent before.")
    expect(clerk.locator(".attendance__one").first.get_by_label("Here", exact=True)).to_be_checked()
    expect(discussion(clerk)).to_have_value("The director")
    discussion(clerk).fill("The director introduced the plan.")
    clerk.locator("#part-n3").get_by_text("Give somebody something to do").click()
    clerk.locator("#n3-act").get_by_label("What is to be done").fill("Tell the two")
    seen(clerk, re.compile("1 change is kept here, not sent yet. 1 form is not entered yet.$"))
    screenshot(clerk, "minutes-typed-offline")
    first, last = sorted(kept_of(clerk, "n3-discussion"), key=lambda one: one["at"])
    assert first["at"] < last["at"] and dict(last["fields"])["text"] == "The director introduced the plan."

    context = clerk.context
    clerk.close()
    again = context.new_page()
    again.goto(talk)
    away(again)
    expect(discussion(again)).to_have_value("The director introduced the plan.")
    expect(again.locator("#n3-act").get_by_label("What is to be done")).to_have_value("Tell the two")
    discussion(again, 2).fill("Of the last meeting.")
    discussion(again, 2).press("End")

    context.set_offline(False)
    seen(again, "1 form is not entered yet. All else is saved.")
    expect(discussion(again, 2)).to_be_focused()
    discussion(again, 2).press_sequentially(" Agreed.")
    seen(again, "1 form is not entered yet. All else is saved.")
    other = visits.begin(viewport=DESK, storage_state=cookies)
    other.goto(talk)
    for item, words in [(1, "Sent before."), (2, "Of the last meeting. Agreed."), (3, "The director introduced the plan.")]:
        expect(discussion(other, item)).to_have_value(words)
    visits.complaints.clear()


def test_a_page_that_is_behind_does_not_write_over_what_others_wrote_meanwhile(visits, cookies, talk):  # noqa: F811
    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    discussion(clerk, 4).fill("A first line.\n\nA last line.")
    seen(clerk, "Everything is saved.")
    clerk.context.set_offline(True)
    clerk.reload()
    away(clerk)
    discussion(clerk, 4).fill("A first line.\n\nA last line, to the end.")
    discussion(clerk, 5).fill("Ours.")

    other = visits.begin(viewport=DESK, storage_state=cookies)
    other.goto(talk)
    discussion(other, 4).fill("A better first line.\n\nA last line.")
    discussion(other, 5).fill("Theirs.")
    discussion(other, 6).fill("Written elsewhere.")
    seen(other, "Everything is saved.")

    clerk.context.set_offline(False)
    seen(clerk, "1 change is kept here and not saved: see below.")
    expect(discussion(clerk, 4)).to_have_value("A better first line.\n\nA last line, to the end.")
    # Nobody typed there: it is as it is now.
    expect(discussion(clerk, 6)).to_have_value("Written elsewhere.")
    expect(discussion(clerk, 5)).to_have_value("Ours.")
    expect(clerk.locator("#n5-discussion")).to_contain_text("Theirs.")
    screenshot(clerk, "minutes-behind")
    clerk.locator("#n5-discussion").get_by_role("button", name="Save").click()
    seen(clerk, "Everything is saved.")
    other.goto(talk)
    expect(discussion(other, 5)).to_have_value("Ours.")
    visits.complaints.clear()


def test_what_arrived_while_the_page_could_not_be_kept_anew_is_there_all_the_same(visits, cookies, talk):  # noqa: F811
    """The connection goes between the words and the page that shows them."""
    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    clerk.route("**/minutes", lambda route: route.abort())
    with clerk.expect_response("**/changes") as answer:
        discussion(clerk, 7).fill("Heard on the way out.")
    assert answer.value.status == 200
    seen(clerk, "Everything is saved.")
    clerk.context.set_offline(True)
    clerk.unroute("**/minutes")
    clerk.reload()
    away(clerk)
    expect(discussion(clerk, 7)).to_have_value("Heard on the way out.")
    clerk.context.set_offline(False)
    seen(clerk, "Everything is saved.")
    expect(discussion(clerk, 7)).to_have_value("Heard on the way out.")
    visits.complaints.clear()


def test_whoever_signed_in_again_meanwhile_goes_on_where_they_were(visits, browser, program, cookies, talk):  # noqa: F811
    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    clerk.context.set_offline(True)
    clerk.reload()
    away(clerk)
    discussion(clerk, 8).fill("Typed in the session before.")
    clerk.context.add_cookies(signed_in(browser, program)["cookies"])
    clerk.context.set_offline(False)
    seen(clerk, "Everything is saved.")
    other = visits.begin(viewport=DESK, storage_state=cookies)
    other.goto(talk)
    expect(discussion(other, 8)).to_have_value("Typed in the session before.")
    visits.complaints.clear()


def test_an_answer_of_the_site_is_shown_as_it_is(visits, cookies, talk):  # noqa: F811
    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    clerk.context.clear_cookies()
    clerk.goto(talk)
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Sign in first")
    clerk.wait_for_function(KEPT + ".then((all) => all.flat().length === 0)")
    visits.complaints.clear()


def test_nothing_is_kept_once_they_are_circulated_or_their_writer_signed_out(visits, browser, program, cookies, talk):  # noqa: F811
    clerk = visits.begin(viewport=DESK, storage_state=signed_in(browser, program))
    clerk.goto(talk)
    kept(clerk)
    assert clerk.evaluate(PAGES) == [talk]
    clerk.get_by_role("button", name="Sign out").click()
    expect(clerk.get_by_role("link", name="Sign in").first).to_be_visible()
    clerk.wait_for_function(KEPT + ".then((all) => all.length === 0)")
    clerk.context.set_offline(True)
    assert clerk.evaluate("caches.keys().then((names) => names.length)") == 0
    clerk.context.set_offline(False)

    clerk = visits.begin(viewport=DESK, storage_state=cookies)
    clerk.goto(talk)
    kept(clerk)
    clerk.get_by_label("Meeting concluded at").fill("8.25 pm")
    seen(clerk, re.compile("saved.$"))
    clerk.goto(talk + "/circulation")
    assert clerk.evaluate(PAGES) == [talk]
    clerk.get_by_role("button", name="Circulate the draft").click()
    expect(clerk.get_by_text("Sent to the members on")).to_be_visible()
    clerk.wait_for_function(PAGES + ".then((paths) => paths.length === 0)")
    clerk.goto(talk)
    expect(clerk.locator(".kept-minutes")).to_be_empty()
    clerk.context.set_offline(True)
    clerk.reload()
    expect(clerk.get_by_text("These minutes are not kept on this device")).to_be_visible()
    screenshot(clerk, "minutes-not-kept")
    visits.complaints.clear()
