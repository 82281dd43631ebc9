"""Asks for pages as fast as they come, over connections that are kept open, and says how that went."""

import json
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
import pages
import processes

SECONDS = 4
REPEATS = 5
ASSESSMENT_REPEATS = 3
SCRIPT = Path(__file__).resolve().parent / "report.lua"


@dataclass(frozen=True)
class Case:
    name: str
    connections: int
    headers: tuple = ()


GZIP = ("Accept-Encoding: gzip",)
CASES = [
    Case("as it is, 1 connection", 1),
    Case("as it is, 16 connections", 16),
    Case("as it is, 64 connections", 64),
    Case("gzip, 16 connections", 16, GZIP),
    Case("gzip, 64 connections", 64, GZIP),
]


@dataclass(frozen=True)
class Run:
    """What one spell of load showed. Latencies are in milliseconds, `processor` in milliseconds a request."""

    rate: float
    p50: float
    p95: float
    p99: float
    processor: float
    # The share of the machine that neither the server nor the load used.
    others: float


def run(server, case, paths=(pages.PAGE,), seconds=SECONDS):
    """One spell of load on a server. Any answer but 200 ends the benchmark."""
    family = server.family()
    own, everybody = processes.processor_seconds(family), machine.busy_seconds()
    children, start = processes.used_by_children(), time.monotonic()
    headers = [part for header in (f"Cookie: {server.cookie}", *case.headers) for part in ("--header", header)]
    options = [
        "--threads",
        "1",
        "--connections",
        str(case.connections),
        "--duration",
        f"{seconds}s",
        "--timeout",
        "30s",
    ]
    address = f"http://127.0.0.1:{server.port}{paths[0]}"
    several = ["--", *paths] if len(paths) > 1 else []
    command = ["wrk", *options, *headers, "--script", SCRIPT, address, *several]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    spent = time.monotonic() - start
    own = processes.processor_seconds(family) - own
    others = machine.busy_seconds() - everybody - own - (processes.used_by_children() - children)
    found = json.loads(done.stdout.splitlines()[-1])
    if found["failed"] or not found["requests"]:
        raise SystemExit(f"{server.name} failed {found['failed']} of {found['requests']} requests ({case.name}).")
    return Run(
        rate=found["requests"] / found["seconds"],
        p50=found["p50"],
        p95=found["p95"],
        p99=found["p99"],
        processor=1000 * own / found["requests"],
        others=max(0, others / spent / machine.CORES),
    )


def median(runs, what):
    return statistics.median(getattr(found, what) for found in runs)


def fastest(peer):
    """Chooses the way to run Django that answers most pages in its best of three spells; says how many each does."""
    rates = dict.fromkeys(peer.CHOICES, 0)
    for _ in range(3):
        for choice in peer.CHOICES:
            peer.choice = choice
            with peer:
                run(peer, CASES[1], seconds=1)
                rates[choice] = max(rates[choice], run(peer, CASES[1], seconds=3).rate)
    for choice, rate in rates.items():
        print(f"Django, {choice}: {rate:,.0f} pages a second", flush=True)
    peer.choice = max(rates, key=rates.get)
    return rates


class Register:
    """The register page of both servers, in turns: A B, B A, A B …"""

    def __init__(self, ours, peer):
        self.servers = [ours, peer]
        self.runs = {case: {server.name: [] for server in self.servers} for case in CASES}
        self.memory = {}

    def measure(self):
        for server in self.servers:
            run(server, CASES[1], seconds=2)
        for repeat in range(REPEATS):
            for case in CASES:
                for server in self.servers if repeat % 2 == 0 else reversed(self.servers):
                    self.runs[case][server.name].append(run(server, case))
            print(f"{repeat + 1} of {REPEATS} rounds of load done", flush=True)
        ours, peer = self.servers
        answering = {ours.name: [ours.process.pid], peer.name: peer.family()}
        self.memory = {name: processes.memory(members) for name, members in answering.items()}
        return self

    def ratios(self, case):
        """How many times as many pages Frankpledge answers, round by round."""
        ours, theirs = (self.runs[case][server.name] for server in self.servers)
        return [left.rate / right.rate for left, right in zip(ours, theirs, strict=True)]

    @property
    def others(self):
        """The share of the machine that others used: in the middle round, and in the worst."""
        shares = [found.others for case in self.runs.values() for runs in case.values() for found in runs]
        return statistics.median(shares), max(shares)


class Assessments:
    """Assessments of Thanet, each of another period and each made anew; and one that was made just before."""

    ANEW = [Case("made anew, 1 connection", 1), Case("made anew, 8 connections", 8)]
    AGAIN = Case("asked for again, 8 connections", 8)

    def __init__(self, ours):
        self.ours = ours
        self.runs = {case: [] for case in [*self.ANEW, self.AGAIN]}
        # More than the program keeps by it, asked for in turn, so that it has none of them ready.
        months = [f"2015-{number:02}" for number in range(1, 13)]
        self.paths = [
            f"/assessment/thanet?from={first}&to={last}&compare=year-before"
            for place, first in enumerate(months)
            for last in months[place:]
        ]
        self.size = 0

    def measure(self):
        year = self.paths[11]
        self.size = len(self.ours.get(year).content)
        run(self.ours, self.ANEW[0], self.paths, seconds=1)
        for _ in range(ASSESSMENT_REPEATS):
            for case in self.ANEW:
                self.runs[case].append(run(self.ours, case, self.paths))
            self.runs[self.AGAIN].append(run(self.ours, self.AGAIN, [year]))
        print("assessments done", flush=True)
        return self
