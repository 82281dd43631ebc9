# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws pages of a PDF that somebody gave anew, as a PDF that has all its fonts in it.

Poppler draws them, in a process of its own that can open no socket and write no file, as the one that starts it.
"""

import subprocess

from refusal import Refusal

DRAWER = "/usr/bin/pdftocairo"


def drawn(pdf, numbers):
    """A PDF of pages that follow one another, which are counted from 0."""
    asked = [DRAWER, "-pdf", "-origpagesizes", "-f", str(numbers[0] + 1), "-l", str(numbers[-1] + 1), "-", "-"]
    try:
        made = subprocess.run(asked, input=pdf, capture_output=True, env={}, check=False)
    except FileNotFoundError as missing:
        raise Refusal("‘pdftocairo’ is not installed; it comes with poppler-utils") from missing
    if made.returncode != 0 or not made.stdout:
        said = made.stderr.decode(errors="replace").strip().splitlines()
        raise Refusal(f"page {numbers[0] + 1} could not be drawn: {said[-1] if said else 'no reason given'}")
    return made.stdout
