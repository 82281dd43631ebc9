"""A pack of made-up papers, and the press's worker that prints it."""

import json
import random
import struct
import subprocess
from pathlib import Path

WORDS = (
    "partnership crime plan council police report figures ward residents meeting action lighting cameras budget "
    "priority focus members agenda recommendation partners evidence"
).split()
PARAGRAPHS_A_PAGE = 5
FRONT = {
    "title": "Overview & Scrutiny Panel, 9 February 2016", "kind": "", "partnership": "Community Safety Partnership",
    "accent": "#1f5673", "publishedOn": "3 February 2016", "reference": "OSP", "joining": "", "note": "",
    "contact": {"name": "The clerk", "telephone": "", "email": ""}, "sentence": "A meeting will be held.",
    "calledOff": "", "exampleNotice": "", "membership": "Everybody.", "heading": "Agenda", "running": "The Panel",
    "inBrief": "9 February 2016", "changes": [], "link": "", "qr": False, "prefix": "", "start": 1,
    "watermark": "For members", "draft": False, "late": "", "madeOf": "",
}


def words(items, pages, seed):
    chance = random.Random(seed)
    return FRONT | {"items": [item(number + 1, pages, chance) for number in range(items)]}


def item(number, pages, chance):
    prose = []
    for place in range(pages * PARAGRAPHS_A_PAGE):
        if place % 6 == 0:
            prose.append({"block": "heading", "level": 2, "inlines": text(f"Section {place // 6 + 1}")})
        prose.append({"block": "paragraph", "inlines": text(sentence(chance))})
    paper = {"key": f"paper-{number}", "title": f"Paper {number}", "sort": "text", "prose": prose, "notes": []}
    return {"number": number, "title": f"Item {number}", "notes": [], "elsewhere": [], "papers": [paper | {"closed": False}]}


def with_files(items):
    """The same number of items, each with a PDF that somebody gave."""
    return FRONT | {"items": [file_item(number) for number in range(1, items + 1)]}


def file_item(number):
    paper = {
        "key": f"paper-{number}", "title": f"Paper {number}", "sort": "file", "file": f"file-{number}", "notes": [],
        "description": "A paper.", "closed": False,
    }
    return {"number": number, "title": f"Item {number}", "notes": [], "elsewhere": [], "papers": [paper]}


def changed(whole, place, seed):
    """The same with one paragraph of one item in other words."""
    copy = json.loads(json.dumps(whole))
    copy["items"][place]["papers"][0]["prose"][3]["inlines"] = text(sentence(random.Random(f"changed {seed}")))
    return copy


def text(said):
    return [{"inline": "text", "text": said}]


def sentence(chance):
    return " ".join(chance.choice(WORDS) for _ in range(90)).capitalize() + "."


class Worker:
    """The press's worker, started and asked as `Sources/Press` does."""

    def __init__(self, project):
        resources = project / "Sources/Press/Resources"
        papers = project / "Sources/Meetings/Papers"
        self.sources = [(papers / name).read_bytes() for name in ("agenda.typ", "report.typ")]
        self.process = subprocess.Popen(
            [
                project / ".press/bin/python", "-I", "-B", resources / "worker.py", resources / "Fonts", str(2 << 30),
            ],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def made(self, said, ready=()):
        """The last page's number, and the PDF. `ready` are the files of its items, made ready."""
        parts = [*self.sources, json.dumps(said).encode()]
        made = self.done(
            [*parts, *ready], job="document", names=["main.typ", "report.typ", "paper.json"], inputs={}, created=1454500000,
            telling="pages", shown={f"file-{place + 1}": place for place in range(len(ready))})
        (length,) = struct.unpack(">I", made[:4])
        return json.loads(made[4 : 4 + length])[-1]["last"], made[4 + length :]

    def given(self, pages, seed):
        """A PDF of so many pages of words, as somebody might give one: tagged, with its fonts in it."""
        chance = random.Random(seed)
        said = "#pagebreak()\n".join(
            "\n\n".join(sentence(chance) for _ in range(PARAGRAPHS_A_PAGE)) + "\n" for _ in range(pages))
        main = f'#import "/house.typ": *\n#show: house-type\n#set document(title: "Given")\n{said}'
        return self.done([main.encode()], job="document", names=["main.typ"], inputs={}, created=1454500000)

    def ready(self, pdf):
        """Its pages, ready for a pack."""
        return self.done([pdf], job="pages")

    def done(self, parts, **header):
        encoded = json.dumps({"seconds": 120, "lengths": [len(part) for part in parts]} | header).encode()
        self.process.stdin.write(struct.pack(">I", len(encoded)) + encoded + b"".join(parts))
        self.process.stdin.flush()
        header, [made] = self.answer()
        if not header["done"]:
            raise SystemExit(f"the worker refused it: {header}")
        return made

    def answer(self):
        (length,) = struct.unpack(">I", self.process.stdout.read(4))
        header = json.loads(self.process.stdout.read(length))
        return header, [self.process.stdout.read(count) for count in header["lengths"]]

    def memory(self):
        """Bytes that it took at the most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
