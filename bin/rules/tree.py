"""The project's files as the rules see them, and what a rule says of them."""

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from rules.swift_source import SwiftSource

BINARY = {".woff2", ".ttf", ".otf", ".png", ".ico", ".pdf", ".gz", ".zip", ".db"}


@dataclass(frozen=True, order=True)
class Finding:
    """One place that breaks a rule, and what to do about it."""

    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class File:
    """A file with its path from the top of the project, always with forward slashes."""

    def __init__(self, root, path):
        self.path = path
        self._place = Path(root, path)

    @cached_property
    def text(self):
        return self._place.read_text(encoding="utf-8", errors="replace")

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def swift(self):
        return SwiftSource(self.text)

    @property
    def name(self):
        """`BidStore` for `Sources/Grants/BidStore.swift`."""
        return PurePosixPath(self.path).stem

    @property
    def suffix(self):
        return PurePosixPath(self.path).suffix

    @property
    def target(self):
        """`Grants` for `Sources/Grants/BidStore.swift`; nothing for a file outside Sources."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if len(parts) > 2 and parts[0] == "Sources" else None

    def says(self, offset, message):
        """A finding at an offset of a Swift file."""
        return Finding(self.path, self.swift.line(offset), message)


class Tree:
    """Every file that is, or would be, in the project's history, and the package's description."""

    def __init__(self, root, manifest=None):
        self.root = Path(root)
        self._manifest = manifest

    @cached_property
    def files(self):
        return [File(self.root, path) for path in self._paths()]

    @property
    def texts(self):
        return [file for file in self.files if file.suffix not in BINARY]

    @property
    def swift(self):
        return [file for file in self.files if file.suffix == ".swift"]

    @property
    def sources(self):
        """The Swift files of the targets that make the program."""
        return [file for file in self.swift if file.target]

    @cached_property
    def manifest(self):
        """What `swift package dump-package` says."""
        if self._manifest is None:
            command = ["swift", "package", "--package-path", str(self.root), "dump-package"]
            answer = subprocess.run(command, capture_output=True, text=True)
            if answer.returncode != 0:
                raise SystemExit(f"Package.swift cannot be read:\n{answer.stderr}")
            self._manifest = json.loads(answer.stdout)
        return self._manifest

    def _paths(self):
        if (self.root / ".git").exists():
            command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
            listed = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout
            return sorted(path for path in listed.split("\0") if path and (self.root / path).is_file())
        return sorted(self._walk())

    def _walk(self):
        """The paths where there is no history to ask, as in an unpacked archive."""
        for folder, inner, names in os.walk(self.root):
            made = [name for name in inner if name.startswith((".build", ".press", ".browser", "__pycache__"))]
            inner[:] = [name for name in inner if name not in made and Path(folder, name) != self.root / "data"]
            for name in names:
                yield Path(folder, name).relative_to(self.root).as_posix()
