# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page of a PDF shows, and how it lies."""

import re

from lettering import Unfit
from pypdf.generic import ArrayObject, DictionaryObject

# Beyond that a page is not one that people print, and sums about it end in nothing.
SIDES = (3, 20_000)
_HIDDEN, _PRINTED = 2, 4
_MODE = re.compile(rb"(?<!\S)(\d)\s+Tr(?![A-Za-z])")
_SHOWING = re.compile(rb"T[jJ](?![A-Za-z])")


def content(page):
    content = page.get("/Contents")
    content = content.get_object() if content is not None else ArrayObject()
    streams = content if isinstance(content, ArrayObject) else [content]
    return b"\n".join(stream.get_object().get_data() for stream in streams)


def hides_its_text(content):
    """Whether all its text is there to be found and not to be seen, as over the picture of a page that was read by a machine."""
    modes = list(_MODE.finditer(content))
    first = _SHOWING.search(content)
    return bool(modes and first) and modes[0].start() < first.start() and all(mode[1] == b"3" for mode in modes)


def shows_annotations(page):
    """Whether anything of them is printed besides links: the answers in a form, a stamp."""
    for annotation in page.get("/Annots", ArrayObject()).get_object() or ():
        one = annotation.get_object()
        if isinstance(one, DictionaryObject) and one.get("/Subtype") not in ("/Link", "/Popup") and "/AP" in one:
            if int(one.get("/F", 0)) & (_HIDDEN | _PRINTED) == _PRINTED:
                return True
    return False


def shows_all_layers(reader):
    layers = reader.trailer["/Root"].get_object().get("/OCProperties")
    if layers is None:
        return True
    shown = layers.get_object().get("/D", DictionaryObject()).get_object()
    return shown.get("/BaseState", "/ON") == "/ON" and not shown.get("/OFF") and not shown.get("/AS")


def placed(page):
    """What lays the page into a square of one by one as it is seen, its box, and its sides."""
    media, crop = page.mediabox, page.cropbox
    left, right = max(media.left, crop.left), min(media.right, crop.right)
    bottom, top = max(media.bottom, crop.bottom), min(media.top, crop.top)
    box = [float(side) for side in (left, bottom, right, top)]
    left, bottom, right, top = box
    across, up = right - left, top - bottom
    if not all(SIDES[0] <= side <= SIDES[1] for side in (across, up)):
        raise Unfit("it has no usual size")
    turned = int(page.get("/Rotate", 0)) % 360
    matrix = {
        90: (0, -1 / across, 1 / up, 0, -bottom / up, right / across),
        180: (-1 / across, 0, 0, -1 / up, right / across, top / up),
        270: (0, 1 / across, -1 / up, 0, top / up, -left / across),
    }.get(turned, (1 / across, 0, 0, 1 / up, -left / across, -bottom / up))
    return matrix, box, *((up, across) if turned in (90, 270) else (across, up))
