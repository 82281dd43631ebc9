# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws pages of a PDF that somebody gave anew, as a PDF that has all its fonts in it.

Poppler draws them, in a process of its own that can open no socket and write no file, as the one that starts it.
"""

import os
import subprocess

from refusal import Refusal

DRAWER = "/usr/bin/pdftocairo"
# So many seconds of its own it may take at the most: it does not end by itself with the process that started it.
LIMITED = ["/usr/bin/prlimit", "--cpu=110", DRAWER]


def drawn(pdf, numbers):
    """A PDF of pages that follow one another, which are counted from 0."""
    asked = [*LIMITED, "-pdf", "-origpagesizes", "-f", str(numbers[0] + 1), "-l", str(numbers[-1] + 1), "-", "-"]
    if not os.access(DRAWER, os.X_OK):
        raise Refusal("‘pdftocairo’ is not installed; it comes with poppler-utils")
    made = subprocess.run(asked, input=pdf, capture_output=True, env={}, check=False)
    if made.returncode != 0 or not made.stdout:
        said = made.stderr.decode(errors="replace").strip().splitlines()
        raise Refusal(f"page {numbers[0] + 1} could not be drawn: {said[-1] if said else 'no reason given'}")
    return made.stdout
