# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks into an Office file that somebody gave, before it is made into a PDF: what in it nobody sees who reads it.

Councils have published names in hidden sheets, in rows that were folded away and in text that was struck out but kept. Each is
said with its place, and refused. It trusts nothing: it runs where no file and no socket can be opened, under the worker's alarm
and its limit of memory, and it opens nothing but XML.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

MOST_PARTS = 5_000
MOST_BYTES = 400_000_000
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OOXML = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
}
OPEN = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHOW = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
CHANGES = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel", "tblPrChange", "sectPrChange"}
PLAIN_FILLS = {None, "auto", "FFFFFF", "nil"}


class Refused(Exception):
    """Why a file cannot be taken at all, and what to do."""


def of(given):
    """Its kind ("docx"), and what speaks against showing it, a sentence each."""
    try:
        parts = Parts(given)
        kind = parts.kind()
        looks = {"docx": words, "xlsx": workbook, "pptx": slides}.get(kind, opened)
        return {"kind": kind, "problems": whole(parts) + looks(parts)}
    except Refused as refusal:
        return {"kind": None, "problems": [str(refusal)]}
    except Exception as fault:  # Whatever a broken file makes a reader do, the answer is that it is broken.
        return {"kind": None, "problems": [f"It is damaged and cannot be read ({type(fault).__name__}). Save it anew, and give that one"]}


class Parts:
    """The parts of an Office file, which is a .zip."""

    def __init__(self, given):
        if given.startswith(OLD):
            raise Refused("It is protected by a password, or in the format of Office before 2007. Save it as .docx, .xlsx, .pptx or PDF")
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(given))
        except zipfile.BadZipFile:
            raise Refused("It is neither a PDF nor a file of Word, Excel, PowerPoint or LibreOffice. Give one of these") from None
        entries = self.archive.infolist()
        self.names = [entry.filename for entry in entries]
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise Refused("It unpacks to more than can be looked through. Save it as PDF, and give that")
        if len(set(self.names)) < len(self.names):
            raise Refused("It holds two parts of the same name, so nobody can say what it shows. Save it anew, and give that one")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("It is protected by a password. Take the protection off, and give it again")

    def kind(self):
        if "[Content_Types].xml" in self.names:
            types = self.archive.read("[Content_Types].xml").decode("utf-8", "replace")
            if "macroEnabled" in types or "vbaProject" in types or any(name.endswith("vbaProject.bin") for name in self.names):
                raise Refused("It holds macros: little programs. Save it without them, as .docx, .xlsx, .pptx or PDF")
            found = {kind for name, kind in OOXML.items() if f'"{name}"' in types}
            if len(found) == 1:
                return found.pop()
        elif "mimetype" in self.names:
            kind = OPEN.get(self.archive.read("mimetype").decode("ascii", "replace").strip())
            if kind:
                return kind
        raise Refused("It is neither a PDF nor a document of Word, Excel, PowerPoint or LibreOffice. Give one of these")

    def like(self, pattern):
        return sorted(name for name in self.names if re.fullmatch(pattern, name))

    def tree(self, name):
        """A part, which may declare nothing: declarations can make a small file a huge one."""
        told = self.archive.read(name)
        if b"<!DOCTYPE" in told[:4096] or b"<!ENTITY" in told:
            raise Refused("It declares what no Office file declares. Save it anew, and give that one")
        return ElementTree.fromstring(told)


def several(count, one, many):
    return one if count == 1 else f"{count:,} {many}"


def whole(parts):
    """What belongs to no page: what it would fetch from elsewhere, and programs."""
    faults = []
    for name in parts.like(r"(.*/)?_rels/.*\.rels"):
        for relation in parts.tree(name):
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            if relation.get("TargetMode") == "External" and kind not in ("hyperlink", "externalLinkPath"):
                faults.append(f"It fetches something from elsewhere when it is opened ({kind}). Put a copy into it, and give it again")
    if parts.like(r"(Basic|Scripts)/.+"):
        faults.append("It holds macros: little programs. Save it without them, and give it again")
    return sorted(set(faults))


def words(parts):
    """A document of Word."""
    faults, counts = [], {"changes": 0, "hidden": [], "white": []}
    for name in parts.like(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml"):
        walk(parts.tree(name), counts, shaded=False)
    if counts["changes"]:
        what = several(counts["changes"], "a tracked change", "tracked changes")
        faults.append(f"It keeps {what}: what was struck out can still be read. Accept or reject all changes, and give it again")
    for text in counts["hidden"][:3]:
        faults.append(f"It has hidden text, ‘{text}’. Show it or delete it, and give it again")
    for text in counts["white"][:3]:
        faults.append(f"It has white text on white, ‘{text}’. Give it a colour or delete it, and give it again")
    remarks = [name for name in parts.like(r"word/comments\.xml") if len(parts.tree(name))]
    if remarks:
        what = several(len(parts.tree(remarks[0])), "a comment", "comments")
        faults.append(f"It has {what} of somebody’s. Delete all comments, and give it again")
    return faults


def walk(element, counts, shaded):
    """Goes through a text; `shaded` where something around it gives it a background."""
    tag = element.tag.removeprefix(WORD)
    if tag in CHANGES:
        counts["changes"] += 1
    for own in ("rPr", "pPr", "tcPr", "tblPr"):
        properties = element.find(WORD + own)
        if properties is None:
            continue
        shade = properties.find(WORD + "shd")
        styled = properties.find(WORD + "tblStyle")
        shaded = shaded or styled is not None or (shade is not None and shade.get(WORD + "fill") not in PLAIN_FILLS)
    if tag == "r":
        text = "".join(part.text or "" for part in element.iter(WORD + "t")).strip()
        properties = element.find(WORD + "rPr")
        if text and properties is not None:
            hidden = properties.find(WORD + "vanish")
            if hidden is not None and hidden.get(WORD + "val") not in ("0", "false", "off"):
                counts["hidden"].append(short(text))
            color = properties.find(WORD + "color")
            lit = properties.find(WORD + "highlight")
            if color is not None and color.get(WORD + "val", "").upper() == "FFFFFF" and not shaded and lit is None:
                counts["white"].append(short(text))
        return
    for inner in element:
        walk(inner, counts, shaded)


def short(text):
    return text if len(text) <= 40 else text[:39] + "…"


def workbook(parts):
    """A workbook of Excel."""
    faults = []
    relations = {one.get("Id"): one.get("Target", "") for one in parts.tree("xl/_rels/workbook.xml.rels")}
    white = white_formats(parts)
    for sheet in parts.tree("xl/workbook.xml").iter(SHEET + "sheet"):
        name = sheet.get("name", "")
        if sheet.get("state") in ("hidden", "veryHidden"):
            faults.append(f"The sheet ‘{name}’ is hidden. Show it or delete it, and give the workbook again")
            continue
        target = relations.get(sheet.get(RELATION), "").removeprefix("/xl/").removeprefix("/")
        if f"xl/{target}" in parts.names:
            faults += worksheet(parts.tree(f"xl/{target}"), name, white)
    if parts.like(r"xl/pivotCache/.+\.xml"):
        faults.append(
            "It has a pivot table, which keeps all rows that it was made of. Copy the sheet as values, and give that one")
    if parts.like(r"xl/externalLinks/.+\.xml"):
        faults.append("It links to another workbook, and keeps values of it. Break the links, and give it again")
    if parts.like(r"xl/(comments|threadedComments)/?[^/]*\.xml"):
        faults.append("It has comments of somebody’s. Delete all comments, and give it again")
    return faults


def worksheet(sheet, name, white):
    faults = []
    for row in sheet.iter(SHEET + "row"):
        if row.get("hidden") in ("1", "true") and len(row):
            faults.append(f"Row {row.get('r')} of ‘{name}’ is hidden. Show it or delete it, and give the workbook again")
    for column in sheet.iter(SHEET + "col"):
        if column.get("hidden") in ("1", "true"):
            last = int(column.get("max", "0"))
            which = letters(int(column.get("min", "1"))) + ("" if last == int(column.get("min", "1")) else f" to {letters(last)}")
            if has_cells(sheet, int(column.get("min", "1")), last):
                faults.append(f"Column {which} of ‘{name}’ is hidden. Show it or delete it, and give the workbook again")
    for cell in sheet.iter(SHEET + "c"):
        if cell.get("s") in white and (cell.find(SHEET + "v") is not None or cell.find(SHEET + "is") is not None):
            faults.append(f"The cell {cell.get('r')} of ‘{name}’ is white on white. Give it a colour or delete it, and give the workbook again")
    return faults[:5]


def has_cells(sheet, first, last):
    for cell in sheet.iter(SHEET + "c"):
        number = 0
        for letter in re.match(r"[A-Z]*", cell.get("r", ""))[0]:
            number = number * 26 + ord(letter) - 64
        if first <= number <= last and (cell.find(SHEET + "v") is not None or cell.find(SHEET + "is") is not None):
            return True
    return False


def letters(number):
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def white_formats(parts):
    """The formats of cells whose letters are white and whose ground is not coloured."""
    if "xl/styles.xml" not in parts.names:
        return set()
    styles = parts.tree("xl/styles.xml")
    fonts = [font.find(SHEET + "color") for font in styles.iterfind(f"{SHEET}fonts/{SHEET}font")]
    fills = [fill.find(SHEET + "patternFill") for fill in styles.iterfind(f"{SHEET}fills/{SHEET}fill")]
    found = set()
    for place, form in enumerate(styles.iterfind(f"{SHEET}cellXfs/{SHEET}xf")):
        color, fill = named(fonts, form.get("fontId")), named(fills, form.get("fillId"))
        is_white = color is not None and (color.get("rgb", "").upper() in ("FFFFFFFF", "00FFFFFF") or color.get("theme") == "0")
        if is_white and (fill is None or fill.get("patternType", "none") == "none"):
            found.add(str(place))
    return found


def named(all_of_them, place):
    place = int(place or 0)
    return all_of_them[place] if place < len(all_of_them) else None


def slides(parts):
    """A presentation of PowerPoint."""
    faults = []
    for name in parts.like(r"ppt/slides/slide\d+\.xml"):
        if parts.tree(name).get("show") in ("0", "false"):
            faults.append(f"Slide {re.search(r'[0-9]+', name)[0]} is hidden. Show it or delete it, and give the slides again")
    if parts.like(r"ppt/comments/.+\.xml"):
        faults.append("It has comments of somebody’s. Delete all comments, and give it again")
    return faults


def opened(parts):
    """A document of LibreOffice."""
    content = parts.tree("content.xml")
    faults = []
    if next(content.iter(TEXT + "tracked-changes"), None) is not None or next(content.iter(TABLE + "tracked-changes"), None) is not None:
        faults.append("It keeps tracked changes: what was struck out can still be read. Accept or reject them, and give it again")
    if next(content.iter(OFFICE + "annotation"), None) is not None:
        faults.append("It has comments of somebody’s. Delete all comments, and give it again")
    for text in (TEXT + "hidden-text", TEXT + "hidden-paragraph"):
        if next(content.iter(text), None) is not None:
            faults.append("It has hidden text. Show it or delete it, and give it again")
    for properties in content.iter(STYLE + "text-properties"):
        if properties.get(TEXT + "display") == "none":
            faults.append("It has hidden text. Show it or delete it, and give it again")
    unseen = {
        style.get(STYLE + "name")
        for style in content.iter(STYLE + "style")
        for properties in style.iter(STYLE + "table-properties")
        if properties.get(TABLE + "display") == "false"
    }
    for sheet in content.iter(TABLE + "table"):
        name = sheet.get(TABLE + "name", "")
        if sheet.get(TABLE + "style-name") in unseen:
            faults.append(f"The sheet ‘{name}’ is hidden. Show it or delete it, and give the workbook again")
        for line in [*sheet.iter(TABLE + "table-row"), *sheet.iter(TABLE + "table-column")]:
            if line.get(TABLE + "visibility") in ("collapse", "filter"):
                faults.append(f"‘{name}’ has hidden rows or columns. Show them or delete them, and give the workbook again")
    for element in content.iter():
        address = element.get(LINK, "")
        if element.tag.rsplit("}", 1)[-1] in ("image", "object", "plugin", "section-source") and re.match(r"\w+://|/", address):
            faults.append("It fetches something from elsewhere when it is opened. Put a copy into it, and give it again")
    return list(dict.fromkeys(faults))
