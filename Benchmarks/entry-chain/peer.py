"""Walks a chain of entries in Python: hashlib over what sqlite3 or psycopg reads, in as many processes as there are cores.

Usage: peer.py RECORDS|ADDRESS PARTNERSHIP ENTRIES
"""

import json
import multiprocessing
import os
import sys
import time

import chain

STRETCH = 2_000
FIELDS = """
    SELECT number, {at}, act, subject_kind, subject_address, actor_kind, actor_address, outcome, detail_hash, hash,
        salt, actor_name, why, changes, refusal
    FROM entry JOIN entry_detail USING (partnership, number)
    WHERE partnership = {mark} AND number > {mark} AND number <= {mark} ORDER BY number
"""
HASH = "SELECT hash FROM entry WHERE partnership = {mark} AND number = {mark}"


def main(records, partnership, entries):
    context = multiprocessing.get_context("fork")
    cores = os.cpu_count()
    with context.Pool(cores, initializer=opened, initargs=(records,)) as pool:
        # Each has its connection before the clock runs.
        pool.map(walked, [(partnership, 0, 0)] * cores, chunksize=1)
        start = time.perf_counter()
        stretches = [(partnership, base, min(STRETCH, entries - base)) for base in range(0, entries, STRETCH)]
        found = pool.map(walked, stretches, chunksize=8)
        seconds = time.perf_counter() - start
    for (_, end), (begin, _) in zip(found, found[1:]):
        if begin != end:
            raise SystemExit("the stretches do not fit")
    print(json.dumps({"entries": entries, "seconds": seconds, "head": found[-1][1].hex()}))


def opened(records):
    global ask
    if records.startswith("postgresql:"):
        import psycopg

        connection = psycopg.connect(records)
        connection.prepare_threshold = 0
        moment = """to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
        texts = [text.format(mark="%s", at=moment) for text in (FIELDS, HASH)]
        cursor = connection.cursor(binary=True)
        ask = lambda which, *values: cursor.execute(texts[which], values)
    else:
        import sqlite3

        connection = sqlite3.connect(f"file:{records}?mode=ro", uri=True)
        texts = [text.format(mark="?", at="at") for text in (FIELDS, HASH)]
        ask = lambda which, *values: connection.execute(texts[which], values)


def walked(stretch):
    """The hash that a stretch stands on, and the hash of its last entry."""
    partnership, base, count = stretch
    before = ask(1, partnership, base).fetchone()[0] if base else chain.BEGINNING
    walk = chain.Walk(partnership, base, before)
    for row in ask(0, partnership, base, base + count):
        walk.step(row)
    if walk.number != base + count:
        raise SystemExit(f"entry {walk.number + 1} is missing")
    return before, walk.hash


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
