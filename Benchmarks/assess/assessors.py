"""Ours, and the script in three ways of running it: what each makes of the same district, and what it took."""

import contextlib
import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
import processes
import street_inputs

PEER = Path(__file__).resolve().parent / "peer.py"
OURS = "Frankpledge"
MONTHS, BEFORE = ([f"{year}-{month:02d}" for month in range(1, 13)] for year in (2016, 2015))


@dataclass(frozen=True)
class Turn:
    seconds: float
    # Seconds of processor, by all threads.
    processor: float
    # Megabytes at the most.
    memory: float
    # The share of the machine that others used.
    others: float
    figures: dict


class Started:
    """A program that is started for each assessment and ends with it."""

    def __init__(self, name, words, told=None, environment=None):
        self.name, self.words, self.told = name, list(map(str, words)), told
        self.environment = os.environ | (environment or {})

    def run(self):
        everybody, began = machine.busy_seconds(), time.monotonic()
        child = subprocess.Popen(
            self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment
        )
        child.stdin.write(self.told or "")
        child.stdin.close()
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        spent = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{self.name} failed: {said}")
        own = usage.ru_utime + usage.ru_stime
        figures = json.loads(said)
        return Turn(
            spent, own, usage.ru_maxrss * 1024 / 1e6, others(everybody, own, spent), figures.get("figures", figures)
        )


class Kept:
    """The script as a process that stays, and has done it before."""

    def __init__(self, name, words):
        self.name = name
        self.process = subprocess.Popen(
            list(map(str, words)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        print(f"{name}: once before, which compiles numba’s part", flush=True)
        self.run()

    def run(self):
        everybody, before, began = machine.busy_seconds(), self.used(), time.monotonic()
        self.process.stdin.write("again\n")
        said = self.process.stdout.readline()
        if not said:
            raise SystemExit(f"{self.name} does not answer")
        spent, own = time.monotonic() - began, self.used() - before
        answer = json.loads(said)
        memory = processes.memory([self.process.pid]).peak
        return Turn(answer["seconds"], own, memory, others(everybody, own, spent), answer["figures"])

    def used(self):
        return processes.processor_seconds([self.process.pid])

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def others(everybody, own, spent):
    return max(0, (machine.busy_seconds() - everybody - own) / spent / machine.CORES)


@contextlib.contextmanager
def everybody(program, python, inputs, folder):
    order = folder / "order.json"
    order.write_text(
        json.dumps(
            {
                "police": list(map(str, inputs.police)),
                "population": str(inputs.population),
                "boundaries": str(inputs.boundaries),
                "district": street_inputs.DISTRICT,
                "months": MONTHS,
                "comparison": BEFORE,
                "seed": street_inputs.SEED,
            }
        ),
        encoding="utf-8",
    )
    kept = Kept("the script, kept open", [python, "-B", PEER, order])
    with contextlib.ExitStack() as stack:
        stack.callback(kept.end)
        yield [
            Started(OURS, ours(program, inputs)),
            Started("the script, without numba", [python, "-B", PEER, order, "--without-numba"], "once\n"),
            Started("the script, with numba", [python, "-B", PEER, order], "once\n"),
            kept,
        ]


def ours(program, inputs):
    months = ["--from", MONTHS[0], "--to", MONTHS[-1], "--compare-from", BEFORE[0], "--compare-to", BEFORE[-1]]
    return [
        *[program, "assess", *inputs.police, "--district", street_inputs.DISTRICT, *months],
        *["--population", inputs.population, "--boundaries", inputs.boundaries, "--json", "-"],
    ]


def measure(everybody, rounds):
    """All of them in turns: A B C D, D C B A, A B C D …"""
    found = {one.name: [] for one in everybody}
    for turn in range(rounds):
        for one in everybody if turn % 2 else reversed(everybody):
            found[one.name].append(one.run())
            print(f"{one.name}: {found[one.name][-1].seconds:.3f} seconds", flush=True)
    return found
