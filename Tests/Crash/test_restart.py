"""Killed before a deed on the disk, started again, and then the power goes: what the first life had written and not synced
was there for the second to see, and to call saved.
"""

from crashing import SIZE, spread
from disk import Disk, Nothing
from ledger import Ledger
from orders import NOON, Order
from recording import RecordedTests

# Bursts, each answered before the next is sent. Some files have the same bytes.
SCRIPT = [
    [("note", 0)],
    [("once", 0)],
    [("file", 1)],
    [("file", 1), ("file", 1), ("file", 2)],
    [("refusal", 0)],
    [("once", 0), ("note", 0), ("file", 3), ("once", 0), ("note", 0)],
    [("file", 3)],
]


class RestartTests(RecordedTests):
    def script(self):
        for number, burst in enumerate(SCRIPT, 1):
            yield [
                Order(kind, f"{number}-{place}", NOON, content) for place, (kind, content) in enumerate(burst, 1)
            ]

    def test_what_a_second_life_calls_saved_survives_a_power_cut_wherever_the_first_was_killed(self):
        for deed in self.deeds():
            with self.subTest(deed=deed):
                self.begin_anew(deed)
                self.live_scripted(kill_at=deed)
                second = self.start(environment=self.recorded())
                self.order(second, self.ledger.unsettled)
                self.end(second)
                self.assertEqual(second.faults, {})
                disk = Disk(self.diary)
                disk.advance_to_the_end()
                self.cut(disk, Nothing())

    def deeds(self):
        """The deeds before which it is killed, by their number: every sync, and of the others as many as are wanted."""
        self.live_scripted()
        words = [word for word in self.words() if word not in ("start", "said")]
        syncs = {number for number, word in enumerate(words, 1) if word.startswith("sync")}
        return sorted(syncs | spread(len(words), SIZE.deeds))

    def begin_anew(self, deed):
        self.data = self.folder / f"disk-{deed}" / "data"
        self.data.parent.mkdir()
        self.diary = self.folder / f"diary-{deed}"
        self.ledger.close()
        self.ledger = Ledger(self.folder / f"ledger-{deed}")

    def live_scripted(self, **how):
        """Goes through the script as far as it comes."""
        writer = self.starting(environment=self.recorded(**how))
        for burst in self.script():
            self.order(writer, burst)
            if self.ledger.acknowledged != self.ledger.attempted.keys():
                break
        writer.finish()
