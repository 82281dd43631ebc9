"""Columns of counts and populations as an analyst has them, the same for the same seed; for numpy's Python."""

import sys
from pathlib import Path

import numpy

SEED = 2016


def small(chance, rows):
    """Crimes of a type in an LSOA in a year: three in ten are none, three in ten reach ten, hardly one a hundred."""
    rates = chance.gamma(0.5, 1 / 90, rows)
    populations = chance.integers(900, 3500, rows).astype(float)
    return chance.poisson(rates * populations), populations


def large(chance, rows):
    """All crimes of a district in a month or a year: some hundreds to some ten thousands."""
    populations = chance.integers(20_000, 600_000, rows).astype(float)
    return chance.poisson(populations * chance.uniform(0.004, 0.12, rows)), populations


def mixed(chance, rows):
    """The one and the other in no order, so that nothing about the next row can be guessed."""
    few, many = small(chance, rows), large(chance, rows)
    chosen = chance.random(rows) < 0.5
    return tuple(numpy.where(chosen, one, other) for one, other in zip(few, many, strict=True))


KINDS = {"small": small, "large": large, "mixed": mixed}


def write(folder, kind, rows):
    counts, populations = KINDS[kind](numpy.random.default_rng(SEED), rows)
    counts.astype(numpy.int64).tofile(folder / "counts")
    populations.astype(numpy.float64).tofile(folder / "populations")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
