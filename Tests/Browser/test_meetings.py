"""When bodies meet, as everybody learns of it: on pages, in calendars and in news readers."""

import re
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from looking import no_axe_violations, screenshot
from lxml import etree
from own_program import cookies, officer, visits  # noqa: F401
from playwright.sync_api import expect
from program import running
from visits import Visits

PANEL = "/meetings/overview-scrutiny-panel"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own, which knows its address: what is moved here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("data"), tells_address=True) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport={"width": 1280, "height": 900})


@pytest.fixture
def telephone(visits):  # noqa: F811
    return visits.begin(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def ask(program, path, method="GET", **headers):
    request = urllib.request.Request(program.address + path, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers, answer.read()


def calendar(program, path):
    """A calendar, whose every line is as RFC 5545 has it."""
    headers, body = ask(program, path)
    assert headers["content-type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert b"\n" not in body.replace(b"\r\n", b""), "a line ends with less than CRLF"
    for line in body.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()
    whole = icalendar.Calendar.from_ical(body)
    assert not [part.errors for part in whole.walk() if part.errors]
    assert whole["VERSION"] == "2.0" and whole["PRODID"] and whole["METHOD"] == "PUBLISH"
    zones = whole.walk("VTIMEZONE")
    assert [zone["TZID"] for zone in zones] == ["Europe/London"]
    for event in whole.walk("VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS", "ORGANIZER", "LAST-MODIFIED", "URL"):
            assert name in event, f"{name} is missing in {event}"
        assert event["DTSTART"].params["TZID"] == "Europe/London"
    return whole


def meeting_of(whole, day):
    found = [event for event in whole.walk("VEVENT") if event.decoded("DTSTART").date().isoformat() == day]
    assert len(found) == 1, f"{len(found)} meetings on {day}"
    return found[0]


def feed(program):
    """The news, with what RFC 4287 asks of it."""
    headers, body = ask(program, "/meetings.atom")
    assert headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(body)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    ids = [one.text for one in root.iterfind(".//a:id", ATOM)]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)
    for part in [root, *root.iterfind("a:entry", ATOM)]:
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"a:{name}", ATOM)) == 1, f"{name} in {etree.tostring(part)[:200]}"
        datetime.fromisoformat(part.findtext("a:updated", namespaces=ATOM))
        for link in part.iterfind("a:link", ATOM):
            assert link.get("href").startswith(program.address + "/")
    assert root.findtext("a:author/a:name", namespaces=ATOM)
    assert root.find("a:link[@rel='self']", ATOM).get("href") == program.address + "/meetings.atom"
    moments = [one.text for one in root.iterfind("a:entry/a:updated", ATOM)]
    assert moments == sorted(moments, reverse=True) and root.findtext("a:updated", namespaces=ATOM) == moments[0]
    return root


def test_a_resident_finds_when_the_panel_meets_and_what_it_will_read(visitor):
    visitor.goto("/")
    visitor.get_by_role("link", name="Meetings", exact=True).click()
    expect(visitor.get_by_role("heading", name="Today and to come")).to_be_visible()
    expect(visitor.get_by_role("link", name="Cabinet on 8 March 2016")).to_be_visible()
    visitor.get_by_role("link", name="Overview & Scrutiny Panel on 9 February 2016").click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("9 February 2016")
    facts = visitor.locator(".summary-list")
    expect(facts).to_contain_text("Tuesday 9 February 2016 at 7.00 pm")
    expect(facts).to_contain_text("Council Chamber")
    papers = visitor.locator(".publications")
    expect(papers.get_by_text("Superseded")).to_be_visible()
    papers.get_by_role("link").first.click()
    expect(visitor.locator(".breadcrumbs").get_by_role("link", name="9 February 2016")).to_be_visible()


def test_the_year_is_on_one_page_on_a_phone_and_on_paper(telephone, visitor):
    telephone.goto("/meetings/calendar")
    expect(telephone.get_by_role("heading", level=1)).to_have_text("Meetings in 2016")
    assert telephone.locator(".year-calendar__month").count() == 12
    visitor.goto("/meetings/calendar/2016")
    assert visitor.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_a_calendar_holds_for_a_strict_reader(program):
    whole = calendar(program, "/meetings.ics")
    panel = meeting_of(whole, "2016-02-09")
    assert panel.decoded("DTSTART") == datetime(2016, 2, 9, 19, tzinfo=LONDON)
    assert panel["STATUS"] == "CONFIRMED" and panel["URL"] == f"{program.address}{PANEL}/2016-02-09"
    own = calendar(program, f"{PANEL}.ics")
    assert {event["UID"] for event in own.walk("VEVENT")} < {event["UID"] for event in whole.walk("VEVENT")}
    one = calendar(program, f"{PANEL}/2016-02-09.ics")
    assert [event["UID"] for event in one.walk("VEVENT")] == [panel["UID"]]


def test_its_time_zone_is_londons(program):
    """The rules that stand in the calendar say the same as the zone that everybody has."""
    zone = calendar(program, "/meetings.ics").walk("VTIMEZONE")[0].to_tz()
    moment = datetime(1997, 1, 1, 12)
    while moment.year < 2030:
        assert zone.utcoffset(moment) == moment.replace(tzinfo=LONDON).utcoffset(), moment
        moment += timedelta(days=1)


def test_news_hold_for_a_strict_reader(program):
    titles = [one.text for one in feed(program).iterfind("a:entry/a:title", ATOM)]
    assert any(title.startswith("Agenda published") for title in titles)
    assert any("announced for Tuesday 9 February 2016 at 7.00 pm" in title for title in titles)


@pytest.mark.parametrize("path", ["/meetings", "/meetings.ics", "/meetings.atom", f"{PANEL}.ics", "/meetings/calendar/2016"])
def test_who_has_it_already_is_told_so(program, path):
    headers, body = ask(program, path)
    head, nothing = ask(program, path, method="HEAD")
    assert nothing == b"" and head["content-type"] == headers["content-type"] and head["etag"] == headers["etag"]
    with pytest.raises(urllib.error.HTTPError) as known:
        ask(program, path, **{"If-None-Match": headers["etag"]})
    assert known.value.code == 304


def test_a_meeting_that_is_moved_and_called_off_says_so_everywhere(program, officer, visitor, telephone):  # noqa: F811
    before = meeting_of(calendar(program, "/meetings.ics"), "2016-02-09")
    officer.goto("/committees")
    officer.locator("main a[href^='/committees/meetings/']").filter(has_text="9 February 2016").first.click()
    address = officer.url
    officer.get_by_role("link", name="Change when or where").click()
    officer.get_by_label("On which day?").fill("16/2/2016")
    officer.get_by_label("If it moves: why?").fill("The chamber is let on the 9th")
    officer.get_by_role("button", name="Save").click()
    officer.wait_for_url(address + "*")

    moved = meeting_of(calendar(program, "/meetings.ics"), "2016-02-16")
    assert moved["UID"] == before["UID"] and moved["SEQUENCE"] > before["SEQUENCE"]
    assert moved["STATUS"] == "CONFIRMED" and moved["SUMMARY"].startswith("Moved: ")
    assert "It was Tuesday 9 February 2016 at 7.00 pm" in moved["DESCRIPTION"]
    for page in (visitor, telephone):
        page.goto(f"{PANEL}/2016-02-09")
        assert page.url.endswith(f"{PANEL}/2016-02-16")
        expect(page.get_by_text("This meeting was moved")).to_be_visible()
        no_axe_violations(page)

    officer.goto(address)
    officer.get_by_role("link", name="Call it off").click()
    officer.get_by_label("Why is it called off?").fill("There is no business")
    officer.get_by_role("button", name="Call it off").click()
    officer.wait_for_url(address + "*")

    off = meeting_of(calendar(program, "/meetings.ics"), "2016-02-16")
    assert off["UID"] == before["UID"] and off["STATUS"] == "CANCELLED" and off["SEQUENCE"] > moved["SEQUENCE"]
    for page, name in ((visitor, "desk"), (telephone, "phone")):
        page.goto(f"{PANEL}/2016-02-16")
        expect(page.get_by_text("This meeting is called off")).to_be_visible()
        screenshot(page, f"meeting-called-off-{name}")
        no_axe_violations(page)
        page.goto("/meetings")
        expect(page.get_by_text("Called off").first).to_be_visible()
        no_axe_violations(page)
    titles = [one.text for one in feed(program).iterfind("a:entry/a:title", ATOM)]
    assert titles[:2] == [
        "Overview & Scrutiny Panel: called off", "Overview & Scrutiny Panel: moved to Tuesday 16 February 2016 at 7.00 pm",
    ]


def test_without_meetings_it_says_so(tmp_path, browser):
    with running(tmp_path, example=None, options=["--name", "Nowhere Partnership"]) as empty:
        visits = Visits(browser, empty.address)  # noqa: F811
        page = visits.begin(viewport={"width": 390, "height": 844})
        page.goto("/meetings")
        expect(page.get_by_text("No meetings are announced yet")).to_be_visible()
        no_axe_violations(page)
        headers, body = ask(empty, "/meetings.ics")
        assert not icalendar.Calendar.from_ical(body).walk("VEVENT")
        etree.fromstring(ask(empty, "/meetings.atom")[1])
        visits.end()
