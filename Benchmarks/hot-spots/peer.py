"""Finds hot spots with PySAL or with GeoDa, as often as it is told to, and says each time how long that took.

Usage: peer.py esda|geoda FOLDER. It is told as HotSpotFinder is; GeoDa also by which method to permute.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import numpy

THREADS = 2


class Clock:
    def __init__(self):
        self.start, self.used = time.perf_counter(), time.process_time()

    def spent(self):
        """Seconds since, and what this process has used of the processors, on all its threads."""
        return {"seconds": time.perf_counter() - self.start, "processor": time.process_time() - self.used}


class PySAL:
    def __init__(self, folder, values):
        import esda
        import libpysal

        self.esda, self.values, self.weights = esda, numpy.array(values), libpysal.weights.W
        lists = (folder / "neighbours").read_text(encoding="ascii").splitlines()
        self.touching = {field: list(map(int, line.split())) for field, line in enumerate(lists)}

    def find(self, statistic, permutations, seed, _):
        options = {"permutations": permutations, "n_jobs": 1, "seed": seed}
        weights = self.made(statistic)
        clock = Clock()
        if statistic == "gi":
            found = self.esda.G_Local(self.values, weights, transform="B", star=None, **options)
            return clock.spent(), found.Zs, found.p_sim
        found = self.esda.Moran_Local(self.values, weights, transformation="r", keep_simulations=False, **options)
        return clock.spent(), found.Is, found.p_sim

    def made(self, statistic):
        """Weights, anew each time: for Gi* each area is its own neighbour, and esda 2.9.0 takes it out of what it is given."""
        lists = self.touching
        if statistic == "gi":
            lists = {field: [field, *near] for field, near in lists.items()}
        weights = self.weights(lists, silence_warnings=True)
        weights.transform = "B" if statistic == "gi" else "R"
        # Made when it is first asked for, and kept.
        assert weights.sparse.shape[0] == len(lists)
        return weights


class GeoDa:
    def __init__(self, folder, values):
        import pygeoda

        self.statistics = {"gi": pygeoda.local_gstar, "moran": pygeoda.local_moran}
        self.values = values
        self.weights = pygeoda.weights.weight.read_gal(str(folder / "map.gal"), list(map(str, range(len(values)))))

    def find(self, statistic, permutations, seed, method):
        options = {"permutations": permutations, "permutation_method": method, "cpu_threads": THREADS, "seed": seed}
        clock = Clock()
        found = self.statistics[statistic](self.weights, self.values, **options)
        return clock.spent(), found.lisa_values(), found.lisa_pvalues()


def main(program, folder):
    warnings.simplefilter("ignore")
    values = list(map(float, (folder / "values").read_text(encoding="ascii").split()))
    peer = {"esda": PySAL, "geoda": GeoDa}[program](folder, values)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "write":
            Path(words[1]).write_text("".join(f"{one} {p}\n" for one, p in zip(statistics, probabilities)))
            print(json.dumps({"written": len(statistics)}), flush=True)
        else:
            method = words[3] if len(words) > 3 else None
            spent, statistics, probabilities = peer.find(words[0], int(words[1]), int(words[2]), method)
            print(json.dumps(spent), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
