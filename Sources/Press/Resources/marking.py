# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes the marks of structure out of what a page draws. They lead into the structure of the file it came from, which a paper
that shows the page does not have; there the page is one figure, with what it shows said in words."""

import re

_EDGE = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
_SPACE = rb"[\x00\t\n\x0c\r ]"
_NAME = rb"/[^" + _EDGE + rb"]*"
_PLAIN_STRING = rb"\([^()\\]*(?:\\[\s\S][^()\\]*)*\)"
_STRING = _PLAIN_STRING
for _ in range(3):  # Brackets within a text need no stroke before them where they are in pairs.
    _STRING = rb"\([^()\\]*(?:(?:\\[\s\S]|" + _STRING + rb")[^()\\]*)*\)"
_PROPERTIES = rb"<<(?:[^()<>]|" + _STRING + rb"|<[^<>]*>|<<(?:[^()<>]|" + _STRING + rb"|<[^<>]*>)*>>)*>>"


def _alone(orders):
    """One of them as an order by itself: not in the name of something, which begins with a stroke."""
    return rb"(?<![^\x00\t\n\x0c\r )>\]}])(?:" + orders + rb")(?![^" + _EDGE + rb"])"


_FOUND = re.compile(
    rb"(?P<string>" + _PLAIN_STRING + rb")|(?P<nested>\()|(?P<comment>%[^\r\n]*)|(?P<picture>" + _alone(b"BI") + rb")"
    rb"|(?P<mark>" + _NAME + _SPACE + rb"*(?:(?:" + _NAME + rb"|" + _PROPERTIES + rb")" + _SPACE + rb"*(?:BDC|DP)"
    rb"|(?:BMC|MP))(?![^" + _EDGE + rb"])|" + _alone(b"EMC") + rb")|(?P<unknown>" + _alone(b"BDC|BMC|MP|DP") + rb")")
_ANY = re.compile(rb"BDC|BMC|EMC|MP|DP")
_DATA = re.compile(rb"(?<=[" + _EDGE + rb"])ID" + _SPACE)
_END = re.compile(_SPACE + rb"EI(?![^" + _EDGE + rb"])")
_PLAIN = re.compile(rb"[\x00\t\n\x0c\r -~]*")
# So much after what looks like the end of a picture has to look like orders, for it to be the end.
_LOOKED_AT = 24


class Unreadable(Exception):
    """What a page draws is not put as it should be."""


def without_marks(content):
    """The same drawing without them.

    Raises Unreadable where they cannot be told from what is drawn.
    """
    if not _ANY.search(content):
        return content
    kept, start, place = [], 0, 0
    while found := _FOUND.search(content, place):
        place = found.end()
        if found["nested"]:
            place = _after_string(content, found.start())
        elif found["picture"]:
            place = _after_picture(content, place)
        elif found["unknown"]:
            raise Unreadable("its marks of structure cannot be read")
        elif found["mark"]:
            kept += [content[start : found.start()], b"\n"]
            start = place
    kept.append(content[start:])
    return b"".join(kept)


def _after_string(content, place):
    depth = 0
    for found in re.compile(rb"\\[\s\S]|[()]").finditer(content, place):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise Unreadable("a text in it has no end")


def _after_picture(content, place):
    data = _DATA.search(content, place)
    for found in _END.finditer(content, data.end() if data else len(content)):
        following = content[found.end() : found.end() + _LOOKED_AT]
        if _PLAIN.fullmatch(following):
            return found.end()
    raise Unreadable("a picture in it has no end")
