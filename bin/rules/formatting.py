"""Swift is laid out by `swift format`, so that nobody discusses it."""

import re
import subprocess

from rules.tree import Finding

COMPLAINT = re.compile(r"^(?P<path>.+?):(?P<line>\d+):\d+: (?:warning|error): (?P<message>.*)$")


class Formatting:
    """`swift format lint`, begun early and read last, so that it runs beside the other rules."""

    def __init__(self, tree):
        self._root = tree.root
        paths = [file.path for file in tree.swift]
        command = ["swift", "format", "lint", "--strict", "--parallel", *paths]
        self._lint = (
            subprocess.Popen(command, cwd=self._root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if paths
            else None
        )

    def swift_is_formatted(self, tree):
        """Layout is settled by a machine. Run `swift format format --in-place` on the file."""
        complaints = self._lint.communicate()[1] if self._lint else ""
        for line in complaints.splitlines():
            if complaint := COMPLAINT.match(line):
                path = complaint["path"].removeprefix(f"{self._root}/")
                yield Finding(path, int(complaint["line"]), complaint["message"])
        if self._lint and self._lint.returncode and not COMPLAINT.search(complaints.split("\n")[0]):
            yield Finding(".swift-format", 1, f"swift format did not run: {complaints.strip()[:200]}")
