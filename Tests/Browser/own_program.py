"""The officer of a program of a file's own: for files whose `program` changes what others would see.

A file names its `program` and takes from here what it needs.
"""

import pytest
from conftest import DESK
from visits import Visits, signed_in


@pytest.fixture(scope="module")
def cookies(browser, program):
    return signed_in(browser, program)


@pytest.fixture
def visits(browser, program):
    visits = Visits(browser, program.address)
    yield visits
    visits.end()


@pytest.fixture
def officer(visits, cookies):
    return visits.begin(storage_state=cookies, viewport=DESK)


@pytest.fixture
def plain(visits, cookies):
    """The same without script."""
    return visits.begin(storage_state=cookies, viewport=DESK, java_script_enabled=False)
