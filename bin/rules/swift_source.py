"""Reads a Swift file just far enough to tell code, comments and string literals apart."""

import re
from bisect import bisect_right
from dataclasses import dataclass

# What can end a stretch of plain code: a comment, a string, a regular expression or a bracket.
CODE_ENDS = re.compile(
    r'//|/\*|(?P<hashes>#*)(?P<quote>"""|")|(?P<pounds>#+)/|(?<=[=(,:] )/(?=[^\s/*])|(?<=\()/(?=[^\s/*])|[()]'
)
SHORT_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\\\n\[])+/")


@dataclass(frozen=True)
class Literal:
    """A string literal: where its text starts in the file, and the text, with `?` and blanks for interpolations."""

    offset: int
    text: str


class SwiftSource:
    """A file's text, and two views of it of the same length: its code alone, and its string literals."""

    def __init__(self, text):
        self.text = text
        self.literals = []
        self._hidden = []
        self._line_starts = [0] + [newline.end() for newline in re.finditer("\n", text)]
        self._scan_code(0, nested=False)
        self.code = _blanked(text, self._hidden)

    def line(self, offset):
        """The line, from 1, on which an offset lies."""
        return bisect_right(self._line_starts, offset)

    def _scan_code(self, position, nested):
        """Walks over code. Inside an interpolation it stops at, and answers, the bracket that closes it."""
        depth = 0
        while end := CODE_ENDS.search(self.text, position):
            token = end.group()
            if token == "(":
                depth += 1
                position = end.end()
            elif token == ")":
                if nested and depth == 0:
                    return end.start()
                depth -= 1
                position = end.end()
            elif end["quote"]:
                position = self._scan_string(end)
            else:
                position = self._end_of_hidden(end)
                self._hidden.append((end.start(), position))
        return len(self.text)

    def _end_of_hidden(self, start):
        """Where a comment or a regular expression ends."""
        token = start.group()
        if token == "//":
            return _after(self.text, "\n", start.end(), keep=True)
        if token == "/*":
            return _end_of_block_comment(self.text, start.end())
        if start["pounds"]:
            return _after(self.text, "/" + start["pounds"], start.end())
        short = SHORT_REGEX.match(self.text, start.start())
        return short.end() if short else start.end()

    def _scan_string(self, opening):
        """Keeps a literal's text, follows its interpolations, and answers where the literal ends."""
        hashes, quote = opening["hashes"], opening["quote"]
        escape = "\\" + hashes
        stops = re.compile(
            "|".join([re.escape(quote + hashes), re.escape(escape) + r"[\s\S]"] + ["\n"] * (quote == '"'))
        )
        start = position = opening.end()
        interpolations = []
        while stop := stops.search(self.text, position):
            if not stop.group().startswith(escape):
                break
            position = stop.end()
            if stop.group().endswith("("):
                closing = self._scan_code(position, nested=True)
                interpolations.append((stop.start(), closing + 1))
                position = closing + 1
        end = stop.start() if stop else len(self.text)
        self._keep(start, end, interpolations)
        return end + len(quote + hashes)

    def _keep(self, start, end, interpolations):
        text, position = [], start
        for opening, closing in interpolations:
            self._hidden.append((position, opening))
            text += [self.text[position:opening], "?" + _blank(self.text[opening + 1 : closing])]
            position = closing
        self._hidden.append((position, end))
        self.literals.append(Literal(start, "".join(text) + self.text[position:end]))


def _after(text, mark, position, keep=False):
    found = text.find(mark, position)
    return len(text) if found < 0 else found + (0 if keep else len(mark))


def _end_of_block_comment(text, position):
    depth = 1
    for mark in re.compile(r"/\*|\*/").finditer(text, position):
        depth += 1 if mark.group() == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(text)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _blanked(text, spans):
    pieces, position = [], 0
    for start, end in sorted(spans):
        pieces += [text[position:start], _blank(text[start:end])]
        position = max(position, end)
    return "".join(pieces) + text[position:]
