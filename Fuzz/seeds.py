"""Writes inputs for the fuzzer to begin with: whole and broken street-level files, plain, gzip and ZIP."""

import gzip
import io
import pathlib
import sys
import zipfile

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context\r\n"
)


def row(id="4af0", month="2014-01", place="1.423175,51.389208,On or near High Street,E01024695,Thanet 001A", **more):
    kind, context = more.get("kind", "Burglary"), more.get("context", "")
    return f"{id},{month},Kent Police,Kent Police,{place},{kind},Under investigation,{context}\r\n"


NOWHERE = ",,No Location,,"
QUOTED = '-1.4,51.3,"The ""Crown"", Margate\nand Ramsgate",W01000001,Ynys 002B'
CSVS = {
    "plain": HEADER + row() + row(id="", kind="Anti-social behaviour") + row(place=NOWHERE),
    "quoted": HEADER + row(place=QUOTED) * 3 + row(month="2014-02"),
    "faults": HEADER + row(month="2014-13") + row(place="x,y,z,E1,Q") + row(kind="") + "a,b\r\n" + row(),
    "generated": HEADER + row(context="Generated example"),
    "mark": "\ufeff" + HEADER.replace("\r\n", "\n") + row().replace("\r\n", "\n"),
    "cut": HEADER + row() + row()[:60],
    "open": HEADER + row() + row(place='1,51,"High,E01000001,A 1') + row(),
    "header": HEADER,
    "missing": HEADER.replace("Month,", "") + row(),
    "reordered": "Context,Month," + HEADER.replace("Month,", "").replace(",Context", "") + "," + row(),
    "names": HEADER + row() + row().replace("001A", "002A"),
    "many": HEADER + "".join(row(kind=f"Type {kind}") for kind in range(20)),
}


def archive(members, method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return buffer.getvalue()


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in CSVS.items():
        plain = text.encode()
        (folder / f"{name}.csv").write_bytes(plain)
        (folder / f"{name}.gz").write_bytes(gzip.compress(plain, mtime=0))
        members = {f"2014-01/{name}-street.csv": plain, "2014-01/a-outcomes.csv": b"x"}
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            (folder / f"{name}-{method}.zip").write_bytes(archive(members, method))
    half = len(CSVS["plain"]) // 2
    halves = [gzip.compress(part.encode(), mtime=0) for part in (CSVS["plain"][:half], CSVS["plain"][half:])]
    (folder / "two.gz").write_bytes(b"".join(halves))
    (folder / "utf16.csv").write_bytes(CSVS["plain"].encode("utf-16"))
    (folder / "latin1.csv").write_bytes(CSVS["plain"].replace("High", "Hègh").encode("latin-1"))


main(pathlib.Path(sys.argv[1]))
