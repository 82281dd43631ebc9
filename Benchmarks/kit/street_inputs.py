"""What is assessed: made-up street-level files of a force or the country, with the people and boundaries of small areas."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import street_rows

SEED = 2016
MONTHS = 36
# Of a force like Kent: 900 small areas, a hundred of them to a district, and 160,000 rows a year.
AREAS = 900
ROWS = 480_000
DISTRICT = "District 3"


@dataclass(frozen=True)
class Inputs:
    police: list
    population: Path
    boundaries: Path
    rows: int
    # Of the files of crimes, which are gone when the report is written.
    bytes: int


def write(folder, rows=ROWS, areas=AREAS, months=MONTHS):
    """What a folder has of it already is not made again: the same numbers make the same rows."""
    police = folder / f"police-{rows}-{areas}-{months}"
    if not police.exists():
        part = police.with_suffix(".part")
        part.mkdir(parents=True)
        street_rows.write_folder(part, rows, months, areas, SEED)
        part.rename(police)
    names = [(code, name) for code, name, _, _ in street_rows.areas(random.Random(SEED), areas)]
    files = sorted(police.iterdir())
    return Inputs(
        police=files,
        population=population(folder / "population.csv", names),
        boundaries=boundaries(folder / "boundaries.geojson", names),
        rows=rows,
        bytes=sum(path.stat().st_size for path in files),
    )


def population(path, names):
    """People by LSOA, some 1,500 in each, in the form in which the register takes them."""
    chance = random.Random(SEED)
    lines = ["lsoa11_code,lsoa11_name,lad_code,lad_name,mid_2015,mid_2016\n"]
    for number, (code, name) in enumerate(names):
        district, people = name.rsplit(" ", 1)[0], chance.randrange(1000, 2000)
        lines.append(f"{code},{name},E07{number // 100:06d},{district},{people},{people + chance.randrange(-20, 40)}\n")
    path.write_text("".join(lines), encoding="ascii")
    return path


def boundaries(path, names):
    """Each district a field of ten by ten squares, apart from the others."""
    features = []
    for number, (code, name) in enumerate(names):
        district, rank = divmod(number, 100)
        west, south = -4 + district % 20 * 0.12 + rank % 10 / 100, 50.5 + district // 20 * 0.12 + rank // 10 / 100
        corners = [(0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01), (0, 0)]
        ring = [[round(west + east, 6), round(south + north, 6)] for east, north in corners]
        features.append(
            {
                "type": "Feature",
                "properties": {"LSOA11CD": code, "LSOA11NM": name},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="ascii")
    return path
