"""The chain that the benchmark makes from the description of its hashes alone, and walks as a peer."""

import hashlib
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks" / "entry-chain"))

import chain

PARTNERSHIP = "0152c9f8-e800-7cc3-98c8-3c5f2a1d0e4b"


class ChainTests(unittest.TestCase):
    def test_it_has_the_hashes_that_the_program_works_out(self):
        """The entry of EntryFormTests in Swift, which names these hashes too."""
        changes = '[{"after":"Ωmega","before":null,"field":"title"},{"after":2.5,"before":1,"field":"count"}]'
        detail = hashlib.sha256(chain.detail_form(bytes(range(16)), "Ada Lovelace", "It was due.", changes, None))
        texts = (
            "2016-02-09T12:00:00.000000Z", "note written", "note", "7", "member",
            "0152c9f8-e800-7000-8000-000000000001", "done",
        )  # fmt: skip
        form = chain.entry_form(chain.BEGINNING, PARTNERSHIP.encode(), 1, texts, detail.digest())

        self.assertEqual(detail.hexdigest(), "585c8a7e65d7501b4731b41390acaf09360fe9739bd2b262c34ef3938bce4a43")
        self.assertEqual(
            hashlib.sha256(form).hexdigest(), "ea6e34c3913fad745e957f1dec949f8e5db1a1087d0f1ff5ffe8c2b4b6f65eb8"
        )

    def rows(self, count):
        """As a walk reads them: of the entry and of its detail, without the partnership."""
        return [entry[1:] + detail[2:] for entry, detail in chain.made(PARTNERSHIP, count)]

    def test_what_was_made_can_be_walked_in_stretches(self):
        rows = self.rows(120)
        first = chain.Walk(PARTNERSHIP, 0, chain.BEGINNING)
        for row in rows[:60]:
            first.step(row)
        second = chain.Walk(PARTNERSHIP, 60, first.hash)
        for row in rows[60:]:
            second.step(row)

        self.assertEqual((second.number, second.hash), (120, rows[-1][9]))

    def test_what_was_changed_is_found(self):
        for place in range(len(self.rows(4)[3])):
            row = list(self.rows(4)[3])
            row[place] = row[place] + type(row[place])(b"x" if isinstance(row[place], bytes) else "1") if row[place] else "x"
            walk = chain.Walk(PARTNERSHIP, 3, self.rows(3)[2][9])
            with self.assertRaises(SystemExit):
                walk.step(row)


if __name__ == "__main__":
    unittest.main()
