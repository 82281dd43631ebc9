"""Programs whose every deed on the disk is recorded, so that the power can be cut after any of them."""

import shutil
import tempfile

from crashing import SIZE, CrashTests, built, spread
from disk import Disk, lay_out
from ledger import Ledger
from orders import NOON, Order


class RecordedTests(CrashTests):
    @classmethod
    def setUpClass(cls):
        workshop = tempfile.TemporaryDirectory(prefix="crash-")
        cls.addClassCleanup(workshop.cleanup)
        cls.recorder = built("recorder", workshop.name)

    def setUp(self):
        super().setUp()
        self.diary = self.folder / "diary"

    def recorded(self, **how):
        """The environment of a program that is recorded; and killed, or failed by its disk, as `recorder.c` tells."""
        settings = {f"DISK_{name.upper()}": str(value) for name, value in how.items()}
        watched = {"LD_PRELOAD": str(self.recorder), "DISK_FOLDER": str(self.data.parent)}
        return watched | {"DISK_DIARY": str(self.diary)} | settings

    def words(self):
        """The deeds that were recorded, each by its word, and what was said between them."""
        return Disk(self.diary).advance_to_the_end()

    def cut(self, disk, kept):
        """Cuts the power at the place that a disk has been read to, starts the program on what is left, and checks it."""
        said = {line.removeprefix("ack ") for line in disk.said.splitlines() if line.startswith("ack ")}
        left = self.folder / "left"
        lay_out(disk.left(kept), left)
        try:
            self.check_left(left / self.data.name, acknowledged=said)
        finally:
            shutil.rmtree(left)


class ScriptedTests(RecordedTests):
    """The same short run again and again, each time ended at another of its deeds."""

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

    def deeds(self, and_others=False):
        """The number of each sync among the deeds; and of the others as many as are wanted."""
        self.live_scripted().finish()
        words = [word for word in self.words() if word not in ("start", "said")]
        syncs = {number for number, word in enumerate(words, 1) if word.startswith("sync")}
        return sorted(syncs | (spread(len(words), SIZE.deeds) if and_others else set()))

    def begin_anew(self, name):
        shutil.rmtree(self.data.parent)
        self.diary.unlink()
        self.data = self.folder / f"disk-{name}" / "data"
        self.data.parent.mkdir()
        self.diary = self.folder / f"diary-{name}"
        self.ledger.close()
        self.ledger = Ledger(self.folder / f"ledger-{name}")

    def live_scripted(self, **how):
        """Goes through the script until something is not answered, or could not be done."""
        writer = self.starting(environment=self.recorded(**how))
        for number, burst in enumerate(self.SCRIPT, 1):
            names = (f"{number}-{place}" for place, _ in enumerate(burst, 1))
            self.order(writer, [Order(kind, name, NOON, content) for (kind, content), name in zip(burst, names)])
            if self.ledger.acknowledged != self.ledger.attempted.keys():
                break
        return writer
