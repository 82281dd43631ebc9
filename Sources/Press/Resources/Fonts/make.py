# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the house fonts, for paper and for the web, from Adobe's Source Serif 4 and Source Sans 3.

    python3 -m venv tools
    tools/bin/pip install fonttools==4.68.0 brotli==1.2.1 fontpkg-source-serif-4==4.4 fontpkg-source-sans-3==3.52
    tools/bin/python Sources/Press/Resources/Fonts/make.py Sources/Press/Resources/Fonts Sources/Web/Assets/fonts

The licence (SIL OFL 1.1, OFL-Sans.txt and OFL-Serif.txt) reserves the name ‘Source’: fonts changed from the
originals, as these are, have to bear another. So they are called Frankpledge Serif and Frankpledge Sans.
"""

import pathlib
import sys

import fontpkg_source_sans_3
import fontpkg_source_serif_4
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Latin with its extensions (Polish, Romanian, Welsh, Vietnamese names), punctuation, currency, arrows, mathematics.
PAPER = [(0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x20BF), (0x2100, 0x22FF)]
PAPER += [(0x25A0, 0x25FF), (0x2600, 0x27BF), (0x370, 0x52F)]
WEB = [(0x20, 0x17F), (0x2C6, 0x2DD), (0x1E80, 0x1E85), (0x1EF2, 0x1EF3), (0x2010, 0x2044), (0x20AC, 0x20AC)]
WEB += [(0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2215), (0x2248, 0x2265)]
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "tnum", "lnum", "pnum", "onum", "case", "frac", "sups"]
FEATURES += ["numr", "dnom", "ordn", "subs"]
SOURCES = {"Serif": fontpkg_source_serif_4, "Sans": fontpkg_source_sans_3}
# kind, style, file of the original, where on its axes, weight
FACES = [
    ("Serif", "Regular", "SourceSerif4[opsz,wght].ttf", {"wght": 400, "opsz": 16}, 400),
    ("Serif", "Semibold", "SourceSerif4[opsz,wght].ttf", {"wght": 600, "opsz": 28}, 600),
    ("Sans", "Regular", "SourceSans3[wght].ttf", {"wght": 400}, 400),
    ("Sans", "Semibold", "SourceSans3[wght].ttf", {"wght": 600}, 600),
    ("Sans", "Italic", "SourceSans3-Italic[wght].ttf", {"wght": 400}, 400),
]


def points(ranges):
    return [point for low, high in ranges for point in range(low, high + 1)]


def rename(font, kind, style):
    family = f"Frankpledge {kind}"
    plain = style in ("Regular", "Italic")
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 8, 9, 11, 12, 13, 14):
            names.removeNames(nameID=record.nameID)
    texts = {
        1: family if plain else f"{family} {style}",
        2: style if plain else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: f"Frankpledge{kind}-{style}",
        10: f"Changed from Adobe's Source {kind}: one face, fewer letters. No endorsement by Adobe is implied.",
    }
    if not plain:
        texts |= {16: family, 17: style}
    for identifier, text in texts.items():
        names.setName(text, identifier, 3, 1, 0x409)


def make(kind, style, original, place, weight, ranges, flavour, target):
    package = SOURCES[kind]
    font = TTFont(pathlib.Path(package.__file__).parent / "files" / original, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, place)
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, flavor=flavour)
    options.drop_tables += ["STAT", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points(ranges))
    cutter.subset(font)
    rename(font, kind, style)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = {"Italic": 0x01, "Regular": 0x40}.get(style, 0) | 0x80
    font["head"].macStyle = 2 if style == "Italic" else 0
    font.flavor = flavour
    font.save(target)
    print(target.name, target.stat().st_size)


def main(paper, web):
    for kind, style, original, place, weight in FACES:
        make(kind, style, original, place, weight, PAPER, None, paper / f"Frankpledge{kind}-{style}.ttf")
        if kind == "Serif":
            target = web / f"source-serif-4-{style.lower()}.woff2"
            make(kind, style, original, place, weight, WEB, "woff2", target)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
