"""Walks along the chain, ours and the peer's, and what they took."""

import json
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
import processes
from records import PARTNERSHIP

PEER = Path(__file__).resolve().parent / "peer.py"
OURS, THEIRS = "Frankpledge", "Python"


@dataclass(frozen=True)
class Store:
    """Where the chain is. `server` is nothing for SQLite."""

    name: str
    folder: Path
    records: str
    server: object = None


@dataclass(frozen=True)
class Walk:
    # Entries a second.
    rate: float
    # Microseconds of processor an entry, the database server's too, and opening the records.
    processor: float
    # The share of the machine that others used.
    others: float


def measure(stores, walker, python, entries, rounds, head):
    """Both walks of each store, in turns: A B, B A, A B …"""
    found = {store.name: {OURS: [], THEIRS: []} for store in stores}
    for turn in range(rounds + 1):
        for store in stores:
            walks = [
                (OURS, [walker, "walk", store.folder, *([store.records] if store.server else [])]),
                (THEIRS, [python, "-B", PEER, store.records, PARTNERSHIP, str(entries)]),
            ]
            for name, command in walks if turn % 2 else reversed(walks):
                walk = one(command, store.server, head)
                # The first of each fills the system's cache of files.
                if turn:
                    found[store.name][name].append(walk)
                    print(f"{store.name}, {name}: {walk.rate:,.0f} entries a second", flush=True)
    return found


def one(command, server, head):
    everybody, children, theirs, began = machine.busy_seconds(), processes.used_by_children(), used(server), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}\n{Path(command[0]).name} failed")
    spent = time.monotonic() - began
    own = processes.used_by_children() - children + used(server) - theirs
    answer = json.loads(done.stdout)
    ends = answer["heads"][PARTNERSHIP] if "heads" in answer else answer["head"]
    if ends != head:
        raise SystemExit(f"The chain ends with {head}, and {Path(command[0]).name} finds {ends}.")
    return Walk(
        rate=answer["entries"] / answer["seconds"],
        processor=1e6 * own / answer["entries"],
        others=max(0, (machine.busy_seconds() - everybody - own) / spent / machine.CORES),
    )


def used(server):
    return processes.used_with_children(server.process) if server else 0


def sha256_alone(sizes):
    """How many entries' two forms OpenSSL hashes in a second on all cores, with nothing read and nothing laid out."""
    seconds = 0
    for size in sizes:
        many = ["-multi", str(machine.CORES), "-seconds", "2", "-bytes", str(size)]
        done = subprocess.run(["openssl", "speed", *many, "-evp", "sha256"], capture_output=True, text=True, check=True)
        # Thousands of bytes a second.
        seconds += size / (1000 * float(re.search(r"([\d.]+)k\s*$", done.stdout)[1]))
    return 1 / seconds
