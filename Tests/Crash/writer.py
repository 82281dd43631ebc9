"""The program that is killed: `CrashWriter`, which opens the records for real and does the orders it is sent."""

import json
import os
import select
import subprocess
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("FRANKPLEDGE_CRASH_WRITER", PROJECT / ".build" / "debug" / "CrashWriter"))
# Longer than anything takes on a busy machine: it ends a run that hangs, and decides nothing else.
PATIENCE = 120


class Ended(Exception):
    """The writer ended, or broke off, before it had said what was waited for."""


class Writer:
    """One life of the program, from its start to its end."""

    def __init__(self, data, *options, environment=None, before=()):
        """
        :param before: a command that starts it, such as `strace …`.
        """
        self._process = subprocess.Popen(
            [*before, str(PROGRAM), "--data", str(data), *map(str, options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | (environment or {}),
        )
        self._heard = b""
        self.faults = {}

    def hear(self, patience):
        """Waits until it says something, or until patience ends, in seconds."""
        select.select([self._process.stdout], [], [], patience)

    def found(self):
        """What it found in the records when it had opened them.

        :raises Ended: if it ended first.
        """
        found = None
        while (line := self._line()) != "ready":
            word, _, rest = line.partition(" ")
            if word != "found":
                raise Ended(line)
            found = json.loads(rest)
        return found

    def send(self, orders):
        text = "".join(f"{order}\n" for order in orders).encode()
        try:
            while text:
                text = text[os.write(self._process.stdin.fileno(), text) :]
        except BrokenPipeError as end:
            raise Ended("it no longer listens") from end

    def answers(self, count, patience=PATIENCE):
        """The names of the orders it has done, of the next `count` that it answers; fewer when it ends.

        What could not be done is added to `faults`, with the reason.

        :param patience: seconds after which no more answers are waited for.
        """
        done, deadline = [], time.monotonic() + patience
        try:
            while count > 0 and (left := deadline - time.monotonic()) > 0:
                line = self._line(left)
                if line is None:
                    break
                word, name, *reason = [*line.split(" ", 2), ""]
                if word == "ack":
                    done.append(name)
                elif word == "fault":
                    self.faults[name] = reason[0]
                elif word == "failed":
                    self.faults["opening"] = line
                count -= word in ("ack", "fault")
        except Ended:
            pass
        return done

    def remaining_answers(self):
        """What it still said before it ended."""
        return self.answers(1 << 30)

    def kill(self):
        self._process.kill()

    def finish(self):
        """Sends no more, and waits for its end: the exit code."""
        if not self._process.stdin.closed:
            try:
                self._process.stdin.close()
            except BrokenPipeError:
                pass
        return self.wait()

    def wait(self):
        code = self._process.wait(timeout=PATIENCE)
        self._process.stdout.close()
        if not self._process.stdin.closed:
            self._process.stdin.close()
        return code

    def _line(self, patience=PATIENCE):
        """Its next line; nothing if it says none in time.

        :raises Ended: when it has ended and there is no more.
        """
        output, deadline = self._process.stdout.fileno(), time.monotonic() + patience
        while b"\n" not in self._heard:
            ready, _, _ = select.select([output], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return None
            more = os.read(output, 1 << 20)
            if not more:
                raise Ended("it ended")
            self._heard += more
        line, self._heard = self._heard.split(b"\n", 1)
        return line.decode()
