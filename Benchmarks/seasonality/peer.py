"""Takes every series of a file apart with statsmodels' STL, in one process or in as many as are asked for.

Prints, as one line of JSON, how long that took from series in memory to results in memory, without the start of Python, of
the processes and the import; and writes the results for comparison, as doubles.

    peer.py SERIES RESULTS PROCESSES
"""

import json
import multiprocessing
import sys
import time

import numpy
from statsmodels.tsa.seasonal import STL


def parts(series):
    rows = numpy.empty((len(series), 2 * series.shape[1]))
    for row, values in zip(rows, series):
        fit = STL(values, period=12, seasonal=13).fit()
        row[:] = numpy.concatenate([fit.seasonal, fit.trend])
    return rows


def timed(series, processes):
    if processes == 1:
        start = time.perf_counter()
        found = parts(series)
        return found, time.perf_counter() - start
    with multiprocessing.Pool(processes) as pool:
        shares = numpy.array_split(series, processes)
        # Once before, so that the processes are there and have imported what they need.
        pool.map(parts, [share[:1] for share in shares])
        start = time.perf_counter()
        found = numpy.concatenate(pool.map(parts, shares, chunksize=1))
        return found, time.perf_counter() - start


if __name__ == "__main__":
    series = numpy.loadtxt(sys.argv[1], delimiter=",")
    found, seconds = timed(series, int(sys.argv[3]))
    found.tofile(sys.argv[2])
    print(json.dumps({"seconds": seconds, "series": len(series)}))
