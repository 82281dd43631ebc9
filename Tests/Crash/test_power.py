"""The power goes. What was written and not synced is lost, or half of it: kill -9 can't show that, for the system keeps
what a dead program wrote. So a run is recorded deed by deed, and what the disk would hold is worked out for any of them.
"""

from crashing import SIZE
from disk import Disk, Nothing, Some
from ledger import Loss
from orders import Orders
from recording import RecordedTests


class PowerTests(RecordedTests):
    def run_recorded(self, synchronous="full"):
        """Two lives, the first ended by kill -9, so that the log of SQLite has to be recovered on the way."""
        orders = Orders(self.chance)
        for end in (self.end, lambda writer: writer.finish()):
            writer = self.start("--synchronous", synchronous, environment=self.recorded())
            for _ in range(25):
                self.order(writer, self.ledger.unsettled + orders.burst())
            # Killed while it has something to do.
            self.order(writer, orders.burst(), patience=0)
            end(writer)

    def cut_everywhere(self):
        """Half of the cuts are made right after something was called saved, and leave nothing that was not synced."""
        words = self.words()
        saids = [place for place, word in enumerate(words) if word == "said"]
        half = SIZE.cuts // 2
        kept = dict.fromkeys(self.chance.sample(range(len(words)), half), Some(self.chance))
        kept |= dict.fromkeys(self.chance.sample(saids, min(half, len(saids))), Nothing())
        disk = Disk(self.diary)
        for place in range(len(words)):
            disk.advance()
            if place in kept:
                self.cut(disk, kept[place])

    def test_what_was_called_saved_survives_a_power_cut(self):
        self.run_recorded()
        self.cut_everywhere()

    def test_the_tests_notice_when_sqlite_syncs_only_its_checkpoints(self):
        self.is_counted = False
        self.run_recorded(synchronous="normal")
        with self.assertRaisesRegex(Loss, "called saved are gone|answered have no entry"):
            self.cut_everywhere()

    def test_the_tests_notice_when_sqlite_syncs_nothing(self):
        self.is_counted = False
        self.run_recorded(synchronous="off")
        with self.assertRaises(Loss):
            self.cut_everywhere()
