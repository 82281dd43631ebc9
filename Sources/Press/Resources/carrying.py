# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readies the pages of a PDF that somebody gave, so that papers can show them as they are: sharp, with their text, and small.

Each page becomes a form (a Form XObject) that fills a square of one by one, with what it needs: fonts and pictures go with the file
once. What belongs to the file and not to what is seen stays behind: its structure, annotations, properties, scripts, layers. A page
that cannot be taken so, since its fonts are not in it for example, is first drawn anew by Poppler.

What is made is `Carried`: objects of a PDF whose references are counted from 0, to be put after those of any paper (`binding`).
"""

import hashlib
import io
import json
import struct
import zlib

import lettering
import marking
import paging
import picturing
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from refusal import Refusal

MARK_BYTES = 9
# Nothing of these is seen; some lead out of the page.
_LEFT_IN_STREAMS = {
    "/AF", "/Alternates", "/LastModified", "/Measure", "/Metadata", "/OC", "/OPI", "/PieceInfo", "/PtData", "/Ref", "/StructParent",
    "/StructParents",
}
_LEFT_IN_DESCRIPTORS = {"/CharSet", "/CIDSet"}  # Often wrong, and never needed.
_PAGES = ("/Page", "/Pages", "/Catalog")


def of(pdf):
    """The pages of a PDF that was looked into, ready to be shown: packed, as Press keeps them."""
    carried = Carried(pdf)
    reader = PdfReader(io.BytesIO(pdf), strict=False)
    source, drawn = Source(reader, carried), []
    for number, page in enumerate(reader.pages):
        try:
            if not source.is_plain:
                raise lettering.Unfit("it has layers")
            carried.page(source, page)
        except MemoryError:
            raise
        except Exception:  # Whatever is strange about a page, drawing it anew is the answer.
            carried.pages.append(None)
            drawn.append(number)
    for numbers in _runs(drawn):
        anew = PdfReader(io.BytesIO(picturing.drawn(pdf, numbers)), strict=False)
        source = Source(anew, carried, is_trusted=True)
        for number, page in zip(numbers, anew.pages, strict=True):
            try:
                carried.page(source, page, at=number)
            except MemoryError:
                raise
            except Exception as fault:
                raise Refusal(f"page {number + 1} could not be drawn: {fault}") from fault
    return carried.packed(drawn)


def _runs(numbers):
    """The numbers in runs of those that follow one another."""
    runs = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


class Carried:
    """Objects of a PDF, each in pieces between which its references stand; and which of them are pages."""

    def __init__(self, pdf):
        self.mark = hashlib.sha256(pdf).digest()[:MARK_BYTES]
        self.objects = []  # [bytes, reference, bytes, …]
        self.pages = []  # (number of the object, width, height), as it is seen
        self.alike = {}

    def page(self, source, page, at=None):
        """Takes a page in, or nothing of it."""
        before = len(self.objects)
        try:
            made = source.form(page)
        except Exception:
            del self.objects[before:]
            for known in (source.known, self.alike):
                for key in [key for key, number in known.items() if number >= before]:
                    del known[key]
            raise
        if at is None:
            self.pages.append(made)
        else:
            self.pages[at] = made

    def take(self, make, known, key):
        """The number of an object, which it has before it is made: what it holds may lead back to it. Two that are the same and
        lead nowhere are one."""
        known[key] = number = len(self.objects)
        self.objects.append(None)
        pieces = make()
        if len(pieces) == 1:
            self.objects.pop()
            known[key] = self.once(pieces)
        else:
            self.objects[number] = pieces

    def once(self, pieces):
        key = hashlib.sha256(pieces[0]).digest()
        if key not in self.alike:
            self.objects.append(pieces)
            self.alike[key] = len(self.objects) - 1
        return self.alike[key]

    def packed(self, drawn):
        index = {
            "mark": list(self.mark),
            "sizes": [[round(width, 3), round(height, 3)] for _, width, height in self.pages],
            "forms": [number for number, _, _ in self.pages],
            "objects": [[piece if isinstance(piece, int) else len(piece) for piece in one] for one in self.objects],
            "drawn": [number + 1 for number in drawn],
        }
        text = json.dumps(index, separators=(",", ":")).encode()
        return b"".join(
            [struct.pack(">I", len(text)), text]
            + [piece for one in self.objects for piece in one if not isinstance(piece, int)])


class Source:
    """A file that pages are taken from."""

    def __init__(self, reader, carried, is_trusted=False):
        self.carried, self.is_trusted = carried, is_trusted
        self.known = {}  # number of the object there: its number here
        self.letters = set()  # numbers there of drawings that are letters
        self.is_plain = paging.shows_all_layers(reader)
        self.hides_its_text = False

    def form(self, page):
        """The page as a form: the number of its object, and its sides as they are seen."""
        if not self.is_trusted and paging.shows_annotations(page):
            raise lettering.Unfit("it shows annotations")
        matrix, box, width, height = paging.placed(page)
        content = paging.content(page)
        self.hides_its_text = paging.hides_its_text(content)
        holder = {
            "/Type": NameObject("/XObject"), "/Subtype": NameObject("/Form"),
            "/BBox": ArrayObject([FloatObject(side) for side in box]),
            "/Matrix": ArrayObject([FloatObject(f"{part:.9f}") for part in matrix]),
            "/Resources": page.get("/Resources", DictionaryObject()),
        }
        if page.get("/Group") is not None:
            # As a page is: alone, before what it is laid on.
            holder["/Group"] = DictionaryObject(page["/Group"] | {NameObject("/I"): BooleanObject(True)})
        pieces = Writing(self).drawing(holder, content)
        self.carried.objects.append(pieces)
        return len(self.carried.objects) - 1, width, height

    def number(self, reference, value):
        """The number here of an object there, which is taken in where it was not yet."""
        if reference.idnum not in self.known:
            self.carried.take(lambda: Writing(self).made(value, reference.idnum), self.known, reference.idnum)
        return self.known[reference.idnum]

    def look_at(self, fonts):
        for font in fonts.get_object().values():
            font = font.get_object()
            if not self.is_trusted and not self.hides_its_text:
                lettering.look_at(font)
            for letter in font.get("/CharProcs", DictionaryObject()).get_object().values():
                self.letters.add(getattr(letter, "idnum", None))


class Writing:
    """One object, as it stands in a file."""

    def __init__(self, source):
        self.source, self.pieces, self.text = source, [], bytearray()

    def made(self, value, number):
        if not isinstance(value, StreamObject):
            self.put(value)
        elif "/F" in value or "/FFilter" in value:
            raise lettering.Unfit("a part of it lies in another file")
        elif value.get("/Subtype") == "/Form" or "/PatternType" in value and "/BBox" in value or number in self.source.letters:
            return self.drawing(value, value.get_data())
        else:
            data = value._data
            self.stream(value, data if isinstance(data, bytes) else data.encode("latin-1"))
        return [*self.pieces, bytes(self.text)]

    def drawing(self, holder, content):
        """A stream of orders to draw, without the marks in it."""
        entries = {key: value for key, value in holder.items() if key not in ("/DecodeParms", "/DP")}
        entries["/Filter"] = NameObject("/FlateDecode")
        self.stream(entries, zlib.compress(marking.without_marks(content)))
        return [*self.pieces, bytes(self.text)]

    def stream(self, holder, data):
        entries = {key: value for key, value in holder.items() if key not in _LEFT_IN_STREAMS}
        self.dictionary(entries | {"/Length": NumberObject(len(data))})
        self.text += b"stream\n" + data + b"\nendstream"

    def put(self, value):
        if isinstance(value, IndirectObject):
            self.refer(value)
        elif isinstance(value, DictionaryObject):
            self.dictionary(value)
        elif isinstance(value, ArrayObject):
            self.text += b"["
            for one in value:
                self.put(one)
                self.text += b" "
            self.text += b"]"
        elif isinstance(value, TextStringObject):
            self.text += b"<" + value.original_bytes.hex().encode() + b">"
        elif isinstance(value, ByteStringObject):
            self.text += b"<" + bytes(value).hex().encode() + b">"
        else:
            written = io.BytesIO()
            value.write_to_stream(written)
            self.text += written.getvalue()

    def refer(self, reference):
        value = reference.get_object()
        if value is None:
            self.text += b"null"
            return
        self.pieces += [bytes(self.text), self.source.number(reference, value)]
        self.text = bytearray()

    def dictionary(self, entries):
        if entries.get("/Type") in _PAGES:
            raise lettering.Unfit("it leads to other pages")
        left = _LEFT_IN_DESCRIPTORS if entries.get("/Type") == "/FontDescriptor" else ()
        self.text += b"<<"
        for key, value in entries.items():
            if key in left:
                continue
            self.put(NameObject(key))
            self.text += b" "
            if key == "/Resources":
                self.resources(value.get_object())
            else:
                self.put(value)
        self.text += b">>"

    def resources(self, held):
        if "/Font" in held:
            self.source.look_at(held["/Font"])
        self.dictionary({name: one for name, one in held.items() if name not in ("/Properties", "/ProcSet")})
