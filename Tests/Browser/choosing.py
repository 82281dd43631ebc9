"""How a figure is chosen, wherever a text asks for one."""


def choose_burglary(page):
    """Fills the form of the picker, wherever it stands."""
    choice = page.locator("#figure-choice")
    choice.get_by_role("combobox", name="What was counted").fill("Burglary – Street-level crime")
    choice.get_by_role("combobox", name="Where").fill("Thanet – district")
    choice.get_by_label("What to tell").select_option("How many there were")
    choice.get_by_label("First month", exact=True).first.fill("2015-01")
    choice.get_by_label("Last month", exact=True).first.fill("2015-12")
    choice.get_by_role("button", name="Work it out").click()
