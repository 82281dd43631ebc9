"""Counts the rows of street-level files by LSOA, month and crime type with DuckDB or polars.

Prints, as one line of JSON, how long it took until the counts were in memory, without the start of Python and the
import, and enough about the groups to tell whether another program found the same. Each is used as its manual advises for speed: DuckDB with the columns'
types given so that it need not guess, polars with its streaming engine.
"""

import json
import sys
import time

COLUMNS = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
]


def duckdb_count(path):
    import duckdb

    start = time.perf_counter()
    connection = duckdb.connect(config={"threads": 2})
    columns = {name: "VARCHAR" for name in COLUMNS}
    connection.execute(
        f"""
        CREATE TEMP TABLE counts AS
        SELECT "LSOA code", Month, "Crime type", count(*)::BIGINT AS n
        FROM read_csv($1, columns = {columns}, header = true, auto_detect = false, delim = ',', quote = '"',
                      escape = '"')
        WHERE "LSOA code" <> '' GROUP BY ALL
        """,
        [path],
    )
    seconds = time.perf_counter() - start
    return seconds, connection.execute("SELECT count(*), sum(n), sum(n * n), max(n) FROM counts").fetchone()


def polars_count(path):
    import polars

    start = time.perf_counter()
    counts = (
        polars.scan_csv(path, infer_schema=False)
        .filter(polars.col("LSOA code") != "")
        .group_by("LSOA code", "Month", "Crime type")
        .agg(polars.len().alias("n"))
        .collect(engine="streaming")
    )
    seconds = time.perf_counter() - start
    count = counts["n"].cast(polars.Int64)
    return seconds, (len(count), count.sum(), (count * count).sum(), count.max())


if __name__ == "__main__":
    seconds, found = {"duckdb": duckdb_count, "polars": polars_count}[sys.argv[1]](sys.argv[2])
    groups, rows, squares, greatest = map(int, found)
    print(json.dumps(dict(seconds=seconds, rows=rows, groups=groups, squares=squares, greatest=greatest)))
