"""A released migration has run on somebody's records, so it is never edited: a new one follows it."""

import hashlib
import re

from rules.tree import Finding

LOCK = "docs/migrations.lock"
HEADING = """\
# Released migrations and the SHA-256 of each. None of them may be changed, moved to another slice or removed.
# `bin/check --accept-migrations` adds the new ones when a version is released.
"""
MIGRATION = re.compile(r"\bMigration\s*\(")
BRACKET = re.compile(r"[()\[\]{}]")


def released_migrations_are_unchanged(tree):
    """Records that were migrated yesterday and today must come to the same shape."""
    found = migrations(tree)
    for number, name, digest in _released(tree):
        if name not in found:
            yield Finding(LOCK, number, f"migration {name} was released and is gone: put it back as it was")
        elif found[name][0] != digest:
            path, line = found[name][1:]
            yield Finding(path, line, f"migration {name} was released and has changed: put it back, and add a new one")


def accept(tree):
    """Writes the migrations that the lock doesn't know yet to its end, and answers their names."""
    known = {name for _, name, _ in _released(tree)}
    new = {name: digest for name, (digest, _, _) in migrations(tree).items() if name not in known}
    place = tree.root / LOCK
    place.parent.mkdir(parents=True, exist_ok=True)
    text = place.read_text(encoding="utf-8") if place.exists() else HEADING
    place.write_text(text + "".join(f"{digest} {name}\n" for name, digest in new.items()), encoding="utf-8")
    return list(new)


def migrations(tree):
    """Every migration by `Slice/name`: its digest, and where it stands."""
    found = {}
    for file in tree.sources:
        if file.name.endswith("Migrations"):
            for call in MIGRATION.finditer(file.swift.code):
                end = _end(file.swift.code, call.end())
                literals = [literal for literal in file.swift.literals if call.end() <= literal.offset < end]
                if literals:
                    name = min(literals, key=lambda literal: literal.offset).text
                    found[f"{file.target}/{name}"] = (
                        _digest(file, call.start(), end),
                        file.path,
                        file.swift.line(call.start()),
                    )
    return found


def _released(tree):
    place = tree.root / LOCK
    if place.exists():
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                digest, name = line.split(" ", 1)
                yield number, name, digest


def _end(code, position):
    """Where a call ends, its trailing closure included."""
    depth = 1
    for mark in BRACKET.finditer(code, position):
        depth += 1 if mark.group() in "([{" else -1
        if depth == 0 and not re.match(r"\s*\{", code[mark.end() : mark.end() + 80]):
            return mark.end()
    return len(code)


def _digest(file, start, end):
    """The digest of a migration's text, however its lines are broken."""
    words = " ".join(file.text[start:end].split())
    return hashlib.sha256(words.encode()).hexdigest()
