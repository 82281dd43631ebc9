"""Programs that find hot spots in one map, ours and the peers, and what each of their finds took."""

import json
import math
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
import processes

PEER = Path(__file__).resolve().parent / "peer.py"
OURS = "Frankpledge"
STATISTICS = {"gi": "Gi*", "moran": "local Moran"}


class Finder:
    """A program that waits for orders, a line each."""

    def __init__(self, name, command, method=""):
        self.name, self.method = name, method
        self.process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def told(self, *words):
        self.process.stdin.write(" ".join(map(str, words)).strip() + "\n")
        answer = self.process.stdout.readline()
        if not answer.startswith("{"):
            raise SystemExit(f"{self.name} does not answer: {answer}{self.process.stdout.read()}")
        return json.loads(answer)

    def find(self, statistic, permutations, seed):
        return self.told(statistic, permutations, seed, self.method)

    def found(self, file):
        """Of each area what was found last: the statistic, and the probability of the permutations."""
        self.told("write", file)
        return [tuple(map(float, line.split())) for line in file.read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True)
class Measured:
    # Of each turn, by the clock and of processors.
    seconds: list
    processor: list
    # The share of the machine that others used, at each turn.
    others: list


def all_finders(ours, python, folder):
    return [
        Finder(OURS, [ours, folder / "values", folder / "neighbours"]),
        Finder("GeoDa, lookup", [python, "-B", PEER, "geoda", folder], "lookup"),
        Finder("GeoDa, complete", [python, "-B", PEER, "geoda", folder], "complete"),
        Finder("PySAL", [python, "-B", PEER, "esda", folder]),
    ]


def measure(finders, statistic, permutations, rounds):
    """All of them in turns: A B C D, D C B A, A B C D …"""
    found = {finder.name: Measured([], [], []) for finder in finders}
    for turn in range(rounds + 1):
        for finder in finders if turn % 2 else reversed(finders):
            everybody, own, began = machine.busy_seconds(), used(finder), time.monotonic()
            took = finder.find(statistic, permutations, 1 + turn)
            # In the first turn PySAL compiles itself, and the others warm up too.
            if turn:
                spent = time.monotonic() - began
                others = (machine.busy_seconds() - everybody - (used(finder) - own)) / spent / machine.CORES
                found[finder.name].seconds.append(took["seconds"])
                found[finder.name].processor.append(took["processor"])
                # The system counts in hundredths of a second: less than a few of them say nothing.
                if spent > 0.1:
                    found[finder.name].others.append(max(0, others))
                print(f"{STATISTICS[statistic]}, {finder.name}: {took['seconds']:.4f} seconds", flush=True)
    return found


def used(finder):
    return processes.processor_seconds([finder.process.pid])


def agree(finders, statistic, permutations, folder):
    """Holds what each finds against what ours does; answers how many areas each has at p ≤ 0.05, and the widest gaps."""
    for finder in finders:
        finder.find(statistic, permutations, 4711)
    found = {finder.name: finder.found(folder / "found") for finder in finders}
    ours, values = found[OURS], found["PySAL"]
    largest = max(abs(value) for value, _ in ours)
    apart = max(abs(value - theirs) for (value, _), (theirs, _) in zip(ours, values, strict=True)) / largest
    if apart > 1e-9:
        raise SystemExit(f"{STATISTICS[statistic]}: ours and PySAL’s values differ by {apart:.1e} of the largest.")
    for name, many in found.items():
        worst = max(deviation(one, other, permutations) for (_, one), (_, other) in zip(ours, many, strict=True))
        if worst > 6:
            raise SystemExit(f"{STATISTICS[statistic]}: a probability of {name} lies {worst:.1f} standard errors from ours.")
    return {name: sum(p <= 0.05 for _, p in many) for name, many in found.items()}


def deviation(one, other, permutations):
    """How many standard errors two probabilities lie apart, a count either way left for their being whole numbers."""
    middle = (one + other) / 2
    error = math.sqrt(2 * middle * (1 - middle) / permutations)
    return max(0, abs(one - other) - 1 / (permutations + 1)) / error
