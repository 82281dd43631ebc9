"""Frankpledge's tables as Django sees them. It neither makes nor changes them."""

from datetime import UTC
from itertools import pairwise

from django.db import models

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


class MomentField(models.DateTimeField):
    """A moment as the records hold it, `2016-02-09T14:05:00.000000Z`, which SQLite compares as text."""

    def get_db_prep_value(self, value, connection, prepared=False):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Profile(models.Model):
    id = models.TextField(primary_key=True)
    profile = models.JSONField()

    class Meta:
        managed = False
        db_table = "partnership_profile"


class Session(models.Model):
    token_hash = models.BinaryField(primary_key=True)
    partnership = models.TextField()
    member = models.TextField()
    ends_at = MomentField()

    class Meta:
        managed = False
        db_table = "session"


class Release(models.Model):
    """One dated delivery of a data set."""

    KINDS = {
        "police": "Street-level crime",
        "population": "Population",
        "boundaries": "Boundaries",
        "lookups": "Lookups",
    }

    id = models.TextField(primary_key=True)
    partnership = models.TextField()
    kind = models.TextField(choices=KINDS)
    name = models.TextField()
    sha256 = models.TextField()
    size = models.IntegerField()
    publisher = models.TextField()
    licence = models.TextField()
    received_at = MomentField()
    received_by = models.TextField()
    rows_kept = models.IntegerField()
    rows_unplaced = models.IntegerField()
    rows_refused = models.IntegerField()
    first_month = models.TextField(null=True)
    last_month = models.TextField(null=True)
    generated_rows = models.IntegerField()
    remarks = models.JSONField()

    class Meta:
        managed = False
        db_table = "data_release"

    @property
    def rows_read(self):
        return self.rows_kept + self.rows_unplaced + self.rows_refused

    @property
    def months(self):
        """ "January 2014 to March 2014"; a dash for a release that is of no month."""
        if not self.first_month:
            return "–"
        first, last = month_name(self.first_month), month_name(self.last_month)
        return first if first == last else f"{first} to {last}"


class ForceMonth(models.Model):
    """One month of one force, as one release tells it."""

    id = models.TextField(primary_key=True)
    partnership = models.TextField()
    release = models.TextField(db_column="data_release")
    force = models.TextField()
    month = models.TextField()
    rows_kept = models.IntegerField()
    rows_unplaced = models.IntegerField()
    rows_refused = models.IntegerField()
    superseded_by = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "force_month"

    @property
    def rows_read(self):
        return self.rows_kept + self.rows_unplaced + self.rows_refused


class Coverage:
    """Which months of which force are here."""

    def __init__(self, records):
        by_force = {}
        for record in records:
            by_force.setdefault(record.force, {})[ordinal(record.month)] = record
        years = {month // 12 for months in by_force.values() for month in months}
        years = range(min(years), max(years) + 1) if years else []
        self.forces = [
            (force, [(year, list(cells(year, months))) for year in years]) for force, months in sorted(by_force.items())
        ]
        self.holes = [(force, missing) for force, months in sorted(by_force.items()) if (missing := holes(months))]


def cells(year, months):
    """Each month of a year: its name, its record if it is here, and whether it lies between months that are here."""
    first, last = min(months), max(months)
    for number, name in enumerate(MONTHS):
        month = year * 12 + number
        yield name, months.get(month), first <= month <= last


def holes(months):
    """The names of the months that lie between the first and the last and are not here."""
    return [
        f"{MONTHS[month % 12]} {month // 12}"
        for before, after in pairwise(sorted(months))
        for month in range(before + 1, after)
    ]


def ordinal(month):
    """Months since January of the year 0, of `2014-01`."""
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def month_name(month):
    """ "January 2014", of `2014-01`."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"
