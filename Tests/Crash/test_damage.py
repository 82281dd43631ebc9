"""A byte that changed on the disk: `frankpledge verify` says so, and where."""

import subprocess

from crashing import CrashTests
from orders import Order
from site_served import PROGRAM, Site


class DamageTests(CrashTests):
    def verify(self, *options):
        done = subprocess.run([PROGRAM, "verify", *map(str, options)], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def fill(self):
        writer = self.start()
        self.order(writer, [Order("note", f"note-{number}") for number in range(40)])
        self.order(writer, [Order("file", f"file-{number}", content=number) for number in range(4)])
        self.assertEqual(writer.finish(), 0)
        self.assertEqual(self.verify("--data", self.data)[0], 0)

    def assert_found(self, file, place, *words, looking=None):
        """Changes a byte, looks, and puts it back."""
        file.chmod(0o600)
        whole = file.read_bytes()
        changed = bytearray(whole)
        changed[place] ^= 1 << self.chance.randrange(8)
        file.write_bytes(changed)
        code, said = self.verify(*(looking or ("--data", self.data)))
        file.write_bytes(whole)
        self.assertEqual(code, 1, f"byte {place} of {file.name}: {said}")
        for word in words:
            self.assertIn(word, said)

    def test_in_an_entry(self):
        self.fill()
        records = self.data / "frankpledge.sqlite"
        for number in self.chance.sample(range(10, 40), 5):
            # In the entry, the kind of the subject stands before its name; in the row of the order it does not.
            place = records.read_bytes().index(f"ordernote-{number}".encode()) + len("order")
            self.assert_found(records, place, "entry")

    def test_in_a_page_of_the_records(self):
        self.fill()
        records = self.data / "frankpledge.sqlite"
        pages = records.stat().st_size // 4096
        for page in self.chance.sample(range(1, pages), 5):
            # The first byte of a page says what it is.
            self.assert_found(records, page * 4096, "damaged")

    def test_in_a_kept_file(self):
        self.fill()
        for file in (path for path in (self.data / "files").rglob("*") if len(path.name) == 64):
            self.assert_found(file, self.chance.randrange(file.stat().st_size), file.name)

    def test_in_any_file_of_a_backup(self):
        self.assertEqual(Site(self.data).stop(), 0)
        backup = self.folder / "backup"
        subprocess.run([PROGRAM, "backup", "--data", self.data, "--to", backup], check=True, capture_output=True)
        self.assertEqual(self.verify("--backup", backup)[0], 0)
        for _ in range(5):
            records = backup / "records.sqlite"
            place = self.chance.randrange(records.stat().st_size)
            self.assert_found(records, place, "records.sqlite", looking=("--backup", backup))
