# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the first sheet of an Excel workbook to standard output as comma-separated text.

A partner's file is a stranger's: this runs in a process of its own, which may neither take long nor much memory. The first
line of what it says on standard error is JSON: what was read, or why nothing was.
"""

import csv
import datetime
import json
import resource
import sys
import zipfile

UNPACKED = 400 << 20
PARTS = 5_000
ROWS = 1_000_000
COLUMNS = 200
CELLS = 5_000_000


class Refusal(Exception):
    """Why the workbook cannot be read, and what to do about it."""

    def __init__(self, problem, advice):
        super().__init__(problem)
        self.problem, self.advice = problem, advice


def main():
    path, memory, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        say(write(path))
    except Refusal as refusal:
        say({"problem": refusal.problem, "advice": refusal.advice})
    except MemoryError:
        say({"problem": "it needs too much memory to read", "advice": "Save the sheet as ‘CSV UTF-8’ and give that."})
    except BrokenPipeError:
        pass


def say(words):
    print(json.dumps(words), file=sys.stderr, flush=True)


def write(path):
    parts = measure(path)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_path(path)
        visible = [
            sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible
        ]
        sheets = [(name, workbook.get_sheet_by_name(name)) for name in visible]
        hidden = [
            sheet.name for sheet in workbook.sheets_metadata
            if sheet.visible != SheetVisibleEnum.Visible and is_filled(workbook, sheet.name)
        ]
    except (CalamineError, ValueError, OSError) as error:
        raise Refusal(
            f"it is no workbook that can be read ({error})",
            "Open it in Excel and save it anew, without a password; or save the sheet as ‘CSV UTF-8’.",
        ) from error
    filled = [(name, sheet) for name, sheet in sheets if sheet.end is not None]
    if not filled:
        raise Refusal("it has no sheet with anything on it", "Check that it is the file you meant.")
    name, sheet = filled[0]
    check(name, sheet)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    sys.stdout.reconfigure(encoding="utf-8")
    for row in sheet.to_python(skip_empty_area=False):
        cells = [text(cell) for cell in row]
        # An empty row stays a line, so that lines are numbered as in Excel.
        if any(cells):
            rows.writerow(cells)
        else:
            sys.stdout.write("\n")
    sys.stdout.flush()
    comments = any(part.startswith(("xl/comments", "xl/threadedComments")) for part in parts)
    return {"sheet": name, "others": [other for other, _ in filled[1:]], "hidden": hidden, "comments": comments}


def is_filled(workbook, name):
    """Whether a hidden sheet has something on it; one that can't be read is taken to have."""
    from python_calamine import CalamineError

    try:
        return workbook.get_sheet_by_name(name).end is not None
    except (CalamineError, ValueError, OSError):
        return True


def measure(path):
    """Refuses what would unpack to far more than a table is, before any of it is unpacked; the names of its parts."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Refusal(
            "it is no Excel workbook (.xlsx)", "Save it as an Excel workbook (.xlsx), or as ‘CSV UTF-8’, and give that."
        ) from error
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise Refusal(
            "it would unpack to more than a table of figures is", "Save the sheet alone as ‘CSV UTF-8’ and give that."
        )
    return [part.filename for part in parts]


def check(name, sheet):
    if sheet.total_height > ROWS or sheet.total_width > COLUMNS:
        raise Refusal(
            f"its sheet ‘{name}’ has {sheet.total_height:,} rows and {sheet.total_width:,} columns, more than the "
            f"{ROWS:,} and {COLUMNS:,} that are read",
            "Delete what is not part of the table, or split it.",
        )
    if sheet.total_height * sheet.total_width > CELLS:
        raise Refusal(
            f"its sheet ‘{name}’ has {sheet.total_height * sheet.total_width:,} cells, more than the {CELLS:,} that are read",
            "Delete what is not part of the table, or split it.",
        )
    if merged := sheet.merged_cell_ranges:
        (top, left), (bottom, right) = merged[0]
        raise Refusal(
            f"cells {cell(top, left)}:{cell(bottom, right)} of its sheet ‘{name}’ are merged, so that it is not clear "
            "which row their value is of",
            "In Excel choose the cells, then ‘Unmerge’, and fill in each row.",
        )


def cell(row, column):
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def text(value):
    """A cell as a person would type it: days and times as the ISO writes them, whole numbers without a point."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat(sep=" ") if isinstance(value, datetime.datetime) else value.isoformat()
    return " ".join(str(value).split())


main()
