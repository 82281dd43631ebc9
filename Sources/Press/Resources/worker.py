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
import re
import resource
import select
import signal
import struct
import sys

# The files beside this one: -I leaves their folder out of where Python looks.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import inspection
import office
import picturing
from sealing import close_the_network

PACKAGES = ("typst", "vl-convert-python", "pypdf")
LOOKS = {"inspection": inspection.of, "office": office.of}
VEGA_LITE = "6.4"
HOUSE_SANS = "Frankpledge Sans"
SEALED = "/dev/null"  # As a root folder: nothing is under it and nothing can ever be put there.
PROBE = '{"mark":"bar","data":{"values":[{"a":1}]},"encoding":{"y":{"field":"a","type":"quantitative"}}}'


class Refusal(Exception):
    """A job that can't be done, and why, for a person to read."""


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


class Typesetter:
    """Typst, with the house's fonts and style and nothing else to read."""

    def __init__(self, fonts):
        import typst

        self.typst = typst
        self.fonts = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
        self.house = {}
        for name in ["type.typ", "house.typ", "prose.typ"]:
            with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "rb") as file:
                self.house[name] = file.read()

    def compile(self, header, parts, unshown=""):
        """What the type has no character for is a box, so that a name in Chinese costs nobody the paper."""
        files = self.house | dict(zip(header["names"], parts))
        boxes = {ord(character): "□" for character in unshown if not character.isascii()}
        for name in files if boxes else ():
            if name.endswith((".json", ".svg")):
                files[name] = files[name].decode().translate(boxes).encode()
        try:
            pdf, warnings = self.typst.compile_with_warnings(
                files,
                root=SEALED,
                font_paths=self.fonts,
                package_path=SEALED,
                package_cache_path=SEALED,
                format="pdf",
                pdf_standards=["ua-1"],
                sys_inputs=header["inputs"],
                timestamp=header["created"],
            )
        except self.typst.TypstError as error:
            missing = "".join(re.findall(r'the text `"(.+?)"` could not be displayed', error.diagnostic))
            missing = re.sub(r"\\u\{([0-9a-f]+)\}", lambda escape: chr(int(escape[1], 16)), missing)
            if missing and not unshown:
                return self.compile(header, parts, missing)
            raise Refusal(self.explained(error)) from error
        except RuntimeError as error:
            raise Refusal(str(error)) from error
        return self.told(header, files) + pdf, [warning.message for warning in warnings]

    def told(self, header, files):
        """What the document says of itself under a label, such as on which pages its parts are: its length, and JSON."""
        if not header.get("telling"):
            return b""
        said = self.typst.query(
            files,
            f"<{header['telling']}>",
            field="value",
            one=True,
            root=SEALED,
            font_paths=self.fonts,
            package_path=SEALED,
            package_cache_path=SEALED,
            sys_inputs=header["inputs"],
        ).encode()
        return struct.pack(">I", len(said)) + said

    def explained(self, error):
        """What Typst says and where, without the sealed root: `plan.typ, line 3, column 1: unknown variable: x`."""
        message = error.message
        if "(os error 20)" in message:
            message = "the document asks for a file it was not given"
        elif "failed to download package" in message:
            message = "the document asks for a package from the internet, which is closed to it"
        place = re.search(r"┌─ (?:\.\./)*(?:dev/null/)?(.+?):(\d+):(\d+)", error.diagnostic)
        where = f"{place[1]}, line {place[2]}, column {int(place[3]) + 1}: " if place else ""
        hints = [hint for hint in error.hints if "--root" not in hint]
        return where + message + "".join(f" (hint: {hint})" for hint in hints)


class Plotter:
    """Vega-Lite, with no data but what is in the specification."""

    def __init__(self, fonts):
        import vl_convert

        self.vl_convert = vl_convert
        vl_convert.register_font_directory(fonts)

    def render(self, text):
        try:
            specification = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Refusal(f"the chart’s specification is not JSON: {error}") from error
        refuse_outside_data(specification, "the specification")
        try:
            return self.svg(text.decode())
        except ValueError as error:
            self.rinse()
            raise Refusal(self.explained(error)) from error

    def svg(self, text):
        return self.vl_convert.vegalite_to_svg(
            text,
            vl_version=VEGA_LITE,
            config={"font": HOUSE_SANS},
            allowed_base_urls=[],
            format_locale="en-GB",
            time_format_locale="en-GB",
        ).encode()

    def rinse(self):
        """A failed chart can leave an error behind that the next, innocent chart would be blamed for."""
        for _ in range(3):
            try:
                self.svg(PROBE)
                return
            except ValueError:
                continue
        os._exit(70)

    def explained(self, error):
        lines = [line.strip() for line in str(error).splitlines()]
        said = [line for line in lines if line and not line.startswith("at ") and "conversion failed" not in line]
        return " ".join(said)[:600] or "no reason given"


def refuse_outside_data(value, place):
    """Refuses every address. Where loading is forbidden Vega may still draw an empty chart and say nothing."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("url", "href") and not (isinstance(inner, dict) and "field" in inner):
                raise Refusal(f"a chart may hold no address, but {place} has ‘{key}’; put its data in ‘values’")
            if key in ("url", "href") or key not in ("values", "datasets"):
                refuse_outside_data(inner, f"‘{key}’")
    elif isinstance(value, list):
        for inner in value:
            refuse_outside_data(inner, place)


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
        if header["job"] in LOOKS:
            return json.dumps(LOOKS[header["job"]](parts[0])).encode(), []
        if header["job"] == "bare":
            return inspection.bare(parts[0]), []
        if header["job"] == "pictures":
            return json.dumps(picturing.of(parts[0], header["pages"])).encode(), []
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
        except (Refusal, picturing.CannotDraw) as refusal:
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
