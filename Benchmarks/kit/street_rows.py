"""Writes street-level crime in data.police.uk's format, the same for the same seed.

Rows are like real ones: in order of force, LSOA and type within each month, one in a hundred with a quoted location,
one in a hundred without a place, and anti-social behaviour without a Crime ID.
"""

import itertools
import random
from pathlib import Path

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\r\n"
)
# Shares of each type in eleven forces' months of 2014.
TYPES = {
    "Anti-social behaviour": 371,
    "Bicycle theft": 17,
    "Burglary": 74,
    "Criminal damage and arson": 100,
    "Drugs": 27,
    "Other crime": 9,
    "Other theft": 88,
    "Possession of weapons": 4,
    "Public order": 25,
    "Robbery": 4,
    "Shoplifting": 63,
    "Theft from the person": 8,
    "Vehicle crime": 53,
    "Violence and sexual offences": 157,
}
OUTCOMES = [
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Under investigation",
    "Offender given a caution",
    "Status update unavailable",
]
PLACES = ["Green Lane", "Parking Area", "Supermarket", "High Street", "Station Road", "Shottenden Road", "The Avenue"]
# England and Wales in 2011; a force like Kent has some 900 LSOAs.
ALL_AREAS = 34_753
FORCES = 43


def areas(chance, count):
    """The first LSOAs of England and Wales, a hundred to a district, each with a few map points."""
    made = []
    for number in range(count):
        district, rank = divmod(number, 100)
        east, north = -4.0 + chance.random() * 5.5, 50.5 + chance.random() * 4.5
        points = [
            (f"{east + chance.random() / 50:.6f}", f"{north + chance.random() / 50:.6f}", chance.choice(PLACES))
            for _ in range(20)
        ]
        code = f"E01{number + 1:06d}" if number < 32_844 else f"W01{number - 32_843:06d}"
        name = f"District {district} {rank // 5 + 1:03d}{'ABCDE'[rank % 5]}"
        force = f"Force number {number * FORCES // ALL_AREAS} Constabulary"
        made.append((code, name, force, points))
    return made


def month_rows(chance, made, month, count):
    """Of each row the force that reported it, and the line."""
    weights = [chance.expovariate(1) + 0.05 for _ in made]
    chosen = chance.choices(range(len(made)), weights, k=count)
    types = chance.choices(list(TYPES), list(TYPES.values()), k=count)
    for area, kind in sorted(zip(chosen, types)):
        code, name, force, points = made[area]
        east, north, place = points[int(chance.random() * 20)]
        draw = chance.random()
        location = f"On or near {place}"
        if draw < 0.01:
            location = '"On or near ""The Crown"", ' + place + '"'
        elif draw > 0.99:
            identifier = f"{chance.getrandbits(256):064x}"
            yield force, f"{identifier},{month},{force},{force},,,No Location,,,{kind},Under investigation,\r\n"
            continue
        if kind == "Anti-social behaviour":
            yield force, f",{month},{force},{force},{east},{north},{location},{code},{name},{kind},,\r\n"
        else:
            outcome = OUTCOMES[int(draw * 1000) % 5]
            yield force, (
                f"{chance.getrandbits(256):064x},{month},{force},{force},{east},{north},{location},{code},{name},"
                f"{kind},{outcome},\r\n"
            )


def months_rows(rows, months, area_count, seed):
    """The rows of each month in turn: its name, and of each row its force and line."""
    chance = random.Random(seed)
    made = areas(chance, area_count)
    for index in range(months):
        month = f"{2014 + index // 12}-{index % 12 + 1:02d}"
        share = rows * (index + 1) // months - rows * index // months
        yield month, month_rows(chance, made, month, share)


def write(path, rows, months, area_count, seed):
    """All in one file."""
    with open(path, "w", newline="", encoding="ascii", buffering=1 << 20) as file:
        file.write(HEADER)
        for _, found in months_rows(rows, months, area_count, seed):
            file.writelines(line for _, line in found)


def write_folder(folder, rows, months, area_count, seed):
    """A file for each force and month, as data.police.uk publishes them."""
    for month, found in months_rows(rows, months, area_count, seed):
        for force, lines in itertools.groupby(found, lambda row: row[0]):
            path = Path(folder, f"{month}-{force.lower().replace(' ', '-')}-street.csv")
            with open(path, "w", newline="", encoding="ascii", buffering=1 << 20) as file:
                file.write(HEADER)
                file.writelines(line for _, line in lines)
