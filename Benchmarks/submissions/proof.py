"""Whether what was called saved is stored, what is stored was sent, and each once."""

import json
import sqlite3
import subprocess
from collections import Counter
from dataclasses import dataclass

ACT = "person changed"
ENTRIES = f"""
    SELECT entry_detail.changes, entry.subject_address FROM entry
    JOIN entry_detail ON entry_detail.partnership = entry.partnership AND entry_detail.number = entry.number
    WHERE entry.act = '{ACT}' AND entry.outcome = 'done' ORDER BY entry.partnership, entry.number
"""
NAMES = "SELECT person, name FROM membership"


@dataclass(frozen=True)
class Proof:
    attempted: int
    acknowledged: int
    stored: int
    # Called saved, and not there.
    lost: list
    # There, and never sent.
    strange: list
    # There more than once.
    doubled: list
    # Whose name is not the one that was stored last.
    stale: list
    # What `frankpledge verify` says.
    said: str
    is_whole: bool

    @property
    def holds(self):
        return self.is_whole and not (self.lost or self.strange or self.doubled or self.stale)


def compare(attempted, acknowledged, entries, names, said="", is_whole=True):
    """
    - `entries`: the words of each entry in their order, with the person they are about.
    - `names`: what each person is called in the end.
    """
    stored = Counter(words for words, _ in entries)
    last = {person: words for words, person in entries}
    return Proof(
        attempted=len(attempted),
        acknowledged=len(acknowledged),
        stored=len(entries),
        lost=sorted(acknowledged - stored.keys()),
        strange=sorted(stored.keys() - attempted),
        doubled=sorted(words for words, count in stored.items() if count > 1),
        stale=sorted(person for person, words in last.items() if names.get(person) != words),
        said=said,
        is_whole=is_whole,
    )


def read(office):
    """The entries and names in the records of a program that was stopped."""
    ask = ask_server if office.server else ask_file
    entries = [(changed(changes), person) for changes, person in ask(office, ENTRIES)]
    return entries, dict(ask(office, NAMES))


def changed(changes):
    """What a name was changed to."""
    return next(change["after"] for change in json.loads(changes) if change["field"] == "name")


def ask_file(office, query):
    with sqlite3.connect(f"file:{office.data / 'frankpledge.sqlite'}?mode=ro", uri=True) as connection:
        return connection.execute(query).fetchall()


def ask_server(office, query):
    lines = office.server.sql(f"SELECT row_to_json(found) FROM ({query}) AS found", office.database).splitlines()
    return [tuple(json.loads(line).values()) for line in lines]


def prove(office, tally):
    done = subprocess.run([office.program, "verify", *office.places], capture_output=True, text=True)
    entries, names = read(office)
    return compare(tally.attempted, tally.acknowledged, entries, names, done.stdout.strip(), done.returncode == 0)
