"""A backup or a restore that is killed leaves nothing that could be taken for whole; one that said it was done is whole,
though the power goes the moment after.
"""

import os
import shutil
import subprocess

from crashing import SIZE, spread
from disk import Disk, Nothing, lay_out
from recording import RecordedTests
from site_served import PROGRAM, Site
from small_disk import SmallDisk

STREET = """\
Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context
,{month},Kent Police,Kent Police,1.4,51.38,On or near High Street,E01024678,Thanet 003A,Burglary,Under investigation,
"""


class BackupTests(RecordedTests):
    def setUp(self):
        super().setUp()
        for month in ("2014-01", "2014-02", "2014-03"):
            file = self.folder / f"{month}-kent-street.csv"
            file.write_text(STREET.format(month=month))
            self.do("import", "police", file, "--data", self.data)
        self.backup = self.folder / "backup"
        self.do("backup", "--data", self.data, "--to", self.backup)
        self.copies = self.folder / "copies"

    def do(self, *words, environment=None, before=(), ends_with=0):
        done = subprocess.run(
            [*before, PROGRAM, *map(str, words)], env=os.environ | (environment or {}), capture_output=True, text=True
        )
        self.assertEqual(done.returncode, ends_with, done.stderr)
        return done.stdout + done.stderr

    def kill_anywhere(self, *words, check):
        """Does something again and again, killed before another deed each time, and checks what is left of it."""
        for deed in spread(self.done_whole(*words), SIZE.deeds):
            with self.subTest(deed=deed):
                shutil.rmtree(self.copies)
                self.copies.mkdir()
                self.do(*words, environment=self.recorded(folder=self.copies, kill_at=deed), ends_with=-9)
                self.count_crash()
                check()

    def done_whole(self, *words):
        """Does it undisturbed: how many deeds that takes."""
        self.copies.mkdir(exist_ok=True)
        self.do(*words, environment=self.recorded(folder=self.copies))
        return sum(word not in ("start", "said") for word in self.words())

    def after_a_power_cut(self):
        disk = Disk(self.diary)
        disk.advance_to_the_end()
        self.count_crash()
        lay_out(disk.left(Nothing()), self.folder / "left")
        return self.folder / "left"

    def assert_none_or_whole(self, backup):
        # Its manifest is the last of it: where that is there, so is all the rest.
        is_made = (backup / "manifest.json").exists()
        said = self.do("verify", "--backup", backup, ends_with=0 if is_made else 1)
        self.assertIn("is whole: " if is_made else "is no backup of ours", said)

    def assert_restored(self, folder):
        self.assertIn("3 kept files, all whole", self.do("verify", "--data", folder))

    def test_a_backup_that_was_killed_is_none(self):
        backup = self.copies / "again"

        self.kill_anywhere("backup", "--data", self.data, "--to", backup, check=lambda: self.assert_none_or_whole(backup))

    def test_a_backup_that_the_program_made_while_it_served_is_none_when_that_was_killed(self):
        self.copies.mkdir()
        backup = self.copies / "again"
        site = Site(self.data, environment=self.recorded(folder=self.copies))
        self.do("backup", "--data", self.data, "--to", backup)
        self.assertEqual(site.stop(), 0)
        for deed in spread(sum(word not in ("start", "said") for word in self.words()), 5):
            with self.subTest(deed=deed):
                shutil.rmtree(self.copies)
                self.copies.mkdir()
                site = Site(self.data, environment=self.recorded(folder=self.copies, kill_at=deed))
                said = self.do("backup", "--data", self.data, "--to", backup, ends_with=1)
                self.assertIn("ended before this was done", said)
                self.assertEqual(site.wait()[0], -9)
                self.count_crash()
                self.assert_none_or_whole(backup)
        self.assertIn("3 kept files, all whole", self.do("verify", "--data", self.data))

    def test_a_backup_for_which_there_is_no_room_is_not_begun(self):
        self.copies.mkdir()
        disk = SmallDisk.on(self, self.copies, megabytes=3)
        said = self.do("backup", "--data", self.data, "--to", self.copies / "again", before=disk.within, ends_with=1)
        self.assertIn("There is not room enough", said)
        left = subprocess.run([*disk.within, "ls", "-A", self.copies], capture_output=True, text=True)
        self.assertEqual(left.stdout, "")

    def test_a_backup_that_was_made_survives_a_power_cut(self):
        self.done_whole("backup", "--data", self.data, "--to", self.copies / "again")
        self.assertIn("3 kept files", self.do("verify", "--backup", self.after_a_power_cut() / "again"))

    def test_a_restore_that_was_killed_leaves_no_records(self):
        restored = self.copies / "restored"

        def check():
            if (restored / "frankpledge.sqlite").exists():
                self.assert_restored(restored)

        self.kill_anywhere("restore", self.backup, "--data", restored, check=check)

    def test_what_was_restored_survives_a_power_cut(self):
        self.done_whole("restore", self.backup, "--data", self.copies / "restored")
        self.assert_restored(self.after_a_power_cut() / "restored")
