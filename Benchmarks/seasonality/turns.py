"""Ours and the peers, in turns on the same series, and what they took."""

import json
import subprocess
import time
from array import array
from dataclasses import dataclass
from pathlib import Path

import machine
import processes

HERE = Path(__file__).resolve().parent
OURS = "Frankpledge"


@dataclass(frozen=True)
class Engine:
    name: str
    processes: int
    command: list
    # Peers that answer another question are timed for information, and not held to the answer.
    is_same_question: bool = True

    @property
    def title(self):
        return f"{self.name}, {self.processes} at once" if self.processes > 1 else self.name


@dataclass(frozen=True)
class Turn:
    seconds: float
    # Seconds of processor of the whole process, its start too.
    processor: float
    # The share of the machine that others used.
    others: float


def measure(engines, series, folder, rounds, tolerance):
    """A turn of each engine in each round, forwards and backwards; the first round is not counted."""
    turns = {engine.title: [] for engine in engines}
    answer = None
    for number in range(rounds + 1):
        for engine in engines if number % 2 else reversed(engines):
            results = folder / "results"
            turn = one([*map(str, engine.command), str(series), str(results), str(engine.processes)])
            found = array("d", results.read_bytes())
            if engine.is_same_question:
                if answer is None:
                    answer = (engine.title, found)
                agree(*answer, engine.title, found, tolerance)
            if number:
                turns[engine.title].append(turn)
                print(f"{engine.title}: {turn.seconds:.4f} s", flush=True)
    return turns


def command(engine, method):
    """How R is asked for a method."""
    return [engine, "--vanilla", HERE / "peer.R", method]


def one(words):
    everybody, children, began = machine.busy_seconds(), processes.used_by_children(), time.monotonic()
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}\n{' '.join(words)} failed")
    spent = time.monotonic() - began
    own = processes.used_by_children() - children
    return Turn(
        seconds=json.loads(done.stdout)["seconds"],
        processor=own,
        others=max(0, (machine.busy_seconds() - everybody - own) / spent / machine.CORES),
    )


def agree(one, left, other, right, tolerance):
    """Both engines must give the same numbers, and be at a loss for the same."""
    if len(left) != len(right):
        raise SystemExit(f"{one} gives {len(left):,} numbers and {other} {len(right):,}.")
    for place, (a, b) in enumerate(zip(left, right)):
        lost = (a != a, b != b)
        if lost == (True, True):
            continue
        if any(lost) or abs(a - b) > tolerance * max(1, abs(a), abs(b)):
            raise SystemExit(f"Number {place:,} is {a!r} by {one} and {b!r} by {other}.")
