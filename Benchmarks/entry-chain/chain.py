"""Entries as the program keeps them, worked out anew from their description: made here, and walked as a peer would."""

import hashlib
import json
import struct
from datetime import datetime, timedelta

BEGINNING = bytes(32)
ENTRY = b"frankpledge entry 1"
DETAIL = b"frankpledge entry detail 1"
START = datetime(2016, 2, 9, 12)


# What stands before a field of a length: 01, and the length in eight bytes.
BEFORE = [b"\1" + struct.pack(">Q", length) for length in range(4096)]


def form(fields):
    """The one way to lay out fields, for those shorter than 4,096 bytes; 00 stands for one that has no value."""
    parts = []
    for field in fields:
        if field is None:
            parts.append(b"\0")
        else:
            parts += (BEFORE[len(field)], field)
    return b"".join(parts)


def detail_form(salt, actor_name, why, changes, refusal):
    why = None if why is None else why.encode()
    refusal = None if refusal is None else refusal.encode()
    return form((DETAIL, salt, actor_name.encode(), why, changes.encode(), refusal))


def entry_form(previous, partnership, number, texts, detail_hash):
    """`texts`: time, act, subject's kind and address, actor's kind and address, outcome."""
    return form((ENTRY, previous, partnership, b"%d" % number, *[text.encode() for text in texts], detail_hash))


def made(partnership, count):
    """Entries as an office leaves them: rows of `entry` and of `entry_detail`, and the hash of the last."""
    previous = BEGINNING
    owner = partnership.encode()
    for number in range(1, count + 1):
        time = (START + timedelta(seconds=number * 37, microseconds=number * 1009 % 1_000_000)).isoformat("T", "microseconds")
        salt = hashlib.sha256(b"salt %d" % number).digest()[:16]
        who, what = number * 7919 % 60, number * 104729 % 5000
        changes = [
            {"after": f"Member {number}", "before": f"Member {number - 5000}", "field": "name"},
            {"after": f"member{number}@thanet.example", "before": None, "field": "email"},
            {"after": identifier(what % 9), "before": identifier(what % 9), "field": "agency"},
        ]
        why = None if number % 4 else f"It was asked for in meeting {number // 400}."
        refusal = None if number % 50 else "The email address is another person’s."
        told = json.dumps([] if refusal else changes, separators=(",", ":"), ensure_ascii=False)
        detail = (salt, f"Officer {who} of the Council", why, told, refusal)
        texts = (
            time + "Z", "person changed", "person", identifier(what), "member", identifier(10_000 + who),
            "refused" if refusal else "done",
        )
        detail_hash = hashlib.sha256(detail_form(*detail)).digest()
        entry_hash = hashlib.sha256(entry_form(previous, owner, number, texts, detail_hash)).digest()
        yield (partnership, number, *texts, detail_hash, entry_hash), (partnership, number, *detail)
        previous = entry_hash


def identifier(number):
    return f"0152c9f8-e800-7000-8000-{number:012x}"


class Walk:
    """A walk over a stretch of a chain: what `hash` stands for is the hash before it, and then of its last entry."""

    def __init__(self, partnership, number, previous):
        self.partnership, self.number, self.hash = partnership.encode(), number, previous

    def step(self, row):
        number, *texts, detail_hash, entry_hash, salt, actor_name, why, changes, refusal = row
        sha256 = hashlib.sha256
        if (
            number != self.number + 1
            or sha256(detail_form(salt, actor_name, why, changes, refusal)).digest() != detail_hash
            or sha256(entry_form(self.hash, self.partnership, number, texts, detail_hash)).digest() != entry_hash
        ):
            raise SystemExit(f"entry {self.number + 1} of {self.partnership.decode()} is not as it was written")
        self.number, self.hash = number, entry_hash
