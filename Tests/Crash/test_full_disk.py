"""A disk that has no more room, made small: writing stops, reading goes on, and with room made everything goes on."""

import os
import subprocess

from crashing import CrashTests
from orders import Order, Orders


class SmallDisk:
    """A file system of a few megabytes, seen only by what is started `within` it."""

    def __init__(self, folder, megabytes):
        is_root = os.geteuid() == 0
        enter = ["--mount"] if is_root else ["--user", "--mount"]
        self._holder = subprocess.Popen(
            ["unshare", *enter, *([] if is_root else ["--map-root-user"]), "sh", "-c"]
            + [f'mount -t tmpfs -o size={megabytes}m small "$1" && echo ready && cat', "sh", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.is_there = self._holder.stdout.readline() == b"ready\n"
        self.within = ["nsenter", *enter, *([] if is_root else ["--preserve-credentials"])]
        self.within += ["--target", str(self._holder.pid)]

    def run(self, *command):
        subprocess.run([*self.within, *map(str, command)], check=True)

    def close(self):
        self._holder.stdin.close()
        self._holder.wait()
        self._holder.stdout.close()


class FullDiskTests(CrashTests):
    def setUp(self):
        super().setUp()
        self.disk = SmallDisk(self.data.parent, megabytes=3)
        self.addCleanup(self.disk.close)
        if not self.disk.is_there:
            self.skipTest("this machine lets us mount no file system of our own (unshare --mount)")
        self.ballast = self.data.parent / "ballast"
        self.disk.run("dd", "if=/dev/zero", f"of={self.ballast}", "bs=1k", "count=1024", "status=none")

    def starting(self, *options, **more):
        return super().starting(*options, before=self.disk.within, **more)

    def test_a_full_disk_loses_nothing_and_with_room_made_work_goes_on(self):
        orders = Orders(self.chance)
        writer = self.start()
        while "stopped" not in writer.faults.values():
            self.order(writer, [orders.one() for _ in range(20)])
        self.assert_only_reading(writer)
        self.assertEqual(writer.finish(), 1)

        again = self.start()
        self.order(again, [orders.one("count")])
        self.assertEqual(again.faults, {})
        self.end(again)

        self.disk.run("rm", self.ballast)
        writer = self.start()
        self.order(writer, self.ledger.unsettled + [orders.one() for _ in range(20)])
        self.assertEqual(writer.faults, {})
        self.assertEqual(self.ledger.unsettled, [])
        self.assertEqual(writer.finish(), 0)
        self.assertEqual(self.start().finish(), 0)

    def assert_only_reading(self, writer):
        reading, writing = Order("count", "reading"), Order("note", "writing")
        self.order(writer, [reading, writing])
        self.assertIn("reading", self.ledger.acknowledged)
        self.assertEqual(writer.faults["writing"], "stopped")
