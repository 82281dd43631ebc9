"""kill -9, at any moment: while it opens the records, brings them up to date, or saves for many at once."""

import unittest

from crashing import SIZE, CrashTests
from ledger import Ledger
from orders import Orders
from servers import Pair, programs

# A data folder lives this many lives, then another begins.
LIVES = 25


class KilledTests(CrashTests):
    # On the disk, since commits that wait for it gather more of those that come meanwhile.
    place = None

    def test_what_was_called_saved_survives_kill_9_at_random(self):
        orders = Orders(self.chance)
        for cycle in range(SIZE.cycles):
            if cycle % LIVES == 0:
                self.begin_anew(cycle)
            self.live(orders, layout=min(4, 1 + cycle % LIVES // 4))
        self.assertEqual(self.start().finish(), 0)

    def begin_anew(self, cycle):
        if cycle:
            self.assertEqual(self.start().finish(), 0)
        self.data = self.data.with_name(f"data-{cycle}")
        self.ledger.close()
        self.ledger = Ledger(self.folder / f"ledger-{cycle}")

    def live(self, orders, layout):
        """One life: it opens what the last one left, retries what was not answered, goes on, and is killed."""
        if self.chance.random() < 0.25:
            writer = self.starting("--layout", layout)
            writer.hear(self.chance.uniform(0, 0.2))
        else:
            writer = self.start("--layout", layout)
            work = [order for _ in range(self.chance.randrange(1, 6)) for order in orders.burst()]
            self.order(writer, self.ledger.unsettled + work, patience=self.chance.expovariate(1 / 0.05))
        self.end(writer)
        self.assertEqual(writer.faults, {})


@unittest.skipUnless(programs(), "PostgreSQL is not installed")
class KilledOnPostgreSQLTests(CrashTests):
    live = KilledTests.live

    def starting(self, *options, **more):
        return super().starting("--database", self.servers.address, *options, **more)

    def test_the_same_where_the_records_are_in_postgresql(self):
        self.servers = Pair(self.place)
        self.addCleanup(self.servers.close)
        orders = Orders(self.chance)
        for cycle in range(SIZE.cycles // 5):
            self.live(orders, layout=min(4, 1 + cycle // 2))
        self.assertEqual(self.start().finish(), 0)
