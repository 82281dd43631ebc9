"""The same intervals with numpy and scipy, in four ways, timed again and again; prints one line of JSON.

    peer.py FOLDER TIMES WAY

Every way is held against the limits that lie in the folder before it is timed, and stops if one differs.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy
from scipy import special, stats

PER, TAIL = 1000.0, 0.025
Z = special.ndtri(1 - TAIL)
FEWEST_FOR_BYAR = 10
# Rows that, with what is worked out from them, fit the memory of one processor.
BLOCK = 16_384


class Plain:
    """As the formulas are written in a paper, over whole columns: chi-square's quantiles where counts are below ten."""

    def __init__(self, rows):
        pass

    def fill(self, counts, populations, lower, upper):
        few = counts < FEWEST_FOR_BYAR
        x = counts.astype(float)
        with numpy.errstate(divide="ignore", invalid="ignore"):
            low = x * (1 - 1 / (9 * x) - Z / (3 * numpy.sqrt(x))) ** 3
        high = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * numpy.sqrt(x + 1))) ** 3
        some = x[few]
        low[few] = numpy.where(some > 0, stats.chi2.ppf(TAIL, 2 * some) / 2, 0)
        high[few] = stats.chi2.ppf(1 - TAIL, 2 * some + 2) / 2
        lower[:] = low / populations * PER
        upper[:] = high / populations * PER


class Table:
    """Ours in numpy: the limits of small counts from a table, those of others in place, block by block, with roots and
    products instead of powers and nothing allocated for a block."""

    def __init__(self, rows, tabled=1024):
        counts = numpy.arange(tabled)
        self.low, self.high = numpy.empty(tabled), numpy.empty(tabled)
        Plain(tabled).fill(counts, numpy.full(tabled, PER), self.low, self.high)
        self.spare = [numpy.empty(BLOCK) for _ in range(4)]

    def fill(self, counts, populations, lower, upper):
        for start in range(0, len(counts), BLOCK):
            rows = slice(start, start + BLOCK)
            self.block(counts[rows], populations[rows], lower[rows], upper[rows])

    def block(self, counts, populations, lower, upper):
        scale, x, root, part = (spare[: len(counts)] for spare in self.spare)
        numpy.divide(PER, populations, out=scale)
        if counts.max() < len(self.low):
            numpy.take(self.low, counts, out=lower, mode="clip")
            numpy.take(self.high, counts, out=upper, mode="clip")
        else:
            numpy.copyto(x, counts)
            self.byar(numpy.maximum(x, 1, out=lower), -Z, root, part, lower)
            numpy.add(x, 1, out=x)
            self.byar(x, Z, root, part, upper)
            few = numpy.flatnonzero(counts < FEWEST_FOR_BYAR)
            lower[few] = self.low[counts[few]]
            upper[few] = self.high[counts[few]]
        numpy.multiply(lower, scale, out=lower)
        numpy.multiply(upper, scale, out=upper)

    @staticmethod
    def byar(x, z, root, part, out):
        """x (1 − 1/9x + z/3√x)³ with two divisions fewer: r = 1/√x, then x (1 + r (z/3 − r/9))³."""
        numpy.sqrt(x, out=root)
        numpy.divide(1, root, out=root)
        numpy.multiply(root, -1 / 9, out=part)
        numpy.add(part, z / 3, out=part)
        numpy.multiply(part, root, out=part)
        numpy.add(part, 1, out=part)
        numpy.multiply(part, part, out=root)
        numpy.multiply(part, root, out=part)
        numpy.multiply(x, part, out=out)


class Formulas(Table):
    """Without a table but for the ten counts that have no formula."""

    def __init__(self, rows):
        super().__init__(rows, tabled=FEWEST_FOR_BYAR)


class Both(Table):
    """The table’s way on both cores: numpy lets go of Python’s lock while it works on a block."""

    def __init__(self, rows):
        half = (rows // 2 // BLOCK + 1) * BLOCK
        self.parts = [slice(0, half), slice(half, rows)]
        self.ways = [Table(rows) for _ in self.parts]

    def fill(self, counts, populations, lower, upper):
        def one(way, rows):
            way.fill(counts[rows], populations[rows], lower[rows], upper[rows])

        list(POOL.map(one, self.ways, self.parts))


POOL = ThreadPoolExecutor(2)
WAYS = {"plain": Plain, "formulas": Formulas, "table": Table, "both": Both}


def main(folder, times, way):
    counts = numpy.fromfile(folder / "counts", numpy.int64)
    populations = numpy.fromfile(folder / "populations")
    lower, upper = numpy.zeros(len(counts)), numpy.zeros(len(counts))
    seconds = []
    for _ in range(times + 1):
        start = time.perf_counter()
        WAYS[way](len(counts)).fill(counts, populations, lower, upper)
        seconds.append(time.perf_counter() - start)
    differences = []
    for name, limits in (("lower", lower), ("upper", upper)):
        theirs = numpy.fromfile(folder / name)
        differences.append(float(numpy.max(numpy.abs(limits - theirs) / numpy.maximum(theirs, 1e-300))))
    print(json.dumps({"rows": len(counts), "seconds": seconds[1:], "difference": max(differences)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
