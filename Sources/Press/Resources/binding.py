# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts pages that were readied (`carrying`) into a paper, in the place of the pictures that Typst set for them.

Such a picture is four pixels, whose twelve bytes say of which file it is a page (nine) and of which (three). Typst has tagged it as a
figure with what it shows in words; that stays as it is, as does everything else of the paper: its objects are copied byte by byte, and
only those pictures become something else.
"""

import json
import re
import struct
import zlib

_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_SIDES = re.compile(rb"/Width 4\b.*?/Height 1\b|/Height 1\b.*?/Width 4\b", re.DOTALL)
_ENTRY = 20  # bytes of one line of the table of objects
_LOOKED_AT = 400


class Pages:
    """The readied pages of one file."""

    def __init__(self, packed):
        (length,) = struct.unpack(">I", packed[:4])
        self.index = json.loads(packed[4 : 4 + length])
        self.place, self.packed = 4 + length, memoryview(packed)
        self.mark = bytes(self.index["mark"])

    def told(self):
        """What Typst has to know of them."""
        return json.dumps({"mark": self.index["mark"], "sizes": self.index["sizes"]}).encode()

    def objects(self, first, numbers):
        """Its objects, whose references are counted from `first`; each that is a page goes by its number in `numbers`."""
        place = self.place
        for own, pieces in enumerate(self.index["objects"]):
            made = []
            for at, piece in enumerate(pieces):
                if at % 2:
                    made.append(b"%d 0 R" % numbers.get(piece, first + piece))
                else:
                    made.append(self.packed[place : place + piece])
                    place += piece
            yield numbers.get(own, first + own), made


def bound(pdf, files):
    """The paper with the pages of `files` in it, each a `Pages`."""
    by_mark = {file.mark: file for file in files}
    table, trailer = _objects(pdf)
    shown = {}  # by the mark of a file: the number in the paper, by the number among the file’s objects
    replaced = set()
    for number, (start, end) in table.items():
        found = _mark(pdf, start, end)
        file = by_mark.get(found[:9]) if found else None
        if file is None:
            continue
        page = file.index["forms"][int.from_bytes(found[9:], "big")]
        shown.setdefault(file.mark, {})[page] = number
        replaced.add(number)
    if not shown:
        return pdf
    made = _Made(pdf[: min(start for start, _ in table.values())])
    for number, (start, end) in sorted(table.items()):
        if number not in replaced:
            made.add(number, [memoryview(pdf)[start:end]])
    following = max(table) + 1
    for mark, numbers in shown.items():
        file = by_mark[mark]
        for number, pieces in file.objects(following, numbers):
            made.add(number, [b"%d 0 obj\n" % number, *pieces, b"\nendobj\n"])
        following += len(file.index["objects"])
    return made.closed(trailer, following)


class _Made:
    def __init__(self, header):
        self.pieces, self.size, self.places = [header], len(header), {}

    def add(self, number, pieces):
        self.places[number] = self.size
        for piece in pieces:
            self.pieces.append(piece)
            self.size += len(piece)

    def closed(self, trailer, count):
        lines = [b"xref\n0 %d\n" % count]
        empty = [number for number in range(count) if number not in self.places]
        following = dict(zip(empty, [*empty[1:], 0]))
        for number in range(count):
            if number in self.places:
                lines.append(b"%010d 00000 n \n" % self.places[number])
            else:
                lines.append(b"%010d %05d f \n" % (following[number], 65535 if number == 0 else 0))
        trailer = re.sub(rb"/Size\s+\d+", b"/Size %d" % count, trailer, count=1)
        return b"".join([*self.pieces, *lines, b"trailer\n", trailer, b"\nstartxref\n%d\n%%%%EOF\n" % self.size])


def _objects(pdf):
    """Where each object of a paper of Typst’s stands, by its number; and the trailer."""
    place = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf[-64:])[1])
    head = re.compile(rb"xref\s+0 (\d+)\s*\n").match(pdf, place)
    starts, ends = {}, [place]
    for number in range(int(head[1])):
        line = pdf[head.end() + number * _ENTRY :][:_ENTRY]
        if line[17:18] == b"n":
            starts[number] = int(line[:10])
    ends = sorted([*starts.values(), place])
    following = dict(zip(ends, ends[1:]))
    trailer = re.compile(rb"trailer\s*(<<.*>>)\s*startxref", re.DOTALL).search(pdf, place)[1]
    return {number: (start, following[start]) for number, start in starts.items()}, trailer


def _mark(pdf, start, end):
    """The twelve bytes of a picture of four pixels; nothing of any other object."""
    head = pdf[start : min(end, start + _LOOKED_AT)]
    if not _PICTURE.search(head) or not _SIDES.search(head):
        return None
    data = pdf[start:end].partition(b"stream\n")[2]
    try:
        pixels = zlib.decompressobj().decompress(data, 64)
    except zlib.error:
        return None
    return pixels if len(pixels) == 12 else None
