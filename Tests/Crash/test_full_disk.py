"""A disk that has no more room, made small: writing stops, reading goes on, and with room made everything goes on."""

from crashing import CrashTests
from orders import Order, Orders
from small_disk import SmallDisk


class FullDiskTests(CrashTests):
    def setUp(self):
        super().setUp()
        self.disk = SmallDisk.on(self, self.data.parent, megabytes=4)
        self.disk.fill("ballast", kilobytes=2048)

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

        self.disk.empty("ballast")
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
