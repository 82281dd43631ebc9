"""The living style guide: every component, as it is."""

from playwright.sync_api import expect


def test_it_shows_each_component_under_a_heading_of_its_own(page):
    page.goto("/style-guide")
    headings = page.locator("main h2").all_inner_texts()
    assert len(headings) >= 5
    assert len(set(headings)) == len(headings)


def test_a_form_with_faults_links_each_to_its_field(page):
    page.goto("/style-guide")
    summary = page.locator(".error-summary").first
    expect(summary).to_be_visible()
    for link in summary.get_by_role("link").all():
        field = page.locator(link.get_attribute("href"))
        expect(field).to_have_attribute("aria-invalid", "true")
