"""Visits to the site in which nothing may go wrong unseen."""

from playwright.sync_api import expect


def signed_in(browser, program, *role):
    """What a browser keeps once somebody, the officer if it is not said who, has signed in with the address that works now."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(program.take_sign_in_address(*role))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/home")
        return context.storage_state()


class Visits:
    """The browser windows of one test, and every complaint the browser made in them.

    A script that fails, a rule of the Content-Security-Policy that is broken, a file that is missing and a request to
    any other site are all complaints.
    """

    def __init__(self, browser, address):
        self._browser = browser
        self._address = address
        self._contexts = []
        self._navigated = set()
        self.complaints = []

    def begin(self, **options):
        """A page in a window of its own, with its own cookies. Addresses may be written `/so`."""
        context = self._browser.new_context(
            **{"base_url": self._address, "locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
            | options
        )
        self._contexts.append(context)
        context.set_default_timeout(15_000)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._complain(f"script failed: {error.error}"))
        context.on("request", self._watch)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            _wait_for_its_scripts(page)
        return page

    def end(self):
        """Closes the windows, and fails if there was a complaint."""
        for context in self._contexts:
            context.close()
        assert not self.complaints, "The browser complained:\n" + "\n".join(self.complaints)

    def _hear(self, message):
        if message.type not in ("error", "warning"):
            return
        # A page that answers 404 or 422 is one a test asked for; a style sheet or picture that does is a fault.
        url = message.location.get("url")
        if not (url in self._navigated and message.text.startswith("Failed to load resource")):
            self._complain(f"{message.type}: {message.text} ({url})")

    def _watch(self, request):
        if request.is_navigation_request():
            self._navigated.add(request.url)
        if not request.url.startswith((self._address + "/", "data:", "blob:", "chrome://", "chrome-extension://")):
            self._complain(f"asked another site: {request.url}")

    def _complain(self, complaint):
        self.complaints.append(complaint)


def _wait_for_its_scripts(page):
    """Lets `page.goto` end only when the page's behaviours are at work, which may be after it has loaded."""
    load = page.goto

    def goto(url, **how):
        answer = load(url, **how)
        if answer and answer.header_value("content-type").startswith("text/html"):
            page.wait_for_selector("html[data-ready]", state="attached")
        return answer

    page.goto = goto


def give(page, kind, name, content):
    """Imports a file of a built-in kind, and waits until its figures are in use."""
    page.goto("/data/import")
    page.select_option("[name=kind]", kind)
    page.set_input_files("[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_text("Its figures are in use.")).to_be_visible(timeout=60_000)
