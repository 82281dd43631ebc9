"""The living style guide: every component, as it is."""

import pytest
from looking import no_axe_violations
from playwright.sync_api import expect


@pytest.fixture(params=["page", "without_script"])
def either(request):
    """A visitor with script, and one without: what is tested must hold for both."""
    return request.getfixturevalue(request.param)


def test_it_shows_each_component_under_a_heading_of_its_own(page):
    page.goto("/style-guide")
    headings = page.locator("main h2").all_inner_texts()
    assert len(headings) >= 5
    assert len(set(headings)) == len(headings)


def test_every_link_within_it_leads_to_one_place(page):
    page.goto("/style-guide")
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids)), f"more than once: {sorted(one for one in set(ids) if ids.count(one) > 1)}"
    for href in page.locator("a[href^='#']").evaluate_all("all => all.map(link => link.getAttribute('href'))"):
        assert href[1:] in ids, f"{href} leads nowhere"


def test_a_form_with_faults_links_each_to_its_field(page):
    page.goto("/style-guide")
    summary = page.locator(".error-summary").first
    expect(summary).to_be_visible()
    for link in summary.get_by_role("link").all():
        field = page.locator(link.get_attribute("href"))
        expect(field).to_have_attribute("aria-invalid", "true")


def test_a_list_is_put_in_order_by_its_heads_and_narrowed_by_its_form(either):
    either.goto("/style-guide")
    table = either.get_by_role("table", name="Agencies of a partnership")
    table.get_by_role("link", name="Seats").click()
    table.get_by_role("link", name="Seats").click()
    expect(table.get_by_role("columnheader", name="Seats")).to_have_attribute("aria-sort", "descending")
    expect(table.get_by_role("rowheader").first).to_have_text("Testham Borough Council")
    either.get_by_role("navigation", name="Pages", exact=True).get_by_role("link", name="Next page").click()
    expect(table.get_by_role("rowheader").first).to_have_text("Probation Service")

    either.get_by_label("Name, or a part of it").fill("police")
    either.get_by_role("button", name="Show").click()
    expect(table.get_by_role("rowheader")).to_have_text(["Testshire Police"])
    expect(table.get_by_role("columnheader", name="Seats")).to_have_attribute("aria-sort", "descending")
    expect(either.locator(".filter-outcome")).to_contain_text("1 agency.")
    either.get_by_role("link", name="Show all").click()
    expect(table.get_by_role("rowheader")).to_have_count(6)


def test_tabs_are_walked_by_the_arrow_keys(page):
    page.goto("/style-guide")
    tabs = page.get_by_role("tablist", name="One agency").get_by_role("tab")
    expect(tabs.nth(0)).to_have_attribute("aria-selected", "true")
    tabs.nth(0).focus()
    for key, now in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowRight", 0), ("ArrowLeft", 2), ("Home", 0), ("End", 2)]:
        page.keyboard.press(key)
        expect(tabs.nth(now)).to_be_focused()
        expect(tabs.nth(now)).to_have_attribute("aria-selected", "true")
        expect(page.locator(".tabs__panel:visible")).to_have_count(1)
    expect(page.get_by_role("tabpanel", name="History")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel", name="History")).to_be_focused()
    no_axe_violations(page)


def test_an_address_of_a_tab_opens_it(page):
    page.goto("/style-guide#agency-standing")
    expect(page.get_by_role("tab", name="Standing")).to_have_attribute("aria-selected", "true")


def test_tabs_are_parts_one_after_another_without_script(without_script):
    without_script.goto("/style-guide")
    for name in ["People", "Standing", "History"]:
        expect(without_script.get_by_role("heading", name=name, exact=True)).to_be_visible()
    without_script.get_by_role("link", name="History", exact=True).click()
    assert without_script.url.endswith("#agency-history")


def test_every_tab_is_on_paper(page):
    page.goto("/style-guide")
    page.emulate_media(media="print")
    expect(page.locator(".tabs__panel:visible")).to_have_count(3)
    expect(page.locator(".tabs__heading:visible")).to_have_count(3)


def test_a_choice_among_many_is_found_by_typing_a_part_of_it(page):
    page.goto("/style-guide")
    field = page.get_by_role("combobox", name="District")
    options = page.get_by_role("listbox", name="District").get_by_role("option")
    expect(field).to_have_value("Thanet")
    field.fill("wells tun")
    expect(options).to_have_text(["Tunbridge Wells"])
    no_axe_violations(page)
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(field).to_have_value("Tunbridge Wells")
    assert page.locator("select[name=specimen-district]").input_value() == "Tunbridge Wells"

    field.fill("dov")
    field.press("Escape")
    expect(field).to_have_value("Tunbridge Wells")
    field.fill("nowhere")
    expect(options).to_have_count(0)
    field.press("Tab")
    # What is not in the list stands there and is said to be wrong: nobody is to send another choice than the one they see.
    expect(field).to_have_value("nowhere")
    unknown = page.locator("#specimen-district-unknown")
    expect(unknown).to_have_text("‘nowhere’ is not in the list. Choose one that is.")
    expect(field).to_have_attribute("aria-invalid", "true")
    no_axe_violations(page)
    field.fill("")
    field.press("Tab")
    expect(unknown).to_be_hidden()
    assert page.locator("select[name=specimen-district]").input_value() == ""


def test_a_choice_among_many_is_a_plain_list_without_script(without_script):
    without_script.goto("/style-guide")
    without_script.get_by_label("District").select_option("Dover")
    expect(without_script.locator("select[name=specimen-district]")).to_have_value("Dover")


def test_a_form_is_refused_field_by_field_and_keeps_what_was_typed(either):
    either.goto("/style-guide")
    trial = either.locator("form", has=either.get_by_role("button", name="Send it"))
    trial.get_by_label("Day", exact=True).fill("31")
    trial.get_by_label("Month").fill("february")
    trial.get_by_label("Year").fill("2016")
    trial.get_by_label("Amount").fill("31k")
    either.get_by_role("button", name="Send it").click()
    assert either.title().startswith("Error: ")
    problems = either.get_by_role("alert").get_by_role("link")
    expect(problems).to_have_text([
        "Day of the award: enter a day that there is; February 2016 has 29 days.",
        "Amount: enter an amount in pounds, like 31,957 or 31,957.50, in place of ‘31k’.",
    ])
    expect(trial.get_by_label("Month")).to_have_value("february")
    problems.nth(1).click()
    expect(trial.get_by_label("Amount")).to_be_focused()

    trial.get_by_label("Day", exact=True).fill("9")
    trial.get_by_label("Amount").fill("£31,957")
    either.get_by_role("button", name="Send it").click()
    expect(either.locator(".notice--success", has_text="Understood")).to_contain_text("£31,957 on 9 February 2016")


def test_a_text_can_be_seen_as_it_will_read(either):
    either.goto("/style-guide")
    text = either.get_by_label("Why", exact=True)
    text.fill("## So\n\nIt is **settled**. <script>alert(1)</script> [no](javascript:alert(1))")
    either.get_by_role("button", name="See how it will read").click()
    preview = either.get_by_role("region", name="How it will read: Why")
    expect(preview.get_by_role("heading", name="So")).to_be_visible()
    expect(preview.locator("strong")).to_have_text("settled")
    expect(preview).to_contain_text("<script>alert(1)</script> no")
    expect(preview.locator("script, a")).to_have_count(0)
    expect(text).to_have_value("## So\n\nIt is **settled**. <script>alert(1)</script> [no](javascript:alert(1))")


def test_a_refused_form_and_a_text_as_it_will_read_are_accessible(page):
    page.goto("/style-guide")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("button", name="See how it will read").click()
    expect(page.get_by_role("region", name="How it will read: Why")).to_be_visible()
    no_axe_violations(page)


def test_somebody_who_leaves_with_words_not_sent_is_asked_first(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    elsewhere = page.get_by_role("link", name="How figures are made")
    text = page.get_by_label("Why", exact=True)

    page.goto("/style-guide")
    text.click()
    elsewhere.click()
    page.wait_for_url("**/methods")
    assert asked == []

    page.goto("/style-guide")
    page.wait_for_load_state("networkidle")
    text.press_sequentially("More.")
    elsewhere.click()
    page.wait_for_url("**/methods")
    assert asked == ["beforeunload"]

    page.goto("/style-guide")
    page.wait_for_load_state("networkidle")
    text.press_sequentially("More.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert asked == ["beforeunload"]

    # What a refused form holds is not kept either.
    page.wait_for_load_state("networkidle")
    elsewhere.click()
    page.wait_for_url("**/methods")
    assert asked == ["beforeunload", "beforeunload"]


def test_files_are_named_before_they_are_sent(page):
    page.goto("/style-guide")
    page.get_by_label("Agendas and minutes").set_input_files([
        {"name": "agenda.pdf", "mimeType": "application/pdf", "buffer": b"x" * 4_200_000},
        {"name": "<b>.docx", "mimeType": "application/octet-stream", "buffer": b"x" * 812},
    ])
    expect(page.locator("#files ~ .field .field__files li")).to_have_text(["agenda.pdf, 4.2 MB", "<b>.docx, 812 bytes"])


def test_both_versions_of_a_text_are_there_and_the_second_person_chooses(either):
    either.goto("/style-guide")
    conflict = either.locator(".conflict")
    expect(conflict.get_by_role("heading", name="Saved first")).to_be_visible()
    expect(conflict.locator("ins").first).to_contain_text("repaired")
    together = conflict.get_by_label("Minutes, put together").input_value()
    for words in ["in the library", "repaired by April", "by the council", "9 May"]:
        assert words in together
    conflict.get_by_label("Yours", exact=True).check()
    expect(conflict.get_by_label("Both, put together", exact=True)).not_to_be_checked()
