"""The chain that is walked, in SQLite and in PostgreSQL."""

import itertools
import sqlite3
import subprocess

import chain

PARTNERSHIP = "0152c9f8-e800-7cc3-98c8-3c5f2a1d0e4b"


def fill(records, entries):
    """Makes the chain in a file that our program laid out; the sizes of the two forms of an entry, and the last hash."""
    connection = sqlite3.connect(records)
    connection.execute("PRAGMA synchronous = OFF")
    made = chain.made(PARTNERSHIP, entries)
    while batch := list(itertools.islice(made, 20_000)):
        connection.executemany(f"INSERT INTO entry VALUES ({marks(11)})", [entry for entry, _ in batch])
        connection.executemany(f"INSERT INTO entry_detail VALUES ({marks(7)})", [detail for _, detail in batch])
        last, detail = batch[-1]
    number, head = last[1], last[-1]
    connection.execute(f"INSERT INTO entry_head VALUES ({marks(3)})", (PARTNERSHIP, number, head))
    connection.commit()
    connection.close()
    entry_form = chain.entry_form(head, PARTNERSHIP.encode(), number, last[2:-2], last[-2])
    return (len(entry_form), len(chain.detail_form(*detail[2:]))), head.hex()


def marks(count):
    return ", ".join("?" * count)


def move(walker, records, folder, server, address):
    """Moves a copy of the records to PostgreSQL, as an operator does."""
    folder.mkdir()
    source, copy = sqlite3.connect(records), sqlite3.connect(folder / "frankpledge.sqlite")
    source.backup(copy)
    copy.close()
    source.close()
    subprocess.run([walker, "move", folder, address], check=True)
    server.sql("VACUUM ANALYZE", "chain")
