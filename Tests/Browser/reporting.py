"""How a report to a committee is begun, and where the example's is."""

import re

from playwright.sync_api import expect


def begun(page, title):
    """Begins a report and answers its address."""
    page.goto("/reports/new")
    page.get_by_label("What is it called?").fill(title)
    page.get_by_role("button", name="Begin the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return re.search(r"/reports/[0-9a-f-]{36}", page.url).group(0)


def the_example(page):
    """The address of the example's report, which is final."""
    page.goto("/reports")
    return page.get_by_role("link", name="Thanet Community Safety Plan for 2016–2017").get_attribute("href")
