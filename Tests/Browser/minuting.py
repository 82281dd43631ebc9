"""What a clerk does again and again who takes minutes."""

import re

from playwright.sync_api import expect


def called(browser, server, cookies, day, decides):
    with browser.new_context(base_url=server.address, storage_state=cookies) as context:
        page = context.new_page()
        page.goto("/committees")
        page.get_by_role("link", name="Overview & Scrutiny Panel").first.click()
        page.get_by_role("link", name="Call a meeting").click()
        page.get_by_label("What kind of meeting is it?").select_option("extraordinary")
        page.get_by_label("On which day?").fill(day)
        page.get_by_label("Does it decide a budget or a council tax?").select_option(decides)
        page.get_by_role("button", name="Call the meeting").click()
        page.get_by_role("button", name="Announce it to everybody").click()
        page.wait_for_url(re.compile("/committees/meetings/[0-9a-f-]{36}$"))
        address = page.url.removeprefix(server.address)
        page.get_by_role("link", name="Make up the agenda").click()
        page.get_by_role("button", name="Begin with the usual items").click()
        page.get_by_role("link", name="Add an item").click()
        page.get_by_label("What is it called on the agenda?").fill("Budget 2016–17")
        page.get_by_role("button", name="Add the item").click()
        return address + "/minutes"


def seen(page, text):
    expect(page.locator("[data-state]")).to_have_text(text, timeout=20_000)


def tick(page, choice, count=None):
    """Says of each member that they are here."""
    for seat in page.locator(".attendance__one").all()[:count]:
        seat.get_by_label(choice, exact=True).check()


def move(clerk, words):
    """Moves and seconds a motion on the third item; where it stands."""
    form = clerk.locator("#n3-move")
    if not form.is_visible():
        clerk.locator("#part-n3").get_by_text("Move a motion").click()
    form.get_by_label("Moved by").select_option(index=1)
    form.get_by_label("That", exact=True).fill(words)
    form.get_by_role("button", name="Enter the motion").click()
    seconded(clerk)
    return f"#part-n3 .motion:has-text('{words}')"


def seconded(clerk):
    second = clerk.locator("#part-n3 form[id$=second]").last
    second.get_by_label("Seconded by").select_option(index=3)
    second.get_by_role("button", name="Seconded").click()
    expect(clerk.locator("#part-n3 form[id$=second]")).to_have_count(0)
