"""Which module may import which: the drawing in docs/architecture.md, as a table."""

import re

from rules.tree import Finding

PURE = {"Statistics", "DataFiles", "Geography", "Charts", "Markdown", "Wording"}
CAPABILITIES = {
    "Partnership",
    "Assessment",
    "StrategicAssessment",
    "Consultation",
    "Plans",
    "Meetings",
    "Minutes",
    "Recommendations",
    "Decisions",
    "MyPapers",
    "Participation",
    "Reports",
    "Grants",
    "Neighbourhood",
    "Casework",
    "Directory",
    "Bulletin",
    "Administration",
}
GROUND = {"Storage", "Membership", "Web", "Press", "Notices", "Workbooks", "DataRegister", "WorkingDays"}
EVERYTHING = PURE | CAPABILITIES | GROUND | {"ExampleYear", "Publishing", "PublicSite"}

# Ours that each of ours may import. Wording, how figures and dates read, is everybody’s.
MAY_IMPORT = (
    {target: {"Wording"} - {target} for target in PURE}
    | {target: PURE | GROUND | {"Publishing"} for target in CAPABILITIES}
    | {
        "ExampleYear": {"DataFiles"},
        "Storage": {"Wording"},
        "Membership": {"Storage"},
        "Web": {"Storage", "Membership", "Markdown", "Wording"},
        "Press": {"Markdown"},
        "Notices": {"Storage", "Membership", "Wording"},
        "Workbooks": set(),
        # A day is Storage’s; what counts days knows no more of records than that.
        "WorkingDays": {"Storage", "Wording"},
        "DataRegister": PURE | {"Storage", "Membership", "Web", "Workbooks", "WorkingDays"},
        "Publishing": PURE | GROUND,
        "PublicSite": (GROUND - {"DataRegister"}) | {"DataFiles", "Publishing", "Markdown", "Wording"},
        "App": EVERYTHING,
        "frankpledge": EVERYTHING | {"App"},
        "ScratchDatabases": {"Storage"},
        "SampleData": {"DataFiles", "DataRegister", "Membership", "ScratchDatabases", "Storage"},
        "StreetCrimeCounter": {"DataFiles"},
        "RateTimer": {"Statistics"},
        "CrashWriter": {"Storage"},
        "EntryWalker": {"Storage"},
        "HotSpotFinder": {"Statistics"},
        "RecordsCaller": {"Storage"},
        "SeriesReckoner": {"Statistics"},
    }
)

# Parts made elsewhere that only some of ours may know.
ONLY_KNOWN_TO = {
    "GRDB": {"Storage"},
    "Subprocess": {"Press", "Workbooks", "ScratchDatabases"},
    "ArgumentParser": {"frankpledge"},
    "Configuration": {"App", "frankpledge"},
    "Hummingbird": CAPABILITIES | {"Web", "DataRegister", "Publishing", "PublicSite", "App"},
    "HummingbirdCore": {"Web", "App"},
}

IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)",
    re.MULTILINE,
)


def imports(file):
    """The modules a Swift file imports, each with its line."""
    return [(found[1], file.swift.line(found.start(1))) for found in IMPORT.finditer(file.swift.code)]


def is_system_library(module):
    """`CSQLite` and its like: a module map over a C library of the system's."""
    return re.match(r"C[A-Z]", module) is not None


def _refusal(target, module, ours):
    """Why a target may not use a module, or nothing when it may."""
    if module in ONLY_KNOWN_TO and target not in ONLY_KNOWN_TO[module]:
        return f"{target} may not use {module}: the table in bin/rules/modules.py says which targets may"
    if module not in ours or module == target:
        return None
    if is_system_library(module):
        return None if target in GROUND | PURE else f"{target} uses {module}: go through the ground instead"
    if target in CAPABILITIES and module in CAPABILITIES:
        return (
            f"{target} uses {module}: a capability never knows another. Declare a protocol and join them in App/Seams"
        )
    if module in MAY_IMPORT[target]:
        return None
    return f"{target} may not use {module}: the table in bin/rules/modules.py says what it may"


def targets_are_known(tree):
    """A new target is a decision about the shape of the house, and takes its place in bin/rules/modules.py."""
    for target in _targets(tree):
        if target["name"] not in MAY_IMPORT and not is_system_library(target["name"]):
            yield Finding("Package.swift", 1, f"target {target['name']} is not in the table of bin/rules/modules.py")


def dependencies_point_down(tree):
    """Arrows point down, so that what is below can be read, tested and trusted without what is above."""
    targets = _targets(tree)
    ours = {target["name"] for target in targets}
    for target in targets:
        if target["name"] in MAY_IMPORT:
            for module in _dependencies(target):
                if refusal := _refusal(target["name"], module, ours):
                    yield Finding("Package.swift", 1, refusal)


def imports_point_down(tree):
    """An import that Package.swift does not declare compiles by luck; one that points up or across undoes the house."""
    targets = {target["name"]: _dependencies(target) for target in _targets(tree)}
    for file in tree.sources:
        for module, line in imports(file):
            if file.target not in MAY_IMPORT:
                continue
            if refusal := _refusal(file.target, module, targets.keys()):
                yield Finding(file.path, line, refusal)
            elif module in targets.keys() - {file.target} and module not in targets.get(file.target, []):
                yield Finding(file.path, line, f"{file.target} imports {module}: declare it in Package.swift too")


def _targets(tree):
    return [target for target in tree.manifest["targets"] if target["type"] in ("regular", "executable", "system")]


def _dependencies(target):
    """The names of the targets and products that a target depends on."""
    return [next(iter(dependency.values()))[0] for dependency in target["dependencies"]]
