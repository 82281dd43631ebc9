# SPDX-License-Identifier: AGPL-3.0-or-later
"""The press worker: compiles Typst documents to tagged PDF and renders Vega-Lite charts to SVG.

Started by Press with `python -I -B worker.py FONTS MEMORY`; FONTS is a folder, MEMORY a number of bytes.
Takes one job at a time on standard input and answers each on standard output, as frames: four bytes, big-endian,
the length of a header; the header, JSON; then the parts, whose lengths the header lists. Its first frame says which
versions it has. It ends when standard input ends.

It trusts no job: it can write no file, open no socket, take no more than MEMORY, and outlive neither its own alarm
nor, while it works, the process that started it.
"""

import fcntl
import importlib.metadata
import json
import os
import resource
import select
import signal
import struct
import sys

# The files beside this one: -I leaves their folder out of where Python looks.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))
from plotting import PROBE, Plotter
from refusal import Refusal
from sealing import close_the_network
from typesetting import Typesetter

PACKAGES = ("typst", "vl-convert-python", "pypdf", "pypdfium2")


def read_exactly(source, count):
    data = source.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def receive(source):
    (length,) = struct.unpack(">I", read_exactly(source, 4))
    header = json.loads(read_exactly(source, length))
    return header, [read_exactly(source, count) for count in header.get("lengths", [])]


def send(sink, header, *parts):
    text = json.dumps(header | {"lengths": [len(part) for part in parts]}).encode()
    sink.write(struct.pack(">I", len(text)) + text)
    for part in parts:
        sink.write(part)
    sink.flush()


def settle(memory):
    """Limits what this process can ever do. RLIMIT_DATA and not RLIMIT_AS: V8 reserves terabytes it never uses."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for limit, value in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
    close_the_network()


class Watch:
    """While a job runs the kernel, not Python, ends this process: at the alarm, or when standard input closes.

    Both libraries can hold Python's lock for as long as a job takes, so no Python code could be relied on to run.
    """

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        signal.alarm(self.seconds)
        fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)
        closed = select.poll()
        closed.register(0, 0)
        if closed.poll(0):
            sys.exit(0)

    def __exit__(self, *_):
        fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) & ~os.O_ASYNC)
        signal.alarm(0)


def look(pdf):
    import inspection

    return json.dumps(inspection.of(pdf)).encode()


def look_into_office(file):
    import office

    return json.dumps(office.of(file)).encode()


def bare(pdf):
    import inspection

    return inspection.bare(pdf)


def carry(pdf):
    import carrying

    return carrying.of(pdf)


# What is done with a file that somebody gave.
GIVEN = {"inspection": look, "office": look_into_office, "bare": bare, "pages": carry}


class Worker:
    """Does jobs in the order they come, loading each library when first needed."""

    def __init__(self, fonts):
        self.fonts = fonts
        self.typesetter = None
        self.plotter = None

    def load(self):
        self.typesetter = self.typesetter or Typesetter(self.fonts)
        self.plotter = self.plotter or Plotter(self.fonts)

    def do(self, header, parts):
        """What a job makes, and the warnings met on the way."""
        if header["job"] == "document":
            self.typesetter = self.typesetter or Typesetter(self.fonts)
            return self.typesetter.compile(header, parts)
        if header["job"] in GIVEN:
            return GIVEN[header["job"]](parts[0]), []
        if header["job"] == "chart":
            self.plotter = self.plotter or Plotter(self.fonts)
            return self.plotter.render(parts[0]), []
        self.load()
        return self.plotter.svg(PROBE), []



def resident():
    """Bytes of memory in use now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def main(fonts, memory):
    # Answers go where standard output was; anything a library prints goes to standard error.
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    source = os.fdopen(os.dup(0), "rb")
    settle(memory)
    send(sink, {"versions": {name: importlib.metadata.version(name) for name in PACKAGES}})
    worker = Worker(fonts)
    while True:
        header, parts = receive(source)
        try:
            with Watch(header["seconds"]):
                made, warnings = worker.do(header, parts)
            answer = {"done": True, "warnings": warnings}
        except Refusal as refusal:
            answer, made = {"done": False, "reason": str(refusal)}, b""
        except MemoryError:
            answer, made = {"done": False, "memory": True}, b""
        # Typst remembers every compilation, so that a document with one part changed costs that part; a worker that has
        # grown large asks to be replaced.
        answer["retiring"] = resident() > memory // 4 * 3
        send(sink, answer, made)


if __name__ == "__main__":
    try:
        main(sys.argv[1], int(sys.argv[2]))
    except importlib.metadata.PackageNotFoundError as missing:
        sys.exit(f"missing package: {missing.name}")
    except KeyboardInterrupt:
        sys.exit(0)
