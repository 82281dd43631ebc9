"""The public side of committees: who sits where and who came, what was decided, search, and an outside client of OParl."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta

import pytest
from looking import fits, no_axe_violations, screenshot
from lxml import etree
from own_program import cookies, officer, visits  # noqa: F401
from playwright.sync_api import expect
from program import running

PANEL = "/bodies/overview-scrutiny-panel"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program of its own, which knows its address: what is published here is in nobody else's way."""
    with running(tmp_path_factory.mktemp("data"), tells_address=True) as program:
        yield program


@pytest.fixture
def visitor(visits):  # noqa: F811
    return visits.begin(viewport={"width": 1280, "height": 900})


@pytest.fixture
def telephone(visits):  # noqa: F811
    return visits.begin(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def ask(address, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=30) as answer:
        return dict(answer.headers.lower_items() if hasattr(answer.headers, "lower_items") else
                    ((name.lower(), value) for name, value in answer.headers.items())), answer.read()


def get(address):
    return json.loads(ask(address)[1])


@pytest.fixture(scope="module")
def minutes(browser, program, cookies):  # noqa: F811
    """The minutes of 26 January 2016, corrected and published again as a clerk does."""
    with browser.new_context(base_url=program.address, storage_state=cookies, java_script_enabled=False) as context:
        clerk = context.new_page()
        clerk.goto("/committees")
        clerk.get_by_role("link", name="Overview & Scrutiny Panel").first.click()
        clerk.get_by_role("link", name=re.compile("26 January 2016")).first.click()
        address = clerk.url + "/minutes"
        clerk.goto(address)
        discussion = clerk.locator("#n3-discussion")
        discussion.locator("textarea").fill("Members asked after the **lighthouse** and its keeper.")
        discussion.get_by_role("button").first.click()
        clerk.goto(address + "/circulation")
        clerk.get_by_role("button", name="Circulate it again").click()
        clerk.get_by_role("button", name="Publish the draft").click()
        expect(clerk.get_by_text("Version 2 is published")).to_be_visible()
    return address


def test_a_visitor_reads_who_sits_on_a_body_and_who_came(visitor, telephone, minutes):
    for page, width, name in ((visitor, 1280, "desk"), (telephone, 390, "phone")):
        page.goto(PANEL)
        expect(page.get_by_role("heading", level=1)).to_have_text("Overview & Scrutiny Panel")
        attendance = page.get_by_role("table", name=re.compile("Attendance"))
        expect(attendance.get_by_role("row", name=re.compile("Cllr Parsons"))).to_be_visible()
        screenshot(page, f"body-{name}")
        no_axe_violations(page)
        fits(page, width)
        page.get_by_role("link", name="Cllr David Saunders").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Cllr David Saunders")
        expect(page.get_by_text("2015/16").first).to_be_visible()
        screenshot(page, f"member-{name}")
        no_axe_violations(page)
        fits(page, width)
        page.goto("/bodies")
        screenshot(page, f"bodies-{name}")
        fits(page, width)


def test_the_clerk_is_told_when_what_is_published_is_not_what_is_kept(officer, visitor):  # noqa: F811
    officer.goto("/committees")
    officer.get_by_role("link", name="Overview & Scrutiny Panel", exact=True).first.click()
    expect(officer.get_by_text("It says what is kept here.")).to_be_visible()
    committee = officer.url
    officer.goto("/partnership/bodies/" + committee.split("/")[-1])
    officer.get_by_role("link", name=re.compile("details", re.IGNORECASE)).first.click()
    officer.get_by_label(re.compile("for", re.IGNORECASE)).first.fill("looks at what the council does")
    officer.get_by_role("button", name="Save").first.click()
    officer.goto(committee)
    expect(officer.get_by_text("What is kept here is not what everybody is told")).to_be_visible()
    screenshot(officer, "body-publication")
    no_axe_violations(officer)
    visitor.goto(PANEL)
    expect(visitor.get_by_text("Looks at what the council does.")).to_have_count(0)
    officer.get_by_role("button", name="Publish it as it is kept now").press("Enter")
    expect(officer.get_by_text("It says what is kept here.")).to_be_visible()
    visitor.goto(PANEL)
    expect(visitor.get_by_text("Looks at what the council does.")).to_be_visible()


def test_a_visitor_finds_a_word_of_the_minutes_and_subscribes(visitor, telephone, program, minutes):
    for page, width, name in ((visitor, 1280, "desk"), (telephone, 390, "phone")):
        page.goto("/meetings/search")
        page.get_by_label("What are you looking for?").fill("lighthouses")
        page.get_by_role("button", name="Search").last.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("for ‘lighthouses’")
        expect(page.locator("mark").first).to_have_text("lighthouse")
        screenshot(page, f"search-{name}")
        no_axe_violations(page)
        fits(page, width)
    feed = visitor.locator("head link[rel=alternate]").first.get_attribute("href")
    entries = etree.fromstring(ask(program.address + feed)[1]).findall("a:entry", ATOM)
    assert entries and "lighthouse" in entries[0].find("a:summary", ATOM).text


@pytest.mark.parametrize("path", ["/meetings", PANEL, "/meetings/overview-scrutiny-panel", "/bodies"])
def test_every_feed_that_a_page_offers_is_there(visitor, program, path, minutes):
    visitor.goto(path)
    links = visitor.locator("head link[rel=alternate]").all()
    assert len(links) >= 3
    for link in links:
        headers, body = ask(program.address + link.get_attribute("href"))
        assert headers["content-type"].startswith(link.get_attribute("type"))
        if link.get_attribute("type") == "application/atom+xml":
            feed = etree.fromstring(body)
            ids = [one.text for one in feed.iterfind(".//a:id", ATOM)]
            assert len(set(ids)) == len(ids)


def test_the_words_of_a_given_pdf_are_found(officer, visitor, program):  # noqa: F811
    pdf = ask(program.address + "/publications/overview-scrutiny-panel-2016-02-09/versions/2/supplementary-agenda-1.pdf")[1]
    officer.goto("/committees")
    officer.get_by_role("link", name="Monday 1 February 2016").first.click()
    meeting = officer.url
    officer.goto(meeting + "/agenda")
    officer.locator(".agenda-builder__title").last.press("Enter")
    officer.get_by_role("link", name="Add a paper").click()
    officer.get_by_label("What is it called?").fill("Annex with a pier")
    officer.get_by_label("A file", exact=True).set_input_files(
        {"name": "annex.pdf", "mimeType": "application/pdf", "buffer": pdf})
    officer.get_by_label("What does the file show?").fill("An annex.")
    officer.get_by_role("button", name="Add the paper").click()
    officer.goto(meeting + "/publication")
    officer.get_by_role("button", name="Publish it").press("Enter")
    expect(officer).to_have_url(meeting)
    visitor.goto("/meetings/search?q=%22capital%20programme%20has%20been%20fully%20reviewed%22")
    link = visitor.get_by_role("link", name="Annex with a pier as PDF")
    expect(link).to_be_visible()
    assert visitor.request.get(link.get_attribute("href")).headers["content-type"] == "application/pdf"


def links_in(value):
    match value:
        case str() if "/oparl/v1.1/" in value:
            yield value
        case list():
            for one in value:
                yield from links_in(one)
        case dict():
            for one in value.values():
                yield from links_in(one)


def test_an_outside_client_reads_everything_by_following_what_it_is_told(program, minutes):
    """It knows the address of the system and nothing else of this program."""
    seen, waiting, objects, listed = set(), [program.address + "/oparl/v1.1/system"], {}, {}
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        headers, body = ask(address)
        told = json.loads(body)
        assert headers["access-control-allow-origin"] == "*" and headers["content-type"].startswith("application/json")
        if "data" in told:
            assert told["links"]["self"] == address
            listed.setdefault(told["links"]["first"], []).extend(one["id"] for one in told["data"])
            assert told["pagination"]["totalElements"] >= len(told["data"])
        else:
            assert told["id"] == address
            objects[address] = told
        waiting += [link for link in links_in(told) if link.startswith(program.address)]
    kinds = {told["type"].split("/")[-1] for told in objects.values()}
    assert kinds == {
        "System", "Body", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation",
        "File", "Location", "LegislativeTerm",
    }  # fmt: skip
    for first, ids in listed.items():
        assert len(ids) == len(set(ids)) == get(first)["pagination"]["totalElements"]
    meeting = next(told for told in objects.values() if told["type"].endswith("/Meeting") and "26 January" in told["name"])
    assert meeting["start"] == "2016-01-26T19:00:00+00:00" and meeting["participant"]
    supplement = next(told for told in objects.values() if told.get("fileName", "").endswith("supplementary-agenda-1.pdf"))
    headers, body = ask(supplement["downloadUrl"])
    assert headers["content-type"] == supplement["mimeType"] and len(body) == supplement["size"]
    replaced = [told for told in objects.values() if told["type"].endswith("/Paper") and told.get("keyword") == ["superseded"]]
    assert replaced and replaced[0]["relatedPaper"]


def test_head_is_answered_as_get_is(program):
    system = get(program.address + "/oparl/v1.1/system")
    body = get(system["body"])["data"][0]
    for address in [system["id"], system["body"], body["id"], body["meeting"], body["person"] + "?limit=2"]:
        (got, _), (head, nothing) = ask(address), ask(address, "HEAD")
        assert nothing == b""
        passing = {"date", "x-request-id"}
        assert {name: value for name, value in got.items() if name not in passing} == {
            name: value for name, value in head.items() if name not in passing}


def test_lists_are_paged_and_filtered(program):
    body = get(get(program.address + "/oparl/v1.1/system")["body"])["data"][0]
    everyone = get(body["person"])["data"]
    assert len(everyone) > 5
    page, found = body["person"] + "?limit=4", []
    while page:
        told = get(page)
        assert len(told["data"]) <= 4 and told["pagination"]["elementsPerPage"] == 4
        found += told["data"]
        page = told["links"].get("next")
    assert found == everyone
    for name in ("created", "modified"):
        for one in get(body["meeting"])["data"]:
            exact = urllib.parse.quote(one[name])
            assert one in get(f"{body['meeting']}?{name}_since={exact}&{name}_until={exact}")["data"]
            later = urllib.parse.quote((datetime.fromisoformat(one[name]) + timedelta(seconds=1)).isoformat())
            assert one not in get(f"{body['meeting']}?{name}_since={later}")["data"]
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(body["meeting"] + "?created_since=yesterday")
    assert refused.value.code == 422 and json.loads(refused.value.read())["detail"]
