"""Starts the program as an operator would, and reads what it says."""

import functools
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("FRANKPLEDGE_PROGRAM", PROJECT / ".build" / "debug" / "frankpledge")
SIGN_IN_ADDRESS = re.compile(r"as the (partnership’s officer|\w+),.*? at (https?://\S+/sign-in/[\w-]+)")

# Loading the example with a debug build takes a while on a busy machine.
PATIENCE = 180  # seconds


@contextmanager
def running(data, example="thanet-2016", **how):
    """A program that serves from a data folder until it is done with, and must then end well."""
    # What the example prints says where the site is: one that knows its address loads the example itself.
    if example and not how.get("tells_address") and not (Path(data) / "frankpledge.sqlite").exists():
        shutil.copytree(_loaded(example).name, data, dirs_exist_ok=True)
    program = Program(data, example, **how)
    yield program
    assert program.stop() == 0, f"The program did not end well. It said:\n{program.said}"


@functools.cache
def _loaded(example):
    """A folder that an example was loaded into, as an operator would. The next to ask for it begin with copies:
    loading takes a while, and they find what it finds, since an example that is there is not loaded again."""
    folder = tempfile.TemporaryDirectory(prefix=f"{example}-")
    program = Program(folder.name, example)
    assert program.stop() == 0, f"The program did not end well. It said:\n{program.said}"
    return folder


class Program:
    """A running `frankpledge serve` on a data folder and a port of its own.

    `example` is what to load first, None for nothing; `options` are more of the command line's. One that
    `tells_address` is told how people reach it, so that its letters lead there.
    """

    def __init__(self, data, example, options=(), tells_address=False):
        port = _free_port()
        self.address = f"http://127.0.0.1:{port}"
        if tells_address:
            options = [*options, "--address", self.address]
        self._said = []
        self._addresses = {}
        self._news = threading.Condition()
        command = [PROGRAM, "serve", "--data", data, "--port", str(port), *options]
        if example:
            command += ["--example", example]
        self._process = subprocess.Popen(
            command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._wait_until_it_answers()

    def take_sign_in_address(self, role="partnership’s officer"):
        """A one-time address that works now. Whoever takes it uses it; the program then prints the next."""
        with self._news:
            if not self._news.wait_for(lambda: self._addresses.get(role), timeout=PATIENCE):
                raise AssertionError(f"The program printed no sign-in address of the {role}. It said:\n{self.said}")
            return self._addresses[role].pop(0)

    def wait_until_said(self, pattern):
        """The last that fits a pattern in what it says, as soon as there is any."""
        with self._news:
            if not self._news.wait_for(lambda: re.search(pattern, self.said), timeout=PATIENCE):
                raise AssertionError(f"The program never said {pattern}. It said:\n{self.said}")
            return re.findall(pattern, self.said)[-1]

    @property
    def said(self):
        """Everything on its standard output and standard error so far."""
        return "".join(self._said)

    def stop(self):
        """Ends it as Ctrl-C does, and answers its exit code."""
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError(f"The program did not stop when asked. It said:\n{self.said}") from None
        finally:
            self._listener.join()

    def _listen(self):
        for line in self._process.stdout:
            with self._news:
                self._said.append(line)
                for role, address in SIGN_IN_ADDRESS.findall(line):
                    self._addresses.setdefault(role, []).append(address)
                self._news.notify_all()

    def _wait_until_it_answers(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self._answers():
                return
            try:
                code = self._process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
            self._listener.join()
            raise AssertionError(f"The program ended with exit code {code}. It said:\n{self.said}")
        self._process.kill()
        raise AssertionError(f"The program did not answer within {PATIENCE} seconds. It said:\n{self.said}")

    def _answers(self):
        try:
            with urllib.request.urlopen(self.address, timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
