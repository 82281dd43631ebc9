"""What is asked when, settled beforehand: arrivals come at a constant rate, whatever becomes of those before them."""

import random
from dataclasses import dataclass
from enum import Enum

SEED = 20161105
# Of a hundred submissions, how many are sent more than once, and how.
AT_ONCE, AFTERWARDS, UNHEARD = 2, 2, 2


class Sending(Enum):
    ONCE = "once"
    # Two clicks.
    AT_ONCE = "twice at once"
    # Back, and sent again.
    AFTERWARDS = "again after the answer"
    # The network was gone before the answer came.
    UNHEARD = "again, the first answer unheard"


@dataclass(frozen=True)
class Submission:
    number: int
    # Seconds from the start.
    due: float
    # Which browser, and about which person.
    browser: int
    person: int
    sending: Sending

    @property
    def words(self):
        """What no other says."""
        return f"Resident {self.number:06} of the register"


def submissions(rate, seconds, browsers, people):
    """People take turns: whoever changes what another changed meanwhile is asked, and these are not to be."""
    chance = random.Random(SEED)
    kinds = (
        [Sending.AT_ONCE] * AT_ONCE + [Sending.AFTERWARDS] * AFTERWARDS + [Sending.UNHEARD] * UNHEARD
    )
    kinds += [Sending.ONCE] * (100 - len(kinds))
    return [
        Submission(number, number / rate, number % browsers, number % people, chance.choice(kinds))
        for number in range(round(rate * seconds))
    ]


def visits(officer, seconds, think, pages):
    """The pages that one officer opens, each with how long they think before it; more than there is time for."""
    chance = random.Random(SEED + officer)
    first = chance.uniform(0, think)
    yield first, chance.choice(pages)
    for _ in range(round(3 * seconds / think) + 3):
        yield chance.uniform(think * 2 / 3, think * 4 / 3), chance.choice(pages)


def percentile(values, share):
    """The smallest value that so great a share of all do not exceed; nothing where there are none."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]
