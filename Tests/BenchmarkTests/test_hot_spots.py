"""The map in which the benchmark finds hot spots, and how it holds what was found against one another."""

import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path += [str(PROJECT / "Benchmarks" / "hot-spots"), str(PROJECT / "Benchmarks" / "kit")]

import finders
import lattice


class LatticeTests(unittest.TestCase):
    def test_fields_touch_along_sides_and_at_corners(self):
        self.assertEqual(list(lattice.neighbours(3, 0, 0)), [1, 3, 4])
        self.assertEqual(list(lattice.neighbours(3, 1, 1)), [0, 1, 2, 3, 5, 6, 7, 8])

    def test_all_programs_read_the_same_map(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            pairs = lattice.write(folder, 4)
            lists = (folder / "neighbours").read_text(encoding="ascii").splitlines()
            gal = (folder / "map.gal").read_text(encoding="ascii").splitlines()
            values = (folder / "values").read_text(encoding="ascii").split()

        self.assertEqual(pairs, 42)
        self.assertEqual(gal[0], "0 16 map field")
        self.assertEqual(gal[2::2], lists)
        self.assertEqual(len(set(values)), 16)

    def test_a_seed_makes_the_same_rates_each_time(self):
        self.assertEqual(lattice.rates(5), lattice.rates(5))


class DeviationTests(unittest.TestCase):
    def test_probabilities_a_count_apart_agree(self):
        self.assertEqual(finders.deviation(0.001, 0.002, 999), 0)

    def test_probabilities_that_chance_does_not_explain_are_far_apart(self):
        self.assertLess(finders.deviation(0.04, 0.05, 999), 2)
        self.assertGreater(finders.deviation(0.001, 0.5, 999), 6)


if __name__ == "__main__":
    unittest.main()
