# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds the words on a PDF's pages that nobody sees who reads it: in white, under a black box, written to be invisible, or beside
the page. They can be copied out and are found by search, and councils have told names in that way.

It does not ask how they were hidden. It draws each page (PDFium), and looks whether anything is to be seen where a word stands: a
word read from a scan lies invisible over its picture and is seen, one under a box is not.

PDFium is no Python, and a file may be made to break it. So this is a program of its own, which reads a PDF and answers with JSON:
it has the limits of the worker that starts it, ends with it, and nothing of another paper is within its reach.
"""

import ctypes
import json
import signal
import sys

# Pixels for each point, and how many a page has at most along a side.
SCALE = 1.5
LONGEST = 3_000
# Shorter ones tell nothing, and a stroke alone is one shade.
FEWEST_LETTERS = 3
# Of 255 shades; a pale watermark has more.
FAINTEST = 8
MARGIN = 1.0
CENTIMETRE = 72 / 2.54


def on(pdf):
    """The pages that have such words, by their place from 0: how many, and how far from the top of the page the first is, in
    centimetres."""
    import pypdfium2

    found = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for place in range(len(document)):
            page = document[place]
            hidden = of(page)
            if hidden:
                top = page.get_cropbox()[3]
                found[place] = (len(hidden), max(0, round((top - max(box[3] for box in hidden)) / CENTIMETRE)))
            page.close()
    finally:
        document.close()
    return found


def of(page):
    """The boxes of a page's words that are not to be seen."""
    texts = page.get_textpage()
    try:
        boxes = list(words(texts))
    finally:
        texts.close()
    if not boxes:
        return []
    picture = Picture(page)
    return [box for box in boxes if not picture.shows(box)]


def words(texts):
    """The boxes of the words: left, bottom, right, top, in points."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    word = None
    letters = 0
    for index in range(pdfium.FPDFText_CountChars(texts)):
        code = pdfium.FPDFText_GetUnicode(texts, index)
        box = None
        if code < 0x110000 and chr(code).isalnum() and pdfium.FPDFText_GetCharBox(texts, index, *edges):
            box = (left.value, bottom.value, right.value, top.value)
        if word and (box is None or is_apart(word, box)):
            if letters >= FEWEST_LETTERS:
                yield word
            word, letters = None, 0
        if box:
            word = box if word is None else (
                min(word[0], box[0]), min(word[1], box[1]), max(word[2], box[2]), max(word[3], box[3]))
            letters += 1
    if word and letters >= FEWEST_LETTERS:
        yield word


def is_apart(word, box):
    """Whether a letter is on another line than those before it."""
    return box[1] > word[3] or box[3] < word[1]


class Picture:
    """A page as it is seen, in shades of grey."""

    def __init__(self, page):
        # Turned back, so that words stand where the page says.
        turned = (360 - page.get_rotation()) % 360
        self.left, bottom, right, self.top = page.get_cropbox()
        self.scale = min(SCALE, LONGEST / max(right - self.left, self.top - bottom, 1))
        bitmap = page.render(scale=self.scale, rotation=turned, grayscale=True)
        self.width, self.height, self.stride = bitmap.width, bitmap.height, bitmap.stride
        self.shades = bytes(bitmap.buffer)
        bitmap.close()

    def shows(self, box):
        left, bottom, right, top = box
        begin = max(0, int((left - self.left - MARGIN) * self.scale))
        end = min(self.width, int((right - self.left + MARGIN) * self.scale) + 1)
        rows = range(
            max(0, int((self.top - top - MARGIN) * self.scale)),
            min(self.height, int((self.top - bottom + MARGIN) * self.scale) + 1))
        if begin >= end or not rows:
            return False
        lines = [self.shades[row * self.stride + begin:row * self.stride + end] for row in rows]
        return max(map(max, lines)) - min(map(min, lines)) >= FAINTEST


def main():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    json.dump(on(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
