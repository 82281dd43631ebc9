"""The pack that the benchmark has printed says all that the paper asks of a pack."""

import re
import sys
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path += [str(PROJECT / "Benchmarks" / "packs")]

import pack

# What is not there unless it is said, as the paper asks by `maybe`.
OPTIONAL = {"changesHeading"}


class PackTests(unittest.TestCase):
    def test_it_says_all_that_the_paper_asks_for(self):
        paper = (PROJECT / "Sources/Meetings/Papers/agenda.typ").read_text(encoding="utf-8")
        asked = set(re.findall(r"\bwords\.(\w+)", paper)) - OPTIONAL
        for said in (pack.words(2, 1, seed=1), pack.with_files(2)):
            self.assertEqual(asked - said.keys(), set())


if __name__ == "__main__":
    unittest.main()
