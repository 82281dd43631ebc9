"""What the writer is asked to do: orders, made from a seed."""

import hashlib
from dataclasses import dataclass

# Noon UTC on 9 February 2016, in milliseconds.
NOON = 1_455_019_200_000
# Kinds that leave a row; the others are ‘refusal’ and ‘count’, which only reads.
DEEDS = {"note", "once", "file"}
# Kinds that carry a once-key: sent again, they are done once.
KEYED = {"once", "file"}


@dataclass(frozen=True)
class Order:
    """One line to the writer. No two orders have the same name."""

    kind: str
    name: str
    at: int = NOON
    content: int = 0

    def __str__(self):
        return f"{self.kind} {self.name} {self.at} {self.content}"

    @property
    def file(self):
        """The hash of the file that a file order keeps."""
        return hashlib.sha256(f"content {self.content}\n".encode() * (400 * (self.content + 1))).hexdigest()


class Orders:
    """Orders without end, a burst at a time: sometimes one alone, sometimes many at once, which are saved together."""

    KINDS = ["note", "note", "note", "once", "once", "file", "refusal"]

    def __init__(self, chance, prefix=""):
        self._chance = chance
        self._prefix = prefix
        self._count = 0
        self._now = NOON

    def one(self, kind=None, at=None):
        self._count += 1
        self._now += self._chance.randrange(2_000)
        kind = kind or self._chance.choice(self.KINDS)
        return Order(kind, f"{self._prefix}{self._count}", at or self._now, self._chance.randrange(6))

    def burst(self):
        return [self.one() for _ in range(self._chance.choice([1, 1, 3, 10, 40]))]
