# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers, by Typst."""

import os
import re
import struct

import binding
from refusal import Refusal

SEALED = "/dev/null"  # As a root folder: nothing is under it and nothing can ever be put there.
HOUSE = ("type.typ", "house.typ", "prose.typ", "sheets.typ")


class Typesetter:
    """Typst, with the house's fonts and style and nothing else to read."""

    def __init__(self, fonts):
        import typst

        self.typst = typst
        self.fonts = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
        self.house = {}
        for name in HOUSE:
            with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "rb") as file:
                self.house[name] = file.read()

    def compile(self, header, parts, unshown=""):
        """What the type has no character for is a box, so that a name in Chinese costs nobody the paper."""
        given, shown = header["names"], [binding.Pages(part) for part in parts[len(header["names"]) :]]
        files = self.house | dict(zip(given, parts))
        files |= {f"{name}.json": shown[place].told() for name, place in (header.get("shown") or {}).items()}
        boxes = {ord(character): "□" for character in unshown if not character.isascii()}
        for name in files if boxes else ():
            if name.endswith((".json", ".svg")):
                files[name] = files[name].decode().translate(boxes).encode()
        try:
            pdf, warnings = self.typst.compile_with_warnings(
                files,
                root=SEALED,
                font_paths=self.fonts,
                package_path=SEALED,
                package_cache_path=SEALED,
                format="pdf",
                pdf_standards=["ua-1"],
                sys_inputs=header["inputs"],
                timestamp=header["created"],
            )
        except self.typst.TypstError as error:
            missing = "".join(re.findall(r'the text `"(.+?)"` could not be displayed', error.diagnostic))
            missing = re.sub(r"\\u\{([0-9a-f]+)\}", lambda escape: chr(int(escape[1], 16)), missing)
            if missing and not unshown:
                return self.compile(header, parts, missing)
            raise Refusal(self.explained(error)) from error
        except RuntimeError as error:
            raise Refusal(str(error)) from error
        return self.told(header, files) + binding.bound(pdf, shown), [warning.message for warning in warnings]

    def told(self, header, files):
        """What the document says of itself under a label, such as on which pages its parts are: its length, and JSON."""
        if not header.get("telling"):
            return b""
        said = self.typst.query(
            files,
            f"<{header['telling']}>",
            field="value",
            one=True,
            root=SEALED,
            font_paths=self.fonts,
            package_path=SEALED,
            package_cache_path=SEALED,
            sys_inputs=header["inputs"],
        ).encode()
        return struct.pack(">I", len(said)) + said

    def explained(self, error):
        """What Typst says and where, without the sealed root: `plan.typ, line 3, column 1: unknown variable: x`."""
        message = error.message
        if "(os error 20)" in message:
            message = "the document asks for a file it was not given"
        elif "failed to download package" in message:
            message = "the document asks for a package from the internet, which is closed to it"
        place = re.search(r"┌─ (?:\.\./)*(?:dev/null/)?(.+?):(\d+):(\d+)", error.diagnostic)
        where = f"{place[1]}, line {place[2]}, column {int(place[3]) + 1}: " if place else ""
        hints = [hint for hint in error.hints if "--root" not in hint]
        return where + message + "".join(f" (hint: {hint})" for hint in hints)
