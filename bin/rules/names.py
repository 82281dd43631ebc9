"""Names that say something, and sizes that can be held in the head."""

import re

from rules.tree import Finding

# Words that say nothing wherever they stand in a name, and words that say nothing at the end of a type's.
EMPTY_WORDS = {
    "Core",
    "Common",
    "Shared",
    "Util",
    "Utils",
    "Utility",
    "Utilities",
    "Helper",
    "Helpers",
    "Manager",
    "Managers",
    "Misc",
    "Impl",
}
EMPTY_ENDINGS = {"Service", "Services", "Base", "Info"}
NAMED_ELSEWHERE = {"CommonMark"}

CODE = {".swift", ".py", ".css", ".js", ".typ", ".sh", ""}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
# Files that are longer for a reason. A name here is a decision: write the reason beside it.
LONGER_FILES = {
    "LICENSE": "the licence's own text",
}

TYPE = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias)\s+(?!func\b|var\b|let\b|subscript\b)(\w+)")
PUBLIC_TYPE = re.compile(
    r"^(?:public|open)\s+(?:(?:final|indirect)\s+)*(?:struct|class|enum|actor|protocol)\s+(\w+)", re.M
)
FUNCTION = re.compile(r"\b(?:func\s+(?P<name>[^\s(<]+)|(?P<init>init)[?!]?\s*(?=[(<]))")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")


def _empty_word(name, endings):
    """The word of a name that says nothing, if there is one."""
    for allowed in NAMED_ELSEWHERE:
        name = name.replace(allowed, "")
    words = [word[:1].upper() + word[1:] for word in WORD.findall(name)]
    if words and words[-1] in endings:
        return words[-1]
    return next((word for word in words if word in EMPTY_WORDS), None)


def names_say_something(tree):
    """Manager, Helper, Common: such a name fits anything, so anything is put there. The field has a word for it."""
    for file in tree.files:
        for part in file.path.split("/"):
            if word := _empty_word(part.split(".")[0], EMPTY_ENDINGS if part.endswith(".swift") else ()):
                yield Finding(file.path, 1, f"‘{part}’ is named ‘{word}’: name it for what it is in the field")
    for file in tree.swift:
        for found in TYPE.finditer(file.swift.code):
            if word := _empty_word(found[1], EMPTY_ENDINGS):
                yield file.says(found.start(1), f"{found[1]} is named ‘{word}’: name it for what it is in the field")


def public_types_say_what_they_are(tree):
    """A type that other modules use is explained where it is declared, in a sentence."""
    for file in tree.sources:
        for found in PUBLIC_TYPE.finditer(file.swift.code):
            above = file.swift.line(found.start(1)) - 2
            while (
                above >= 0 and file.lines[above].strip().startswith(("@", "#if", "//")) and not _documents(file, above)
            ):
                above -= 1
            if above < 0 or not _documents(file, above):
                yield file.says(found.start(1), f"public type {found[1]} needs a sentence (///) that says what it is")


def _documents(file, index):
    return file.lines[index].strip().startswith("///")


def files_are_short(tree):
    """A file is one idea. Past 300 lines it is two."""
    for file in tree.texts:
        if file.suffix in CODE and file.path not in LONGER_FILES and len(file.lines) > LONGEST_FILE:
            yield Finding(
                file.path, LONGEST_FILE + 1, f"{len(file.lines)} lines, where {LONGEST_FILE} is the most: divide it"
            )


def functions_are_short(tree):
    """A function that fits on a screen can be read at once."""
    for file in tree.swift:
        for name, start, lines in _functions(file.swift):
            if lines > LONGEST_FUNCTION:
                yield file.says(start, f"{name} has {lines} lines, where {LONGEST_FUNCTION} is the most: divide it")


def _functions(source):
    """Each function with a body: its name, where it starts, and the lines between its braces."""
    for found in FUNCTION.finditer(source.code):
        opening = _body(source.code, found.end())
        if opening is not None:
            closing = _closing(source.code, opening)
            lines = source.line(closing) - source.line(opening) - 1
            yield found["name"] or "init", found.start(), lines


def _body(code, position):
    """Where a declaration's body opens; nothing for a requirement of a protocol, or a call of an initialiser."""
    depth = 0
    for mark in re.compile(r"[()\[\]{}\n;]").finditer(code, position):
        token = mark.group()
        if token in "([":
            depth += 1
        elif token in ")]":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0:
            if token == "{":
                return mark.start()
            continues = re.compile(r"\s*(->|\{|where\b|async\b|throws\b|rethrows\b|\()").match(code, mark.end())
            if token in "};" or not continues:
                return None
    return None


def _closing(code, opening):
    depth = 0
    for mark in re.compile(r"[{}]").finditer(code, opening):
        depth += 1 if mark.group() == "{" else -1
        if depth == 0:
            return mark.start()
    return len(code)
