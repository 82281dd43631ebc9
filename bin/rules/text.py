"""What must not be said, in any file of the project or in its code."""

import re

from rules.tree import Finding

# Written so that these lines do not match themselves.
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/~*-])/(?:(?:work|tmp|opt|root)(?![\w-])|(?:home|Users|mnt)/\w)")
REGISTRY = re.compile(
    r"\b(py[p]i\.org|pythonh[o]sted\.org|registry\.np[m]js\.org|deb\.d[e]bian\.org|proxy\.gol[a]ng\.org|crat[e]s\.io)\b",
    re.I,
)

INLINE = [
    (re.compile(r"(?<![\w-])style\s*=\s*[\\\"'?{]"), "a style attribute"),
    (re.compile(r"<[^<>]*\son[a-z]+\s*=\s*[\\\"'?{]"), "an event attribute"),
    (re.compile(r"<script(?![^>]*\ssrc\s*=)[^>]*>"), "a script without a src"),
    (re.compile(r"<style\b"), "a style element"),
    (re.compile(r"(?:href|src|action)\s*=\s*\\?[\"']\s*javascript:", re.I), "a javascript: address"),
]

TRAPS = [
    (re.compile(r"\btry!"), "try! ends the program for everybody: throw, or handle it"),
    (re.compile(r"\bas!"), "as! ends the program for everybody: use as? and say what to do otherwise"),
    (re.compile(r"\bfatalError\s*\("), "fatalError ends the program for everybody: throw"),
]
# Where there is nothing better to do than stop. A file here is a decision: write the reason beside it.
MAY_TRAP = {
    "Sources/DataFiles/Inflater.swift": "no memory is left, not even for a few kilobytes",
}

PRINT = re.compile(r"(?<![.\w])(?<!func )(?<!await )(?:print|debugPrint|dump)\s*\(")
MAY_PRINT = {"frankpledge"}

UNCHECKED = re.compile(r"@unchecked\s+Sendable|nonisolated\(unsafe\)")
# The two calendars there are, and all that would be in the machine's own zone.
CALENDARS = "Sources/Wording/Calendars.swift"
MACHINE_ZONE = re.compile(
    r"\bCalendar\s*\(|\b(?:Calendar|TimeZone)\.(?:current|autoupdatingCurrent)\b|\bDateFormatter\b"
    r"|\bDate\.FormatStyle\b|\blocaltime(?:_r)?\b"
)
SLEEP = re.compile(r"\b(?:Task\.sleep|Thread\.sleep|usleep|nanosleep|time\.sleep|wait_for_timeout)\s*\(")


def _matches(file, pattern):
    """Each place of a text file where a pattern is found, with its line."""
    for number, line in enumerate(file.lines, 1):
        for found in pattern.finditer(line):
            yield number, found


def nothing_is_left_unfinished(tree):
    """A note to oneself is nobody's work. Do it now, or file an issue and leave the code whole."""
    for file in tree.texts:
        for number, found in _matches(file, UNFINISHED):
            yield Finding(file.path, number, f"‘{found[0]}’: do it, or file an issue and take the note away")


def no_machine_is_named(tree):
    """The project builds anywhere: it knows no one machine's folders and no registry's address."""
    for file in tree.texts:
        for number, found in _matches(file, MACHINE_PATH):
            yield Finding(
                file.path, number, f"‘{found[0]}’ is a place on one machine: use a relative or a temporary folder"
            )
        for number, found in _matches(file, REGISTRY):
            yield Finding(file.path, number, f"‘{found[0]}’ is one registry’s address: name the package alone")


def files_end_in_one_newline(tree):
    """So that a line added at the end is one line of a diff."""
    for file in tree.texts:
        if file.text and (not file.text.endswith("\n") or file.text.endswith("\n\n")):
            yield Finding(file.path, max(len(file.lines), 1), "end the file in one newline")


def pages_hold_no_inline_code(tree):
    """The Content-Security-Policy forbids script and style in a page, so the browser would drop it in silence."""
    for file in tree.sources:
        for literal in file.swift.literals:
            for pattern, what in INLINE:
                for found in pattern.finditer(literal.text):
                    message = f"{what} in a page: put it in Web’s style sheets or modules"
                    yield file.says(literal.offset + found.start(), message)


def nothing_traps(tree):
    """One bad row or one odd request must not end the program for a whole partnership."""
    for file in tree.sources:
        for pattern, message in TRAPS:
            for found in pattern.finditer(file.swift.code):
                if file.path not in MAY_TRAP:
                    yield file.says(found.start(), message)


def only_the_program_prints(tree):
    """Standard output belongs to the command line; everything else answers its caller or logs."""
    for file in tree.sources:
        if file.target not in MAY_PRINT:
            for found in PRINT.finditer(file.swift.code):
                yield file.says(found.start(), f"{found[0]}…) outside the program: return it, throw it or log it")


def unchecked_promises_say_why(tree):
    """A promise that the compiler can't check is kept by its reason, in a comment on the line above."""
    for file in tree.swift:
        for found in UNCHECKED.finditer(file.swift.code):
            line = file.swift.line(found.start())
            if "//" not in "".join(file.lines[max(line - 2, 0) : line]):
                yield file.says(found.start(), f"{found[0]}: say in a comment above why it is safe")


def dates_are_told_their_zone(tree):
    """A date that is read on the clock of whatever machine it is comes out otherwise on the next one."""
    for file in tree.sources:
        if file.path != CALENDARS:
            for found in MACHINE_ZONE.finditer(file.swift.code):
                yield file.says(found.start(), f"{found[0]} keeps the machine’s zone: use Calendar.london or .utc")


def tests_never_sleep(tree):
    """A test that sleeps is slow on a quick machine and fails on a busy one. Wait for the thing itself."""
    for file in tree.texts:
        if file.path.startswith("Tests/") and file.suffix in (".swift", ".py"):
            for number, found in _matches(file, SLEEP):
                yield Finding(file.path, number, f"{found[0]}…) in a test: wait for what it waits for")
