"""Reading Swift, and `bin/check` as it is run."""

import subprocess
import sys
import unittest

from made_up_trees import PROJECT, RuleTests
from rules import RULES
from rules.swift_source import SwiftSource


class SwiftSourceTests(unittest.TestCase):
    def test_code_and_text_are_told_apart(self):
        source = SwiftSource('let a = "x \\(f("y \\(z)")) w" // "c"\nlet b = #"q"r"# /* "s" /* */ */ + c\n')
        self.assertEqual([literal.text.split() for literal in source.literals], [["y", "?"], ["x", "?", "w"], ['q"r']])
        self.assertEqual("".join(source.code.split()), 'leta="\\(f("\\(z)"))"letb=#""#+c')

    def test_lines_are_counted_in_long_literals(self):
        source = SwiftSource('\nlet a = """\n    SELECT\n    """\nb()\n')
        self.assertEqual(source.line(source.literals[0].offset), 2)
        self.assertEqual(source.line(source.code.index("b()")), 5)

    def test_a_quote_in_a_regular_expression_opens_no_text(self):
        source = SwiftSource('let a = #/"/#\nlet b = words(of: /"/)\nlet c = a / b / "d"\n')
        self.assertEqual([literal.text for literal in source.literals], ["d"])


class CommandTests(RuleTests):
    def run_check(self, *arguments):
        command = [sys.executable, str(PROJECT / "bin" / "check"), *arguments]
        return subprocess.run(command, capture_output=True, text=True)

    def test_every_rule_has_a_reason(self):
        answer = self.run_check("--list")
        self.assertEqual(answer.returncode, 0)
        for rule in RULES:
            self.assertIn(rule.__doc__, answer.stdout)

    def test_a_broken_tree_fails_and_names_the_place(self):
        description = '// swift-tools-version: 6.2\nimport PackageDescription\n\nlet package = Package(name: "small")\n'
        self.tree({"Package.swift": description, "Sources/Plans/Aim.swift": "let aim  =  1\n// FIX" + "ME\n"})
        answer = self.run_check("--root", str(self.root))
        self.assertEqual(answer.returncode, 1)
        self.assertIn("Sources/Plans/Aim.swift:2: ‘FIX" + "ME’", answer.stdout)
        self.assertIn("Sources/Plans/Aim.swift:1: [Spacing]", answer.stdout)
