"""Killed before a deed on the disk, started again, and then the power goes: what the first life had written and not synced
was there for the second to see, and to call saved.
"""

from disk import Disk, Nothing
from recording import ScriptedTests


class RestartTests(ScriptedTests):
    def test_what_a_second_life_calls_saved_survives_a_power_cut_wherever_the_first_was_killed(self):
        for deed in self.deeds(and_others=True):
            with self.subTest(deed=deed):
                self.begin_anew(deed)
                self.live_scripted(kill_at=deed).finish()
                second = self.start(environment=self.recorded())
                self.order(second, self.ledger.unsettled)
                self.end(second)
                self.assertEqual(second.faults, {})
                disk = Disk(self.diary)
                disk.advance_to_the_end()
                self.cut(disk, Nothing())
