"""The machine: what it is, and whether anybody else is using it."""

import os
import platform
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count()
# Of all cores: below it a machine counts as idle.
IDLE = 0.15


@dataclass(frozen=True)
class Facts:
    machine: str
    versions: str
    # Seconds waited for others to finish, and the share of the machine that they still used.
    waited: float
    busy: float
    load: float

    @property
    def was_idle(self):
        return self.busy < IDLE


def facts(versions, waited):
    """- `versions`: of the programs that are measured, in a line."""
    cpu = next((line.split(":")[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    seconds, busy = waited
    return Facts(
        machine=f"{CORES} cores ({cpu or platform.machine()}), {memory:.0f} GiB, Linux {platform.release()}",
        versions=versions,
        waited=seconds,
        busy=busy,
        load=os.getloadavg()[0],
    )


def swift():
    return output(["swift", "--version"]).split(" (")[0]


def wrk():
    return output(["wrk", "--version"]).split("[")[0].strip()


def output(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.strip().splitlines()[0]


def wait_until_idle(patience):
    """Seconds waited until nobody else uses the machine, at most `patience`; and the share of it in use then."""
    start = time.monotonic()
    while (busy := share_in_use(over=3)) >= IDLE and time.monotonic() - start < patience:
        print(f"waiting for an idle machine: {busy:.0%} of it is in use", flush=True)
        time.sleep(7)
    return time.monotonic() - start, busy


def share_in_use(over):
    before, start = busy_seconds(), time.monotonic()
    time.sleep(over)
    return (busy_seconds() - before) / (time.monotonic() - start) / CORES


def busy_seconds():
    """Processor seconds that were used or stolen on this machine, by anybody, since it started."""
    user, nice, system, _, _, interrupt, soft, steal = map(int, lines("/proc/stat")[0].split()[1:9])
    return (user + nice + system + interrupt + soft + steal) / TICKS


def lines(path):
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
