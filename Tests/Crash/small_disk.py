"""A file system of a few megabytes."""

import os
import subprocess


class SmallDisk:
    """A disk in memory, seen only by what is started `within` it."""

    @classmethod
    def on(cls, test, folder, megabytes):
        """A small disk for the length of a test, which is skipped where the machine allows none."""
        disk = cls(folder, megabytes)
        test.addCleanup(disk.close)
        if not disk.is_there:
            test.skipTest("this machine lets us mount no file system of our own (unshare --mount)")
        return disk

    def __init__(self, folder, megabytes):
        self._folder = folder
        is_root = os.geteuid() == 0
        enter = ["--mount"] if is_root else ["--user", "--mount"]
        # It is there as long as the process that holds it.
        self._holder = subprocess.Popen(
            ["unshare", *enter, *([] if is_root else ["--map-root-user"]), "sh", "-c"]
            + [f'mount -t tmpfs -o size={megabytes}m small "$1" && echo ready && cat', "sh", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.is_there = self._holder.stdout.readline() == b"ready\n"
        # The command that starts another in it.
        self.within = ["nsenter", *enter, *([] if is_root else ["--preserve-credentials"])]
        self.within += ["--target", str(self._holder.pid)]

    def fill(self, name, kilobytes=None):
        """Takes up room; all there is, if it is not said how much."""
        count = [] if kilobytes is None else [f"count={kilobytes}"]
        command = [*self.within, "dd", "if=/dev/zero", f"of={self._folder}/{name}", "bs=1k", "status=none", *count]
        # Asked for all there is, dd ends with the error that we are after.
        subprocess.run(command, check=kilobytes is not None, stderr=subprocess.DEVNULL)

    def empty(self, name):
        """Gives the room back."""
        subprocess.run([*self.within, "rm", f"{self._folder}/{name}"], check=True)

    def close(self):
        self._holder.stdin.close()
        self._holder.wait()
        self._holder.stdout.close()
