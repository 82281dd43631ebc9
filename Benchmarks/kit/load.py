"""Asks for pages as fast as they come, over connections that are kept open, and says how that went."""

import json
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
import processes

SCRIPT = Path(__file__).resolve().parent / "report.lua"


@dataclass(frozen=True)
class Case:
    name: str
    connections: int
    headers: tuple = ()


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


def run(server, case, paths, seconds):
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
