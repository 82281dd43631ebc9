"""Assesses a district as a careful analyst's script does, with DuckDB, pandas, scipy and PySAL, as often as it is told.

Usage: peer.py ORDER [--without-numba]. ORDER is a JSON file that names the inputs, the district and the months. It assesses
once for each line of standard input and answers with a line of JSON: the seconds, and the figures. They are those of
`frankpledge assess --json`.
"""

import json
import sys
import time
import warnings

if "--without-numba" in sys.argv:
    # As where it is not installed: esda then does without, and compiles nothing.
    sys.modules["numba"] = None

import duckdb
import esda
import geopandas
import libpysal
import numpy
import pandas
from scipy.stats import beta, chi2, norm, t

ASB = "Anti-social behaviour"
Z = norm.ppf(0.975)
PERMUTATIONS = 999


def assess(order):
    counts = read(order)
    lsoa, months = counts[counts.district == order["district"]], order["months"]
    people = pandas.read_csv(order["population"]).set_index("lsoa11_code")
    residents = people.mid_2016[people.lad_name == order["district"]].sum()
    table = lsoa.pivot_table(index="type", columns="month", values="number", aggfunc="sum", fill_value=0)
    table = table.reindex(columns=order["comparison"] + months, fill_value=0)
    table = table[table.sum(axis=1) > 0]
    crime = table.drop(index=ASB)
    whole = crime.sum()
    return {
        "rows": {"read": int(counts.number.sum()), "kept": int(counts.number[counts.code.notna()].sum())},
        "allCrime": series(whole, order, residents),
        "series": {name: series(row, order, residents, whole[months].sum()) for name, row in table.iterrows()},
        "places": places(lsoa[lsoa.month.isin(months)], people, order),
    }


def read(order):
    """Every row of the files, by LSOA, month and type."""
    found = duckdb.sql(
        f"""
        SELECT "LSOA code" AS code, "LSOA name" AS name, "Month" AS month, "Crime type" AS type, count(*) AS number
        FROM read_csv({order["police"]}, header = true, all_varchar = true)
        GROUP BY ALL
        """
    ).df()
    return found.assign(district=found.name.str.rsplit(" ", n=1).str[0])


def series(row, order, residents, whole=None):
    now, before = row[order["months"]], row[order["comparison"]]
    count = int(now.sum())
    return {
        "total": count,
        "months": now.tolist(),
        "comparison": before.tolist(),
        "rate": rate(count, residents),
        "share": count / whole if whole is not None and row.name != ASB else None,
        "change": change(before, now),
    }


def rate(count, people):
    """For each 1,000, with its interval: exact below 10 events, Byar's from 10."""
    if count < 10:
        lower, upper = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0, chi2.ppf(0.975, 2 * count + 2) / 2
    else:
        lower = count * (1 - 1 / (9 * count) - Z / (3 * count**0.5)) ** 3
        upper = (count + 1) * (1 - 1 / (9 * (count + 1)) + Z / (3 * (count + 1) ** 0.5)) ** 3
    return [count / people * 1000, lower / people * 1000, upper / people * 1000]


def change(before, now):
    """The ratio of two years with its interval, which allows for months that vary more than chance would have them."""
    x, y = int(before.sum()), int(now.sum())
    if not x or not y:
        lower = beta.ppf(0.025, y, x + 1) if y else 0.0
        upper = beta.ppf(0.975, y + 1, x) if x else 1.0
        ends = [lower / (1 - lower), upper / (1 - upper) if x else None]
        return {"ratio": 0.0 if x else None, "interval": ends, "dispersion": None}
    freedom = len(before) + len(now) - 2
    pearson = sum(((months - months.mean()) ** 2 / months.mean()).sum() for months in (before, now))
    dispersion = pearson / freedom
    reach = numpy.exp(t.ppf(0.975, freedom) * ((1 / x + 1 / y) * max(1, dispersion)) ** 0.5)
    return {"ratio": y / x, "interval": [y / x / reach, y / x * reach], "dispersion": float(dispersion)}


def places(lsoa, people, order):
    """Each small area with its crimes and its rate, and whether it lies in a cluster by Gi*."""
    kinds = lsoa.assign(kind=(lsoa.type == ASB).map({True: "incidents", False: "crimes"}))
    table = kinds.pivot_table(index="code", columns="kind", values="number", aggfunc="sum", fill_value=0)
    shapes = geopandas.read_file(order["boundaries"]).set_index("LSOA11CD")
    table, shapes = table.sort_index(), shapes.loc[table.sort_index().index]
    touching = libpysal.weights.Queen.from_dataframe(shapes, use_index=False, silence_warnings=True)
    # For Gi* each area is its own neighbour, with the weight 1: esda 2.9.0’s default keeps to neither.
    own = {area: [area, *near] for area, near in touching.neighbors.items()}
    weights = libpysal.weights.W(own, silence_warnings=True)
    weights.transform = "B"
    values = table.crimes.to_numpy(float)
    found = esda.G_Local(
        values, weights, transform="B", star=None, permutations=PERMUTATIONS, n_jobs=1, seed=order["seed"]
    )
    return {
        code: {
            "crimes": int(row.crimes),
            "incidents": int(row.incidents),
            "rate": rate(int(row.crimes), people.mid_2016[code]),
            "z": float(z),
            "p": float(p),
        }
        for (code, row), z, p in zip(table.iterrows(), found.Zs, found.p_sim, strict=True)
    }


def main(path):
    order = json.loads(open(path, encoding="utf-8").read())
    duckdb.sql("SET threads = 2")
    warnings.filterwarnings("ignore")
    for _ in sys.stdin:
        began = time.perf_counter()
        figures = assess(order)
        print(json.dumps({"seconds": time.perf_counter() - began, "figures": figures}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
