"""Times the counting of street-level files against DuckDB and polars, and writes Benchmarks/results/street-crime.md.

Every engine is a process of its own, two threads each, and counts the same files by LSOA, month and crime type; they
take turns, so that a machine that is busy for a while is busy for all of them. Our own is what the product runs: every
row checked, every refusal told.
"""

import argparse
import gzip
import importlib.metadata
import json
import os
import pathlib
import platform
import shutil
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "kit"))

import street_rows

SEED = 2016
ENGINES = ["Frankpledge", "DuckDB", "polars"]


def command(engine, counter, path):
    if engine == "Frankpledge":
        return [counter, "2", path]
    return [sys.executable, str(HERE / "peer.py"), engine.lower(), path]


def measure(engine, counter, path):
    """Runs one engine once: wall seconds within and with the process's start, CPU seconds, greatest memory."""
    read, write = os.pipe()
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        os.environ["POLARS_MAX_THREADS"] = "2"
        words = command(engine, counter, path)
        os.execvp(words[0], words)
    os.close(write)
    with os.fdopen(read) as output:
        printed = output.read()
    _, status, usage = os.wait4(child, 0)
    whole = time.perf_counter() - start
    if status != 0:
        raise SystemExit(f"{engine} failed on {path}: {printed}")
    found = json.loads(printed)
    return dict(
        seconds=found.pop("seconds"),
        whole=whole,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss / 1024,
        groups={key: found[key] for key in ("rows", "groups", "squares", "greatest")},
    )


def compare(counter, path, repeats):
    """All engines on one file, taking turns; refuses to go on if they do not agree."""
    runs = {engine: [] for engine in ENGINES}
    for turn in range(repeats + 1):
        for engine in ENGINES:
            run = measure(engine, counter, path)
            # The first turn is for the page cache and the processor's clock.
            if turn > 0:
                runs[engine].append(run)
    groups = {json.dumps(run["groups"], sort_keys=True) for many in runs.values() for run in many}
    if len(groups) != 1:
        raise SystemExit(f"the engines do not agree on {path}: {groups}")
    return runs


def prepare(folder, rows):
    """The generated file and its gzip, made once for a seed and a size: a force's year, or ten months of all forces."""
    months, areas, scope = (12, 900, "a force’s year") if rows < 1_000_000 else (10, street_rows.ALL_AREAS, "all forces")
    plain = folder / f"street-{rows}-{SEED}.csv"
    packed = folder / f"street-{rows}-{SEED}.csv.gz"
    if not plain.exists():
        part = plain.with_suffix(".part")
        street_rows.write(part, rows, months, areas, SEED)
        part.rename(plain)
    if not packed.exists():
        part = packed.with_suffix(".part")
        with open(plain, "rb") as source, gzip.open(part, "wb", compresslevel=6) as target:
            shutil.copyfileobj(source, target, 1 << 20)
        part.rename(packed)
    title = f"{rows:,} generated rows, {scope}"
    return [(title, plain), (f"{title}, .gz", packed)]


def real(folder, samples):
    """The real months of one force joined into one file, if there are any."""
    months = sorted(pathlib.Path(samples, "police/street-2014").glob("2014-*-kent-street.csv.gz"))
    if not months:
        return []
    plain = folder / "kent-2014.csv"
    with open(plain, "wb") as target:
        for number, month in enumerate(months):
            text = gzip.open(month).read()
            target.write(text if number == 0 else text[text.index(b"\n") + 1 :])
    packed = folder / "kent-2014.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes(), 6, mtime=0))
    return [("Kent, 2014, 148,133 real rows", plain), ("Kent, 2014, 148,133 real rows, .gz", packed)]


def table(title, path, runs):
    size = path.stat().st_size / 1e6
    best = {engine: min(run["seconds"] for run in many) for engine, many in runs.items()}
    rival = min(best[engine] for engine in ENGINES[1:])
    rival_median = min(statistics.median(run["seconds"] for run in runs[engine]) for engine in ENGINES[1:])
    own_median = statistics.median(run["seconds"] for run in runs["Frankpledge"])
    lines = [
        f"### {title}",
        "",
        f"{size:,.0f} MB. Frankpledge is **{rival / best['Frankpledge']:.1f} times** as fast as the better of the "
        f"others by best time, {rival_median / own_median:.1f} times by median.",
        "",
        "| engine | best s | median s | MB/s at best | with process start, best s | CPU s, median | peak MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for engine, many in runs.items():
        lines.append(
            f"| {engine} | {best[engine]:.3f} | {statistics.median(run['seconds'] for run in many):.3f} "
            f"| {size / best[engine]:,.0f} | {min(run['whole'] for run in many):.3f} "
            f"| {statistics.median(run['cpu'] for run in many):.2f} | {max(run['memory'] for run in many):,.0f} |"
        )
    groups = runs["Frankpledge"][0]["groups"]
    lines += ["", f"All agree: {groups['rows']:,} rows with a place in {groups['groups']:,} groups.", ""]
    return lines


def machine():
    model = "processor not known"
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                model = line.split(":")[1].strip()
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counter", required=True, help="the StreetCrimeCounter program, built for release")
    options.add_argument("--repeats", type=int, default=7)
    options.add_argument("--rows", type=int, nargs="*", default=[150_000, 5_000_000])
    options.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir(), "street-crime-bench"))
    options.add_argument("--samples", default=os.environ.get("FRANKPLEDGE_DATA_SAMPLES", str(HERE / "../../../shared/data")))
    options.add_argument("--results", type=pathlib.Path, default=HERE / "../results/street-crime.md")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    files = real(chosen.folder, chosen.samples)
    for rows in chosen.rows:
        files += prepare(chosen.folder, rows)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("duckdb", "polars"))
    lines = [
        "# Counting street-level crime",
        "",
        "Rows counted by LSOA, month and crime type: Frankpledge’s reader, which checks and accounts for every row, "
        f"beside {versions}. Two threads each, a process each, {chosen.repeats} turns. Seconds are until "
        "the counts are in memory, without the start of the process (for the Python ones also without the import) except "
        "where it says so. `make bench` writes "
        "this page.",
        "",
        f"{machine()}. Load before the run: {os.getloadavg()[0]:.1f}.",
        "",
    ]
    for title, path in files:
        print(f"{title} …", flush=True)
        lines += table(title, path, compare(chosen.counter, str(path), chosen.repeats))
        print("\n".join(lines[-12:]), flush=True)
    lines += [f"Load after the run: {os.getloadavg()[0]:.1f}.", ""]
    chosen.results.parent.mkdir(parents=True, exist_ok=True)
    chosen.results.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
