# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes a picture of each page of a PDF that somebody gave: PDF/UA takes no other PDF into itself, but it takes drawings.

Poppler draws them, in a process of its own that can open no socket and write no file, as the one that starts it.
"""

import subprocess

DRAWER = "/usr/bin/pdftocairo"


class CannotDraw(Exception):
    """Why a page could not be drawn, for a person to read."""


def of(pdf, pages):
    """A drawing (SVG) of each page, in order."""
    return [_page(pdf, number) for number in range(1, pages + 1)]


def _page(pdf, number):
    asked = [DRAWER, "-svg", "-f", str(number), "-l", str(number), "-", "-"]
    try:
        drawn = subprocess.run(asked, input=pdf, capture_output=True, env={}, check=False)
    except FileNotFoundError as missing:
        raise CannotDraw("‘pdftocairo’ is not installed; it comes with poppler-utils") from missing
    if drawn.returncode != 0 or not drawn.stdout:
        said = drawn.stderr.decode(errors="replace").strip().splitlines()
        raise CannotDraw(f"page {number} could not be drawn: {said[-1] if said else 'no reason given'}")
    return drawn.stdout.decode()
