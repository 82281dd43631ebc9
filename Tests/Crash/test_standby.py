"""Two PostgreSQL servers: the primary dies under load, and the standby takes over with all that was called saved."""

import time
import unittest

from crashing import CrashTests
from orders import Order, Orders
from servers import Pair, programs
from writer import PATIENCE


@unittest.skipUnless(programs(), "PostgreSQL is not installed")
class StandbyTests(CrashTests):
    def setUp(self):
        super().setUp()
        self.servers = Pair(self.place)
        self.addCleanup(self.servers.close)

    def starting(self, *options, **more):
        return super().starting("--database", self.servers.address, *options, **more)

    def settle(self, writer):
        """Sends again what has a once-key and no answer, until all have one."""
        for _ in range(20):
            if not self.ledger.unsettled:
                return
            self.order(writer, self.ledger.unsettled)
        self.fail(f"writing did not go on: {writer.faults}")

    def test_what_was_called_saved_survives_the_primary_and_work_goes_on_with_the_standby(self):
        orders = Orders(self.chance)
        writer = self.start()
        for _ in range(5):
            self.order(writer, orders.burst())
        self.assertEqual(writer.faults, {})

        storm = [orders.one() for _ in range(300)]
        self.ledger.attempt(storm)
        writer.send(storm)
        self.acknowledge(writer.answers(100))
        self.servers.primary.kill()
        self.servers.standby.promote()
        self.acknowledge(writer.answers(200))
        self.settle(writer)
        answered = len(self.ledger.acknowledged)
        self.order(writer, [orders.one() for _ in range(50)])

        self.assertEqual(len(self.ledger.acknowledged), answered + 50)
        self.end(writer)
        self.assertEqual(self.start().finish(), 0)

    def test_a_commit_that_gives_up_waiting_for_the_standby_is_not_called_saved(self):
        writer = self.start()
        self.servers.standby.kill()
        order = Order("once", "lonely")
        self.ledger.attempt([order])
        writer.send([order])
        self.give_up_waiting()
        self.acknowledge(writer.answers(1))
        self.assertEqual(writer.faults, {"lonely": "unknown"})

        # The server has it, and the standby has not: asked again, it waits again.
        writer.send([order])
        self.give_up_waiting()
        self.acknowledge(writer.answers(1))
        self.assertEqual(self.ledger.acknowledged, set())

        self.servers.start_standby()
        self.order(writer, [order])
        self.assertEqual(self.ledger.acknowledged, {"lonely"})
        self.servers.primary.kill()
        self.servers.standby.promote()
        self.end(writer)
        self.assertEqual(self.start().finish(), 0)

    def give_up_waiting(self):
        """Cancels the commit that waits for the standby, as an operator or a time limit does, as soon as one waits."""
        cancel = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        deadline = time.monotonic() + PATIENCE
        while not self.servers.primary.ask(cancel):
            self.assertLess(time.monotonic(), deadline, "no commit waits for the standby")
