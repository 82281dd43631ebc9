"""What the crash tests share: a folder of their own, a ledger outside it, and a count of what they did."""

import os
import random
import shutil
import subprocess
import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path

from ledger import Ledger, Loss
from writer import Ended, Writer

HERE = Path(__file__).resolve().parent


@dataclass
class Size:
    """How much is tried. `bin/crash` sets it; these are what every run of the tests does."""

    seed: int = 1
    # Lives ended by kill -9 at random.
    cycles: int = 50
    # Power cuts of one recorded run.
    cuts: int = 60
    # Deeds of the scripted run before which the program is killed, beside all syncs; none for every deed.
    deeds: int | None = 12


@dataclass
class Tally:
    """What was done so far, for the last line."""

    crashes: int = 0
    acknowledged: int = 0

    def __str__(self):
        return f"{self.crashes} crashes, {self.acknowledged:,} orders called saved, none of them lost"


SIZE = Size()
TALLY = Tally()


def in_memory():
    """Where a file system in memory is, if it has room: no test rests on the machine's own disk keeping what it is given,
    and none has to wait for it.
    """
    place = Path("/dev/shm")
    if not os.access(place, os.W_OK):
        return None
    room = os.statvfs(place)
    return place if room.f_bavail * room.f_frsize > 1 << 30 else None


class CrashTests(unittest.TestCase):
    # Where the folders are made; nothing for where the system makes them.
    place = in_memory()
    # Whether what it does goes into the tally: not where something is lost on purpose.
    is_counted = True

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="crash-", dir=self.place)).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        # The records, and apart from them the ledger.
        self.data = self.folder / "disk" / "data"
        self.data.parent.mkdir()
        self.ledger = Ledger(self.folder / "ledger")
        self.addCleanup(lambda: self.ledger.close())
        self.chance = random.Random(f"{SIZE.seed} {self.id()}")

    def starting(self, *options, **more):
        """Starts the writer on the records, and asks it nothing yet."""
        return Writer(self.data, *options, **more)

    def start(self, *options, **more):
        """Starts the writer on the records, and compares what it finds there with the ledger."""
        writer = self.starting(*options, **more)
        try:
            self.ledger.check(writer.found())
        except BaseException:
            self.end(writer)
            raise
        return writer

    def order(self, writer, orders, **more):
        """Sends orders and waits for their answers; both go into the ledger."""
        self.ledger.attempt(orders)
        try:
            writer.send(orders)
        except Ended:
            pass
        self.acknowledge(writer.answers(len(orders), **more))

    def acknowledge(self, names):
        self.ledger.acknowledge(names)
        TALLY.acknowledged += len(names) if self.is_counted else 0

    def end(self, writer):
        """Kills it, and hears what it had said until then."""
        writer.kill()
        self.acknowledge(writer.remaining_answers())
        self.count_crash()
        return writer.wait()

    def count_crash(self):
        TALLY.crashes += self.is_counted

    def check_left(self, data, acknowledged=None):
        """Opens records that a crash left, and compares them with the ledger."""
        self.count_crash()
        writer = Writer(data)
        try:
            found = writer.found()
        except Ended as end:
            raise Loss(f"the records can’t be opened: {end}") from end
        finally:
            writer.kill()
            writer.wait()
        self.ledger.check(found, acknowledged)


def built(source, folder):
    """A C source of this folder, built to be loaded into the program."""
    library = Path(folder) / f"{source}.so"
    command = ["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(HERE / f"{source}.c"), "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return library


def spread(count, most):
    """As many of the numbers from 1 to `count` as are wanted, evenly: the first and the last among them."""
    if most is None or most >= count:
        return set(range(1, count + 1))
    return {round(1 + index * (count - 1) / (most - 1)) for index in range(most)}
