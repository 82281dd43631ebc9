"""A real mail server for the program to send to."""

import json
import subprocess
import sys
from pathlib import Path

from program import PROJECT

POST_OFFICE = Path(PROJECT, "Tests", "NoticesTests", "post_office.py")


class PostOffice:
    """A mail server that tells what it takes."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, POST_OFFICE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.address = f"smtp://127.0.0.1:{int(self._process.stdout.readline())}"

    def next_letter(self):
        """Waits for it: the test's own time limit ends a wait for one that never comes."""
        return json.loads(self._process.stdout.readline())

    def close(self):
        """Closes it, and answers the letters that came since."""
        rest, _ = self._process.communicate("")
        return [json.loads(line) for line in rest.splitlines()]
