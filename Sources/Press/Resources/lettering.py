# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the letters of a page can be taken into a paper that is PDF/UA (ISO 14289-1, 7.21): every font that is shown lies in the
file, and what each of its letters stands for is said."""

from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import DictionaryObject, NameObject

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_KNOWN_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
_SYMBOLIC = 4


class Unfit(Exception):
    """Why a page cannot be taken as it is."""


def look_at(font):
    """Raises Unfit where a font would not pass."""
    kind = font.get("/Subtype")
    name = str(font.get("/BaseFont", "a font"))[1:] or "a font"
    if kind == "/Type0":
        _composite(font, name)
    elif kind == "/Type3":
        if not _names_its_letters(font):
            raise Unfit(f"{name} does not say what its letters stand for")
    else:
        _simple(font, kind, name)


def _embedded(holder, name):
    descriptor = holder.get("/FontDescriptor")
    descriptor = descriptor.get_object() if descriptor is not None else {}
    if not any(program in descriptor for program in _PROGRAMS):
        raise Unfit(f"{name} is not in the file")
    return descriptor


def _composite(font, name):
    descendants = font["/DescendantFonts"].get_object()
    descendant = descendants[0].get_object()
    _embedded(descendant, name)
    if "/ToUnicode" not in font:
        raise Unfit(f"{name} does not say what its letters stand for")
    if descendant.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in descendant:
        descendant[NameObject("/CIDToGIDMap")] = NameObject("/Identity")  # What it means where nothing is said.


def _names_its_letters(font):
    """Whether it says what they stand for, if only by calling them as everybody does."""
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if encoding is not None else None
    if "/ToUnicode" in font or not isinstance(encoding, DictionaryObject):
        return "/ToUnicode" in font
    names = [one for one in encoding.get("/Differences", ()) if isinstance(one, NameObject)]
    return bool(names) and all(name in adobe_glyphs for name in names if name != "/.notdef")


def _simple(font, kind, name):
    descriptor = _embedded(font, name)
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if encoding is not None else None
    base = encoding.get("/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    if base not in _KNOWN_ENCODINGS and not (_names_its_letters(font) if kind != "/TrueType" else "/ToUnicode" in font):
        raise Unfit(f"{name} does not say what its letters stand for")
    if kind == "/TrueType":
        is_symbolic = int(descriptor.get("/Flags", 0)) & _SYMBOLIC != 0
        if is_symbolic and encoding is not None:
            raise Unfit(f"{name} says two things of its letters")
        if not is_symbolic and base not in _KNOWN_ENCODINGS[:2]:
            raise Unfit(f"{name} does not say which letters it has")
