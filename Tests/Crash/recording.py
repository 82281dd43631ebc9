"""Programs whose every deed on the disk is recorded, so that the power can be cut after any of them."""

import shutil
import tempfile

from crashing import CrashTests, built
from disk import Disk, lay_out


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
