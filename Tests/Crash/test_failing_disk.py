"""A sync that fails. What it was to save may be gone though the disk works again at once, so the program stops writing and
ends with an exit code that its supervisor sees; nothing that it had called saved is lost (S104).
"""

from disk import Disk, Nothing
from orders import Order
from recording import ScriptedTests


class FailingDiskTests(ScriptedTests):
    def test_nothing_called_saved_is_lost_to_a_failed_sync(self):
        syncs = len(self.deeds())
        stopped = 0
        for number in range(1, syncs + 1):
            with self.subTest(sync=number):
                self.begin_anew(number)
                stopped += self.live_with_failure(number)
                self.live_again()
        # Each sync of SQLite's log, which is what a commit waits for, stops the writing. How many there are is chance:
        # orders that come together share one.
        self.assertGreater(stopped, len(self.SCRIPT) // 2)

    def live_with_failure(self, number):
        """Whether it stopped writing."""
        writer = self.live_scripted(fail_at=number)
        stopped = "stopped" in writer.faults.values()
        if stopped:
            self.order(writer, [Order("count", "reading"), Order("note", "writing")])
            self.assertIn("reading", self.ledger.acknowledged)
            self.assertEqual(writer.faults["writing"], "stopped")
        code = writer.finish()
        self.assertEqual(code != 0, stopped or "opening" in writer.faults, writer.faults)
        return stopped

    def live_again(self):
        """The next life retries, and then the power goes: what the failed sync dropped was not counted on."""
        writer = self.start(environment=self.recorded())
        self.order(writer, self.ledger.unsettled)
        self.assertEqual(writer.faults, {})
        self.end(writer)
        disk = Disk(self.diary)
        disk.advance_to_the_end()
        self.cut(disk, Nothing())
