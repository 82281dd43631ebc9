"""The monthly series that are measured, and that whoever is measured must say the same of them."""

import sys
import tempfile
import unittest
from array import array
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "Benchmarks"
sys.path[:0] = [str(BENCHMARKS / "kit"), str(BENCHMARKS / "seasonality")]

import series
import turns


class SeriesTests(unittest.TestCase):
    def written(self, count, seed):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "series.csv"
            series.write(path, count, seed)
            return [[int(field) for field in line.split(",")] for line in path.read_text().splitlines()]

    def test_the_same_seed_makes_the_same_counts(self):
        self.assertEqual(self.written(20, 7), self.written(20, 7))
        self.assertNotEqual(self.written(20, 7), self.written(20, 8))

    def test_each_has_a_count_for_every_month_and_varies_more_than_chance(self):
        made = self.written(100, 7)

        self.assertTrue(all(len(counts) == series.MONTHS and min(counts) >= 0 for counts in made))
        spread = [variance(counts) / (sum(counts) / len(counts)) for counts in made if sum(counts)]
        self.assertGreater(sorted(spread)[len(spread) // 2], 1.5)


class AgreementTests(unittest.TestCase):
    def refused(self, left, right):
        with self.assertRaises(SystemExit):
            turns.agree("one", array("d", left), "another", array("d", right), 1e-9)

    def test_the_same_but_for_rounding_will_do(self):
        nothing = float("nan")
        turns.agree("one", array("d", [1, nothing, 1e6]), "another", array("d", [1 + 1e-12, nothing, 1e6 + 1e-4]), 1e-9)

    def test_another_number_or_none_will_not(self):
        self.refused([1, 2], [1, 2.001])
        self.refused([1, 2], [1])
        self.refused([1, 2], [1, float("nan")])
        self.refused([float("nan")], [0])


def variance(counts):
    mean = sum(counts) / len(counts)
    return sum((count - mean) ** 2 for count in counts) / (len(counts) - 1)


if __name__ == "__main__":
    unittest.main()
