"""The program as it is installed, `frankpledge serve`, and somebody who uses it."""

import os
import re
import select
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from writer import PATIENCE, PROJECT, Ended

PROGRAM = Path(os.environ.get("FRANKPLEDGE_PROGRAM", PROJECT / ".build" / "debug" / "frankpledge"))


class Site:
    def __init__(self, data, environment=None, before=()):
        self._process = subprocess.Popen(
            [*before, str(PROGRAM), "serve", "--data", str(data), "--port", "0", "--log-level", "error"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | (environment or {}),
        )
        self._cookies = CookieJar()
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))
        self.sign_in = self._told(rb"(http://\S+/sign-in\S*)\n")
        self.address = self.sign_in.split("/sign-in")[0]

    def get(self, path):
        """The status and the page of an address of the site."""
        return self._answer(urllib.parse.urljoin(self.address, path), None)

    def submit_first_form(self, path):
        """Sends the first form of a page as it is, as a reader does who presses its button."""
        _, page = self.get(path)
        form = re.search(r'<form method="post" action="([^"]+)".*?</form>', page, re.DOTALL)
        fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
        return self._answer(urllib.parse.urljoin(self.address, form[1]), urllib.parse.urlencode(fields).encode())

    def wait(self):
        """Its exit code, when it has ended, and what it complained of."""
        _, complaints = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, complaints.decode()

    def stop(self):
        self._process.terminate()
        return self.wait()[0]

    def kill(self):
        self._process.kill()
        self.wait()

    def _answer(self, address, body):
        request = urllib.request.Request(address, data=body, headers={"Origin": self.address})
        try:
            with self._browser.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()

    def _told(self, pattern):
        """What it prints at start."""
        output, heard, deadline = self._process.stdout.fileno(), b"", time.monotonic() + PATIENCE
        while not (found := re.search(pattern, heard)):
            ready, _, _ = select.select([output], [], [], max(0, deadline - time.monotonic()))
            more = os.read(output, 1 << 16) if ready else b""
            if not more:
                self._process.kill()
                raise Ended(self.wait()[1])
            heard += more
        return found[1].decode()
