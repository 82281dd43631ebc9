"""Street-level crime as the police publish it, made up for a test."""

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\n"
)


def street_file(month, rows=50):
    """A good file of one month of a force, with this many bicycle thefts."""
    row = ",{month},Kent Police,Kent Police,1.38,51.38,On or near High Street,E01024678,Thanet 001A,Bicycle theft,,\n"
    return (HEADER + row.format(month=month) * rows).encode()


def broken_file():
    """A file whose third line stops half-way."""
    return street_file("2016-05", rows=2)[:-60]
