"""Where SQL may stand, and which tables it may name."""

import re

from rules.modules import CAPABILITIES, imports
from rules.tree import Finding

ENGINE = {"Storage", "ScratchDatabases"}
STORE_FILE = re.compile(r"(Store|Migrations)$")
WEB_FILE = re.compile(r"(Routes|Pages?)\.swift$|/Pages/")

STATEMENT = re.compile(
    r"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+|DELETE FROM|WITH (RECURSIVE )?\w+|CREATE|ALTER TABLE|DROP|PRAGMA"
    r"|VACUUM|REINDEX|FROM|WHERE|(LEFT |INNER |CROSS )?JOIN|ORDER BY|GROUP BY|HAVING|ON CONFLICT|RETURNING|UNION)\b"
)
MADE_FROM_TEXT = re.compile(r"\bSQL\s*\(\s*(stringLiteral|unsafe\w*|raw\w*|verbatim)\s*:")
CREATED = re.compile(r"\bCREATE\s+(?:VIRTUAL\s+)?(?:TABLE|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?\"?(\w+)")
NAMED_HERE = re.compile(
    r"(?:\bWITH\s+(?:RECURSIVE\s+)?|,\s*)\"?(\w+)\"?\s*(?:\([^()]*\)\s*)?AS\s*(?:NOT\s+|MATERIALIZED\s+)*\("
)
NAMING = re.compile(
    r"(?<!DISTINCT )\b(DELETE FROM|FROM|JOIN|INTO|UPDATE|REFERENCES|ALTER TABLE|DROP TABLE)\s+\"?([a-z_]\w*)\"?(\s*\()?"
)
READING = {"FROM", "JOIN", "REFERENCES"}
INSERTED_INTO = re.compile(r"\binto:\s*\"$")


def literals(file):
    """The SQL literals of a Swift file."""
    return [literal for literal in file.swift.literals if STATEMENT.match(literal.text)]


def sql_stands_in_stores(tree):
    """SQL has one address in a capability, its store: what is kept and who may see it is read in one place."""
    for file in tree.sources:
        if file.target in ENGINE or STORE_FILE.search(file.name):
            continue
        for literal in literals(file):
            first_words = " ".join(literal.text.split()[:3])
            yield file.says(
                literal.offset, f"SQL (‘{first_words} …’) outside a …Store or …Migrations file: move it there"
            )


def sql_is_never_made_from_text(tree):
    """A value that reaches SQL is bound. Text put together at run time is how injection begins."""
    for file in tree.sources:
        if file.target == "Storage":
            continue
        for found in MADE_FROM_TEXT.finditer(file.swift.code):
            yield file.says(found.start(), "SQL made from text: write a literal, whose interpolations are bound")


def a_slice_names_its_own_tables(tree):
    """A table is one capability's; Membership's are everybody's to join. Another's are reached through App/Seams."""
    owned = _tables_by_target(tree)
    for file in tree.sources:
        if file.target in ENGINE:
            continue
        for offset, table, by in _mentions(file):
            if refusal := _refusal(file.target, table, by, owned):
                yield file.says(offset, refusal)


def _refusal(target, table, by, owned):
    """Why a target may not name a table in this way, or nothing when it may."""
    owner = next((name for name in [target, *owned] if table in owned[name]), None)
    if owner is None:
        return f"no migration makes a table {table}"
    if owner == target or (owner == "Membership" and by in READING) or (owner == "Storage" and by == "REFERENCES"):
        return None
    if owner == "Membership":
        return f"{table} is Membership’s: {target} may read it, and only Membership may change it"
    return f"{table} is {owner}’s: {target} may name its own tables and Membership’s. Join the two in App/Seams"


def domain_files_know_no_web(tree):
    """A rule of the field is true without a browser or a database, and is tested without either."""
    for file in tree.sources:
        if file.target not in CAPABILITIES | {"DataRegister"} or WEB_FILE.search(file.path) or file.name == file.target:
            continue
        for module, line in imports(file):
            if module in ("Web", "HTTPTypes", "GRDB") or module.startswith(("Hummingbird", "NIO")):
                message = "only …Routes and …Page(s) files, and those in a Pages folder, meet the web"
                yield Finding(file.path, line, f"{file.name} imports {module}: {message}")


def _tables_by_target(tree):
    """The tables that each target's SQL creates."""
    owned = {}
    for file in tree.sources:
        tables = owned.setdefault(file.target, set())
        for literal in file.swift.literals:
            tables.update(CREATED.findall(literal.text))
    return owned


def _mentions(file):
    """The tables a file names, in SQL or as `insert(…, into: "table")`: where, which, and by what word."""
    for literal in literals(file):
        named_here = set(NAMED_HERE.findall(literal.text))
        for found in NAMING.finditer(literal.text):
            word, table, bracket = found.groups()
            is_function = bracket and word in ("FROM", "JOIN")
            if not is_function and table not in named_here:
                yield literal.offset + found.start(2), table, word
    for literal in file.swift.literals:
        if INSERTED_INTO.search(file.text[max(literal.offset - 12, 0) : literal.offset]):
            yield literal.offset, literal.text, "INTO"
