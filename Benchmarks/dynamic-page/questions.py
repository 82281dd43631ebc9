"""What is asked of both servers, and how that went."""

import statistics

import machine
import pages
import processes
from load import Case, run

SECONDS = 4
REPEATS = 5
ASSESSMENT_REPEATS = 3
REGISTER = (pages.PAGE,)

GZIP = ("Accept-Encoding: gzip",)
CASES = [
    Case("as it is, 1 connection", 1),
    Case("as it is, 16 connections", 16),
    Case("as it is, 64 connections", 64),
    Case("gzip, 16 connections", 16, GZIP),
    Case("gzip, 64 connections", 64, GZIP),
]


def fastest(peer):
    """Chooses the way to run Django that answers most pages in its best of three spells; says how many each does."""
    rates = dict.fromkeys(peer.CHOICES, 0)
    for _ in range(3):
        for choice in peer.CHOICES:
            peer.choice = choice
            with peer:
                run(peer, CASES[1], REGISTER, seconds=1)
                rates[choice] = max(rates[choice], run(peer, CASES[1], REGISTER, seconds=3).rate)
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
            run(server, CASES[1], REGISTER, seconds=2)
        for repeat in range(REPEATS):
            for case in CASES:
                for server in self.servers if repeat % 2 == 0 else reversed(self.servers):
                    self.runs[case][server.name].append(run(server, case, REGISTER, SECONDS))
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
                self.runs[case].append(run(self.ours, case, self.paths, SECONDS))
            self.runs[self.AGAIN].append(run(self.ours, self.AGAIN, [year], SECONDS))
        print("assessments done", flush=True)
        return self
