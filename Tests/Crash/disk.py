"""A disk that can lose its power: what a recorded diary (`recorder.c`) leaves of a folder at any moment of it.

The model is as harsh as POSIX allows. What was written to a file and not synced since may be there or not, piece by piece,
in no order. A name that was made, changed or removed may or may not be, until its folder is synced: syncing the file does
not keep its name. Where a sync failed, what it was to save is gone for good, as Linux does it.
"""

import os
from dataclasses import dataclass, field


@dataclass
class Stored:
    """A file, or a folder, without its name."""

    is_folder: bool = False
    # What is on the disk.
    settled: bytearray = field(default_factory=bytearray)
    # What is not yet: (offset, bytes) for a write, (length, None) for a cut, in their order.
    pending: list = field(default_factory=list)

    def settle(self):
        for change in self.pending:
            _apply(self.settled, change)
        self.pending.clear()

    def left(self, kept):
        """Its bytes after a power cut. `kept` says of each pending piece whether it reached the disk."""
        content = bytearray(self.settled)
        for place, piece in self.pending:
            for change in kept.pieces(place, piece):
                _apply(content, change)
        return content


def _apply(content, change):
    place, piece = change
    if piece is None:
        del content[place:]
        content.extend(bytes(place - len(content)))
    else:
        content.extend(bytes(max(0, place - len(content))))
        content[place : place + len(piece)] = piece


class Everything:
    """All that was written is there: the program was killed, and the power stayed on."""

    def pieces(self, place, piece):
        yield place, piece

    def names(self, changes):
        return len(changes)


class Nothing:
    """Only what was synced is there."""

    def pieces(self, place, piece):
        return ()

    def names(self, changes):
        return 0


class Some:
    """A share of what was not synced is there, by chance, torn at sectors or at pages."""

    def __init__(self, chance):
        self._chance = chance
        self._share = chance.random()
        self._unit = chance.choice([512, 4096])

    def pieces(self, place, piece):
        if piece is None:
            if self._chance.random() < self._share:
                yield place, piece
            return
        start = 0
        while start < len(piece):
            end = min(len(piece), start + self._unit - (place + start) % self._unit)
            if self._chance.random() < self._share:
                yield place + start, piece[start:end]
            start = end

    def names(self, changes):
        return round(len(changes) * self._share)


class Disk:
    """A folder as a diary tells it, read on from deed to deed."""

    def __init__(self, diary):
        with open(diary, "rb") as file:
            self._diary = file.read()
        self._place = 0
        # By its number; what is removed keeps its content as long as it is open.
        self._stored = {}
        # Names as the program sees them, names that are on the disk, and what is between: (name, stored or nothing).
        self._names = {}
        self._settled_names = {}
        self._pending_names = []
        self.said = ""

    def advance(self):
        """Reads one deed. What it was: its word; nothing at the end."""
        end = self._diary.find(b"\n", self._place)
        if end < 0:
            return None
        word, *values = self._diary[self._place : end].decode().split("\t")
        self._place = end + 1
        getattr(self, "_" + word.replace("-", "_"))(*values)
        return word

    def advance_to_the_end(self):
        """Reads the rest; the words of all that was done."""
        words = []
        while word := self.advance():
            words.append(word)
        return words

    def left(self, kept):
        """The files that are left if the power goes now, with their bytes; folders have none."""
        names = dict(self._settled_names)
        for name, stored in self._pending_names[: kept.names(self._pending_names)]:
            _rename(names, name, stored)
        return {
            name: None if stored.is_folder else stored.left(kept)
            for name, stored in names.items()
            if all(parent in names for parent in _folders_above(name))
        }

    def _start(self):
        pass

    def _bytes(self, count):
        start, self._place = self._place, self._place + count + 1
        return self._diary[start : start + count]

    def _said(self, count):
        self.said += self._bytes(int(count)).decode()

    def _make(self, number, name):
        self._stored[number] = Stored()
        self._name(name, self._stored[number])

    def _folder(self, name):
        self._name(name, Stored(is_folder=True))

    def _remove(self, name):
        self._name(name, None)

    def _rename(self, before, after):
        stored = self._names[before]
        self._name(after, stored)
        self._name(before, None)

    def _link(self, before, after):
        self._name(after, self._names[before])

    def _name(self, name, stored):
        _rename(self._names, name, stored)
        self._pending_names.append((name, stored))

    def _write(self, number, offset, count):
        self._stored[number].pending.append((int(offset), self._bytes(int(count))))

    def _cut(self, number, length):
        self._stored[number].pending.append((int(length), None))

    def _sync(self, number):
        self._stored[number].settle()

    def _fail(self, number):
        self._stored[number].pending.clear()

    def _sync_folder(self, folder):
        for name, stored in self._pending_names:
            if os.path.dirname(name) == folder:
                _rename(self._settled_names, name, stored)
        self._pending_names = [change for change in self._pending_names if os.path.dirname(change[0]) != folder]

    def _fail_folder(self, folder):
        pass


def _rename(names, name, stored):
    if stored is None:
        names.pop(name, None)
    else:
        names[name] = stored


def _folders_above(name):
    while name := os.path.dirname(name):
        yield name


def lay_out(files, folder):
    """Writes files that a disk left into a new folder."""
    os.makedirs(folder)
    for name, content in sorted(files.items()):
        path = os.path.join(folder, name)
        if content is None:
            os.makedirs(path, exist_ok=True)
        else:
            # The mode of a file is there as soon as its name is, and ours are all closed to others.
            with open(path, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(content)
