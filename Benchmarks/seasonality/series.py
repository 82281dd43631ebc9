"""Monthly counts as a force's districts have them by type of crime, the same for the same seed."""

import math
import random

MONTHS = 60
# Variance over mean, between the months of districts of Kent in 2014: the median.
DISPERSION = 1.9


def write(path, count, seed):
    chance = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        for _ in range(count):
            file.write(",".join(map(str, made(chance))) + "\n")


def made(chance):
    """A series with a level, a season, a trend and swings of its own."""
    level = math.exp(chance.uniform(math.log(3), math.log(200)))
    swing, peak = chance.uniform(0, 0.4), chance.uniform(0, 2 * math.pi)
    growth = chance.uniform(-0.01, 0.01)
    for month in range(MONTHS):
        mean = level * (1 + swing * math.sin(month * math.pi / 6 + peak)) * math.exp(growth * month)
        yield poisson(chance, chance.gammavariate(mean / (DISPERSION - 1), DISPERSION - 1))


def poisson(chance, mean):
    """How many steps of chance length fit into the mean."""
    count, sum = 0, chance.expovariate(1)
    while sum < mean:
        count += 1
        sum += chance.expovariate(1)
    return count
