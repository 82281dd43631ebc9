"""A clock that jumps: entries are in the order they were made in, whatever time they bear, and the chain is whole."""

from crashing import CrashTests
from orders import NOON, Orders

HOUR = 3_600_000
DAY = 24 * HOUR
# An hour back and a day on, the days that are changed for summer, a leap day, a leap second, and past 32 bits.
TIMES = [
    NOON,
    NOON - HOUR,
    NOON + DAY,
    NOON - 5_001,
    1_458_997_200_000,
    1_459_040_400_000,
    1_477_785_600_000,
    1_456_704_000_000,
    1_483_228_799_999,
    2_147_483_648_000,
    4_102_444_800_000,
    -HOUR,
    NOON,
]


class ClockTests(CrashTests):
    def test_what_is_saved_is_whole_and_in_order_though_the_clock_jumps_and_lives_end(self):
        orders, sent = Orders(self.chance), []
        for time in TIMES:
            writer = self.start("--at", time)
            for _ in range(6):
                order = orders.one(self.chance.choice(["note", "once", "file"]), at=time + self.chance.randrange(-HOUR, HOUR))
                self.order(writer, [order])
                sent.append(order.name)
            self.assertEqual(writer.faults, {})
            self.end(writer)
        writer = self.starting()
        found = writer.found()
        self.ledger.check(found)
        self.assertEqual(writer.finish(), 0)
        places = [sent.index(name) for name in found["done"]]
        # One chain of entries for each of three partnerships, one after another.
        self.assertLess(sum(later < earlier for earlier, later in zip(places, places[1:])), 3)
