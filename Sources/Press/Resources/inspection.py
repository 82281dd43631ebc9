# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks into a PDF that somebody gave: how many pages it has, and what in it nobody sees who reads it.

A committee's pack has shown more than was meant before: files within files, scripts, layers that are switched off, forms that
fetch their content. Each is said with its place, and refused. It trusts nothing: it runs where no file and no socket can be
opened, under the worker's alarm and its limit of memory.
"""

import io
import json
import os
import re
import subprocess
import sys

MOST_PAGES = 2_000
MOST_TEXT = 150_000
ACTIONS = {
    "/JavaScript": "a script",
    "/Launch": "an order to start a program",
    "/SubmitForm": "a form that sends what is typed somewhere",
    "/ImportData": "an order to fetch data",
    "/GoToE": "a link into an embedded file",
    "/Rendition": "a recording",
}
ATTACHED = {
    "/FileAttachment": "an attached file",
    "/RichMedia": "a film or a program",
    "/Movie": "a film",
    "/Sound": "a sound",
    "/3D": "a model",
    "/Screen": "a recording",
}
REMARKS = {"/Text", "/FreeText", "/Highlight", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Stamp"}
PRINT_AGAIN = "Print it to a new PDF from where it was made, and give that one"


def of(pdf):
    if not pdf.startswith(b"%PDF-"):
        return refused("This is not a PDF, whatever its name says. Give a PDF")
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(pdf), strict=False)
        if reader.is_encrypted:
            return refused("It is protected by a password or against copying. Take the protection off, and give it again")
        pages = len(reader.pages)
        if pages == 0:
            return refused("It has no pages. Give one that has")
        if pages > MOST_PAGES:
            return {"pages": pages, "problems": [f"It has {pages:,} pages, and {MOST_PAGES:,} are the most. Split it"]}
        faults = whole(reader) + [fault for place in range(pages) for fault in page(reader, place)]
        faults = faults or unseen(pdf)
        named = names_people(reader)
        return {"pages": pages, "problems": faults, "text": "" if faults else words(reader), "namesPeople": named}
    except RecursionError:
        return refused(f"It is knotted in itself. {PRINT_AGAIN}")
    except Exception as fault:  # Whatever a broken file makes a reader do, the answer is that it is broken.
        return refused(f"It is damaged and cannot be read ({type(fault).__name__}). {PRINT_AGAIN}")


def unseen(pdf):
    """The words that stand on its pages and are not to be seen there."""
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "unseen.py")
    looked = subprocess.run([sys.executable, "-I", "-B", program], input=pdf, stdout=subprocess.PIPE)
    if looked.returncode != 0:
        return [f"Its pages cannot be drawn. {PRINT_AGAIN}"]
    return [
        f"Page {int(place) + 1} has {count:,} {'word' if count == 1 else 'words'} that nobody sees who reads it, the first "
        f"{down} cm from its top: in white, under a box or a picture, or invisible. They can be copied out and are found by "
        "search. Take them out where it was made, not only from sight, and give it again"
        for place, (count, down) in json.loads(looked.stdout).items()
    ]


TELLING = re.compile(
    rb"<(dc:creator|pdf:Author|xmpMM:History|xmpMM:DerivedFrom|pdfx:[\w:.-]+)\b(?:[^>]*/>|.*?</\1>)|\spdf:Author=\"[^\"]*\"", re.DOTALL)


def properties(reader):
    """What a PDF says of itself outside its pages (XMP), or nothing."""
    metadata = resolved(resolved(reader.trailer["/Root"]).get("/Metadata"))
    return metadata.get_data() if metadata is not None else b""


def is_signed(reader):
    """Whether it would be worth less if a byte of it were changed."""
    form = resolved(resolved(reader.trailer["/Root"]).get("/AcroForm")) or {}
    return int(form.get("/SigFlags", 0)) & 1 == 1


def names_people(reader):
    """Whether its properties tell who wrote it, which nobody sees who reads it."""
    info = reader.metadata or {}
    told = any(info.get(key) for key in info if key in ("/Author", "/Company", "/Manager", "/Keywords", "/SourceModified"))
    return (told or TELLING.search(properties(reader)) is not None) and not is_signed(reader)


def bare(pdf):
    """The same without what its properties tell of who wrote it; its pages and their structure stay."""
    import pypdf
    from pypdf.generic import NameObject

    reader = pypdf.PdfReader(io.BytesIO(pdf), strict=False)
    title = (reader.metadata or {}).get("/Title")
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    writer.metadata = {"/Title": str(title)} if title else {}
    metadata = resolved(writer.root_object.get("/Metadata"))
    if metadata is not None:
        metadata.set_data(TELLING.sub(b"", metadata.get_data()))
        metadata[NameObject("/Subtype")] = NameObject("/XML")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def refused(why):
    return {"pages": 0, "problems": [why]}


def words(reader):
    """What stands on its pages, by which it is found: as far as it can be read, and no more than search takes in."""
    text = ""
    for sheet in reader.pages:
        try:
            text += sheet.extract_text() + "\n"
        except Exception:  # A page whose words cannot be read is still shown as it is.
            continue
        if len(text) > MOST_TEXT:
            break
    return "".join(letter for letter in text[:MOST_TEXT] if letter.isprintable() or letter == "\n")


def resolved(value):
    return value.get_object() if value is not None else None


def whole(reader):
    """What belongs to no page."""
    root = resolved(reader.trailer["/Root"])
    faults = []
    names = resolved(root.get("/Names")) or {}
    if "/EmbeddedFiles" in names or "/AF" in root:
        faults.append(f"It has files embedded in it, which readers can open. {PRINT_AGAIN}")
    if "/JavaScript" in names:
        faults.append(f"It has a script that runs when it is opened. {PRINT_AGAIN}")
    faults += [f"It has {what} that runs when it is opened. {PRINT_AGAIN}" for what in acting(root)]
    form = resolved(root.get("/AcroForm")) or {}
    if "/XFA" in form:
        faults.append(f"It is a form that is filled in by a program. {PRINT_AGAIN}")
    layers = resolved(root.get("/OCProperties")) or {}
    off = resolved((resolved(layers.get("/D")) or {}).get("/OFF")) or []
    if len(off) > 0:
        faults.append(f"It has layers that are switched off and can be switched on. {PRINT_AGAIN}")
    if "/Collection" in root:
        faults.append("It is a collection of files. Give each by itself")
    return faults


def acting(holder):
    """The actions a thing has that do more than lead somewhere."""
    found = []
    action = resolved(holder.get("/OpenAction") or holder.get("/A"))
    events = resolved(holder.get("/AA")) or {}
    for one in [action, *[resolved(event) for event in events.values()]]:
        if hasattr(one, "get") and one.get("/S") in ACTIONS:
            found.append(ACTIONS[one.get("/S")])
    return found


def page(reader, place):
    """What is on a page and is no part of what is read there."""
    sheet = reader.pages[place]
    where = f"Page {place + 1} has"
    faults = [f"{where} {what}. {PRINT_AGAIN}" for what in acting(sheet)]
    for annotation in resolved(sheet.get("/Annots")) or []:
        one = resolved(annotation)
        if not hasattr(one, "get"):
            continue
        kind = one.get("/Subtype")
        faults += [f"{where} {what}. {PRINT_AGAIN}" for what in acting(one)]
        if kind in ATTACHED:
            faults.append(f"{where} {ATTACHED[kind]}. {PRINT_AGAIN}")
        elif kind in REMARKS and (one.get("/Contents") or one.get("/RC")):
            faults.append(f"{where} a remark of somebody’s. Take the remarks out, and give it again")
    return sorted(set(faults))
