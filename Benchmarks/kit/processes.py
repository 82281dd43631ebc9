"""A process and all that it started, as /proc tells."""

import re
from dataclasses import dataclass
from pathlib import Path

from machine import TICKS


@dataclass(frozen=True)
class Memory:
    """Megabytes of 10⁶ bytes, summed over processes. `pss` counts what they share once, `rss` once for each."""

    rss: float
    pss: float
    peak: float


def family(parent):
    """A process and its descendants, by their numbers."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        if fields := stat(int(folder.name)):
            parents.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [parent]
    for process in found:
        found += parents.get(process, [])
    return found


def processor_seconds(processes):
    """What living processes have used until now."""
    found = [stat(process) for process in processes]
    return sum(int(fields[11]) + int(fields[12]) for fields in found if fields) / TICKS


def used_by_children():
    """What the commands that this one started, and waited for, have used: of wrk, and of servers that were stopped."""
    fields = stat("self")
    return (int(fields[13]) + int(fields[14])) / TICKS


def used_with_children(process):
    """What a process has used, and all that it started: those that are gone, and those that are there."""
    living = family(process)
    fields = stat(process)
    return processor_seconds(living) + (int(fields[13]) + int(fields[14])) / TICKS


def memory(processes):
    statuses = [Path(f"/proc/{process}/status").read_text() for process in processes]
    rollups = [Path(f"/proc/{process}/smaps_rollup").read_text() for process in processes]
    return Memory(
        rss=sum(size("VmRSS", text) for text in statuses),
        pss=sum(size("Pss", text) for text in rollups),
        peak=sum(size("VmHWM", text) for text in statuses),
    )


def size(name, text):
    return int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M)[1]) * 1024 / 1e6


def stat(process):
    """The fields of /proc/…/stat from the state on, or nothing where the process has gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
