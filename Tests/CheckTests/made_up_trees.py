"""Small made-up projects to try the house rules on."""

import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(PROJECT / "bin"))

from rules.tree import Tree

# The slices that the made-up trees are of, and what each declares in Package.swift.
TARGETS = {
    "Statistics": [],
    "Storage": ["GRDB"],
    "Membership": ["Storage"],
    "Web": ["Membership", "Storage", "Hummingbird"],
    "Plans": ["Web", "Storage", "Statistics"],
    "Grants": ["Web", "Storage"],
}


def manifest(targets):
    return {
        "targets": [
            {"name": name, "type": "regular", "dependencies": [{"byName": [other, None]} for other in others]}
            for name, others in targets.items()
        ]
    }


class RuleTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def tree(self, files, targets=TARGETS):
        for path, content in files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, encoding="utf-8")
        return Tree(self.root, manifest(targets))

    def found(self, rule, files, targets=TARGETS):
        """What a rule says of a tree of these files, as `path:line`."""
        return [f"{finding.path}:{finding.line}" for finding in sorted(rule(self.tree(files, targets)))]

    def assert_broken(self, rule, files, *places, targets=TARGETS):
        self.assertEqual(self.found(rule, files, targets), list(places))

    def assert_held(self, rule, files, targets=TARGETS):
        self.assertEqual(self.found(rule, files, targets), [])
