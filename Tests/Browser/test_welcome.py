"""The first screen a stranger sees."""

from playwright.sync_api import expect


def test_the_skip_link_leads_past_the_header(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_an_address_that_leads_nowhere_says_what_to_do(page):
    assert page.goto("/no-such-page").status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.get_by_role("main").get_by_role("link", name="Go to the first page").click()
    page.wait_for_url("**/")


def test_a_printed_page_leaves_out_what_paper_cannot_use(page):
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".skip-link")).not_to_be_visible()
