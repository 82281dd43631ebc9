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
import xml.parsers.expat
import zipfile

UNPACKED = 400 << 20
PARTS = 5_000
ROWS = 1_000_000
COLUMNS = 200
CELLS = 5_000_000
# A sheet that is larger is read without looking for what Excel does not show.
LOOKED_THROUGH = 200 << 20
# So many cells are named, and so many are marked in the table.
NAMED = 5
MARKED = 100_000
TRUE = ("1", "true")
UNSAVED = "(a formula without a saved value)"


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
            "it is no workbook that can be read: a part of it is damaged, or not as Excel writes it",
            "Open it in Excel and save it anew, without a password; or save the sheet as ‘CSV UTF-8’.",
        ) from error
    filled = [(name, sheet) for name, sheet in sheets if sheet.end is not None]
    if not filled:
        raise Refusal("it has no sheet with anything on it", "Check that it is the file you meant.")
    name, sheet = filled[0]
    check(name, sheet)
    seen = look_through(path, name)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    sys.stdout.reconfigure(encoding="utf-8")
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [text(cell) for cell in row]
        for column, value in seen.troubled.get(number, {}).items():
            if column < len(cells):
                cells[column] = value
        # An empty row stays a line, so that lines are numbered as in Excel.
        if any(cells):
            rows.writerow(cells)
        else:
            sys.stdout.write("\n")
    sys.stdout.flush()
    comments = any(part.startswith(("xl/comments", "xl/threadedComments")) for part in parts)
    return {"sheet": name, "others": [other for other, _ in filled[1:]], "hidden": hidden, "comments": comments,
            "hiddenRows": seen.hidden_rows, "isFiltered": seen.is_filtered, "from1904": seen.from_1904,
            "unsaved": seen.unsaved[:NAMED], "unsavedCells": len(seen.unsaved),
            "errors": seen.errors[:NAMED], "errorCells": len(seen.errors)}


class Seen:
    """What of a sheet stands in its file and not among its values."""

    def __init__(self):
        self.from_1904 = False
        self.is_filtered = False
        self.hidden_rows = 0
        # The words that stand for a cell without a value, by row and column.
        self.troubled = {}
        # Places of cells, as many as are marked.
        self.unsaved, self.errors = [], []


def look_through(path, name):
    """Rows that are hidden, formulas without a saved value, and errors: the reader of values tells of none of them."""
    seen = Seen()
    try:
        with zipfile.ZipFile(path) as archive:
            part = Workbook(seen, name).part(archive)
            if part and archive.getinfo(part).file_size <= LOOKED_THROUGH:
                SheetOfCells(seen).read(archive.open(part))
    except (KeyError, ValueError, zipfile.BadZipFile, xml.parsers.expat.ExpatError):
        # Its values were read; what could not be looked through is only not told.
        pass
    return seen


class Workbook:
    """In which part of the archive a sheet is, and from when its days are counted."""

    def __init__(self, seen, name):
        self.seen, self.name = seen, name
        self.relation, self.target = None, None

    def part(self, archive):
        parse(archive.open("xl/workbook.xml"), start=self.workbook)
        parse(archive.open("xl/_rels/workbook.xml.rels"), start=self.relations)
        if not self.target:
            return None
        return self.target.lstrip("/") if self.target.startswith("/") else "xl/" + self.target

    def workbook(self, tag, attributes):
        if tag == "workbookPr":
            self.seen.from_1904 = attributes.get("date1904") in TRUE
        elif tag == "sheet" and attributes.get("name") == self.name:
            self.relation = next((value for key, value in attributes.items() if local(key) == "id"), None)

    def relations(self, tag, attributes):
        if tag == "Relationship" and self.relation and attributes.get("Id") == self.relation:
            self.target = attributes.get("Target")


class SheetOfCells:
    """Goes through the cells of a sheet in their order."""

    def __init__(self, seen):
        self.seen = seen
        self.row, self.column = 0, -1
        self.is_hidden = self.is_filled = False
        self.kind, self.has_formula, self.value = None, False, None

    def read(self, part):
        parse(part, self.start, self.end, self.text)

    def start(self, tag, attributes):
        if tag == "c":
            self.column = column_of(attributes.get("r")) if "r" in attributes else self.column + 1
            self.kind, self.has_formula, self.value = attributes.get("t"), False, None
        elif tag == "v":
            self.value = ""
        elif tag == "f":
            self.has_formula = True
        elif tag == "row":
            self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
            self.column, self.is_filled = -1, False
            self.is_hidden = attributes.get("hidden") in TRUE
        elif tag == "autoFilter":
            self.seen.is_filtered = True

    def text(self, text):
        if self.value is not None and len(self.value) < 20:
            self.value += text

    def end(self, tag):
        if tag == "row":
            self.seen.hidden_rows += self.is_hidden and self.is_filled
        elif tag == "c":
            self.is_filled = self.is_filled or self.value is not None or self.kind == "inlineStr"
            if self.kind == "e":
                self.trouble(self.seen.errors, " ".join((self.value or "#N/A").split()))
            elif self.has_formula and not self.value and self.kind != "str":
                self.trouble(self.seen.unsaved, UNSAVED)
            self.value = None

    def trouble(self, cells, words):
        if len(cells) >= MARKED:
            return
        cells.append(cell(self.row - 1, self.column))
        self.seen.troubled.setdefault(self.row, {})[self.column] = words


def parse(part, start, end=None, text=None):
    """Reads XML piece by piece; what it says of itself (entities) is refused, as no workbook has any."""
    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: start(local(tag), attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(local(tag))
    parser.CharacterDataHandler = text

    def refuse(*_):
        raise ValueError("a workbook declares no entities")

    parser.EntityDeclHandler = refuse
    with part:
        parser.ParseFile(part)


def local(tag):
    return tag.rsplit(":", 1)[-1]


def column_of(place):
    """0 of A12."""
    column = 0
    for letter in place:
        if not letter.isalpha():
            break
        column = column * 26 + ord(letter.upper()) - 64
    return column - 1


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
    # The reader tells the places of the last.
    rows, columns = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    words = f"{rows:,} row{'s' * (rows != 1)} and {columns:,} column{'s' * (columns != 1)}"
    problem = None
    if rows > ROWS or columns > COLUMNS:
        problem = f"has {words}, more than the {ROWS:,} and {COLUMNS:,} that are read"
    elif rows * columns > CELLS:
        problem = f"has {rows * columns:,} cells, more than the {CELLS:,} that are read"
    if problem:
        raise Refusal(f"its sheet ‘{name}’ {problem}", "Delete what is not part of the table, or split it.")
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
