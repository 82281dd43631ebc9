"""The ledger: what was asked for and what was called saved, kept outside the records; and the rule that joins them."""

import os
from collections import Counter

from orders import DEEDS, KEYED


class Loss(AssertionError):
    """The records broke their promise."""


class Ledger:
    """A line for each order before it is sent, and one when it is called done. Each is on the disk before it counts."""

    def __init__(self, path):
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.attempted = {}
        self.acknowledged = set()

    def attempt(self, orders):
        self._write(f"attempt {order}\n" for order in orders)
        self.attempted |= {order.name: order for order in orders}

    def acknowledge(self, names):
        self._write(f"ack {name}\n" for name in names)
        self.acknowledged |= set(names)

    def close(self):
        os.close(self._file)

    @property
    def unsettled(self):
        """Orders with a once-key whose outcome is not known: they may be sent again."""
        return [
            order
            for name, order in self.attempted.items()
            if order.kind in KEYED and name not in self.acknowledged
        ]

    def check(self, found, acknowledged=None):
        """Compares what was found after a crash with what is in here.

        Acknowledged is a part of stored, stored a part of attempted; each is there once, with its entry; files are as
        they were sent (S110).

        :param acknowledged: what was called saved until the crash, where that is not everything up to now.
        """
        acknowledged = self.acknowledged if acknowledged is None else acknowledged
        refusals = {name for name, order in self.attempted.items() if order.kind == "refusal"}
        deeds = {name for name, order in self.attempted.items() if order.kind in DEEDS}
        _none("orders that were called saved are gone", (acknowledged & deeds) - set(found["stored"]))
        _none("orders are stored that nobody sent", set(found["stored"]) - deeds)
        _none("orders are there twice", _doubled(found["stored"]))
        _none("orders have no entry, or entries no order", _difference(found["stored"], found["done"]))
        _none("refusals that were answered have no entry", (acknowledged & refusals) - set(found["refused"]))
        _none("entries tell of refusals that never were", set(found["refused"]) - refusals)
        _none("refusals have two entries", _doubled(found["refused"]))
        files = {name: self.attempted[name].file for name in found["stored"] if self.attempted[name].kind == "file"}
        _none("files are not those that were sent", set(files.items()) ^ set(found["files"].items()))
        _none("things are not whole", found["problems"])

    def _write(self, lines):
        os.write(self._file, "".join(lines).encode())
        os.fsync(self._file)


def _none(what, cases):
    if cases:
        some = ", ".join(str(case) for case in sorted(cases)[:5])
        raise Loss(f"{len(cases)} {what}: {some}")


def _doubled(names):
    return {name for name, count in Counter(names).items() if count > 1}


def _difference(left, right):
    left, right = Counter(left), Counter(right)
    return set((left - right) + (right - left))
