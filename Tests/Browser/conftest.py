"""The program under test, and the readers who visit it: at a desk, on a phone, without script, signed in."""

import os

import pytest
from playwright.sync_api import sync_playwright
from post import PostOffice
from program import running
from visits import Visits, signed_in

CHROMIUM = os.environ.get("FRANKPLEDGE_CHROMIUM", "/usr/bin/chromium")
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The program, serving the example from a data folder of its own. `server.address` is where."""
    with running(tmp_path_factory.mktemp("data")) as program:
        yield program


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def post_office():
    """A mail server that keeps what it is given."""
    office = PostOffice()
    yield office
    office.close()


@pytest.fixture
def visits(browser, server):
    """Opens pages as this or that reader. A test fails if one met an error, or asked another site for anything."""
    visits = Visits(browser, server.address)
    yield visits
    visits.end()


@pytest.fixture
def page(visits):
    """A visitor at a desk."""
    return visits.begin(viewport=DESK)


@pytest.fixture
def phone(visits):
    """A visitor on a phone."""
    return visits.begin(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)


@pytest.fixture
def without_script(visits):
    """A visitor whose browser runs no script."""
    return visits.begin(viewport=DESK, java_script_enabled=False)


@pytest.fixture(scope="session")
def officer_cookies(browser, server):
    """What the officer's browser keeps once signed in."""
    return signed_in(browser, server)


@pytest.fixture
def officer(visits, officer_cookies):
    """The officer, signed in, at a desk."""
    return visits.begin(viewport=DESK, storage_state=officer_cookies)


@pytest.fixture(scope="session")
def administrator_cookies(browser, server):
    """What the browser of whoever looks after the system keeps once signed in."""
    return signed_in(browser, server, "administrator")


@pytest.fixture
def administrator(visits, administrator_cookies):
    """Who looks after the system, signed in, at a desk."""
    return visits.begin(viewport=DESK, storage_state=administrator_cookies)


@pytest.fixture
def administrator_phone(visits, administrator_cookies):
    """Who looks after the system, signed in, on a phone."""
    return visits.begin(
        viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2, storage_state=administrator_cookies
    )


@pytest.fixture
def officer_phone(visits, officer_cookies):
    """The officer, signed in, on a phone."""
    return visits.begin(
        viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2, storage_state=officer_cookies
    )


@pytest.fixture
def officer_without_script(visits, officer_cookies):
    """The officer, signed in, with a browser that runs no script."""
    return visits.begin(viewport=DESK, java_script_enabled=False, storage_state=officer_cookies)
