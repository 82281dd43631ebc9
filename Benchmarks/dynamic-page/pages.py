"""Whether both servers answer the same page with the same promises. If not, there is nothing to compare."""

import difflib
import gzip
from dataclasses import dataclass
from html.parser import HTMLParser

PAGE = "/data"
# What says when, how long, or by which hand, and so may differ; the entity tag must be there.
MAY_DIFFER = {"content-length", "content-type", "date", "etag", "vary", "connection", "server", "set-cookie"}
# Elements that begin a line of their own.
LINES = {"title", "a", "h1", "h2", "h3", "p", "li", "caption", "th", "td", "span", "button"}


@dataclass(frozen=True)
class Likeness:
    words: int
    rows: int
    # Bytes of the page as it is and as gzip, by the server's name.
    plain: dict
    small: dict


class Text(HTMLParser):
    """What a reader sees of a page, and where its links and forms lead."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self.rows = 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.rows += tag == "tr"
        if tag in LINES:
            self.parts.append("\n")
        if leads := attributes.get("href") or attributes.get("action"):
            self.parts.append("" if tag == "link" else f" [{leads}] ")

    def handle_data(self, data):
        self.parts.append(data.replace("\n", " "))


def compare(ours, peer):
    answers = {server.name: server.get(PAGE) for server in (ours, peer)}
    small = {server.name: server.get(PAGE, **{"Accept-Encoding": "gzip"}) for server in (ours, peer)}
    texts = [text(answer.content) for answer in answers.values()]
    check_texts(*texts)
    check_headers(*answers.values())
    check_small(answers, small)
    for server in (ours, peer):
        if server.get(PAGE, cookie="").status == 200:
            raise SystemExit(f"{server.name} shows {PAGE} to somebody who has not signed in.")
    return Likeness(
        words=len(texts[0].split()),
        rows=rows(answers[ours.name].content),
        plain={name: len(answer.content) for name, answer in answers.items()},
        small={name: len(answer.content) for name, answer in small.items()},
    )


def check_texts(ours, theirs):
    if ours != theirs:
        difference = difflib.unified_diff(ours.splitlines(), theirs.splitlines(), "Frankpledge", "Django", n=1)
        message = "The pages differ. Bring the templates in django/register up to date:"
        raise SystemExit("\n".join([message, *difference]))


def check_headers(ours, theirs):
    for name, value in ours.getheaders():
        found = theirs.getheader(name)
        if found is None or (name.lower() not in MAY_DIFFER and found != value):
            raise SystemExit(f"The headers differ. {name} is ‘{value}’ here and ‘{found}’ with Django.")


def check_small(answers, small):
    for name, answer in small.items():
        if answer.getheader("Content-Encoding") != "gzip":
            raise SystemExit(f"{name} does not compress the page.")
        if text(gzip.decompress(answer.content)) != text(answers[name].content):
            raise SystemExit(f"{name} says something else when it compresses the page.")
    sizes = [len(answer.content) for answer in answers.values()]
    if max(sizes) > 1.1 * min(sizes):
        raise SystemExit(f"The pages differ in size by more than a tenth: {sizes} bytes.")


def text(page):
    """A page's words and links, with white space made even."""
    parser = Text()
    parser.feed(page.decode())
    lines = (" ".join(line.split()) for line in "".join(parser.parts).splitlines())
    return "\n".join(filter(None, lines))


def rows(page):
    parser = Text()
    parser.feed(page.decode())
    return parser.rows
