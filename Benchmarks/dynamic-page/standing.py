"""How long a server takes to start, and what memory it holds while nobody asks for anything."""

import statistics
import time
from dataclasses import dataclass

import machine
import pages
import processes

STARTS = 10
REST = 5
PAGES = 100


@dataclass(frozen=True)
class Start:
    # From the start of the process to the first front page, and what it had used by then.
    seconds: float
    processor: float


class Starts:
    """Starts of each server in turns. The first of each is not counted: it fills the system's cache of files."""

    def __init__(self, servers):
        self.servers = servers
        self.found = {server.name: [] for server in servers}
        # The share of the machine that others used meanwhile.
        self.others = 0

    def measure(self):
        everybody, ours, began = machine.busy_seconds(), processes.used_by_children(), time.monotonic()
        for turn in range(STARTS + 1):
            for server in self.servers:
                start = one_start(server)
                if turn:
                    self.found[server.name].append(start)
        used = machine.busy_seconds() - everybody - (processes.used_by_children() - ours)
        self.others = max(0, used / (time.monotonic() - began) / machine.CORES)
        print("starts done", flush=True)
        return self

    @property
    def ratio(self):
        """How many times as long the second takes as the first."""
        first, second = (statistics.median(start.seconds for start in found) for found in self.found.values())
        return second / first


def one_start(server):
    began = time.monotonic()
    with server:
        seconds = time.monotonic() - began
        return Start(seconds, processes.processor_seconds(server.family()))


def at_rest(servers):
    """The memory of each, after a hundred pages and five seconds of rest, by what it is."""
    ours, peer = servers
    found = {}
    with ours:
        rest(ours)
        found["Frankpledge with its document worker"] = processes.memory(ours.family())
        found["of which the server"] = processes.memory([ours.process.pid])
    ours.options = ["--press", "none"]
    with ours:
        rest(ours)
        found["Frankpledge without a document worker"] = processes.memory(ours.family())
    with peer:
        rest(peer)
        found[f"Django, gunicorn and two workers ({peer.choice})"] = processes.memory(peer.family())
    return found


def rest(server):
    for _ in range(PAGES):
        server.get(pages.PAGE)
    time.sleep(REST)
