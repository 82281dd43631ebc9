"""The map that is searched: fields that touch along sides and at corners, with rates that lie high together in places."""

import math
import random

SEED = 2016


def write(folder, side):
    """Writes values, lists of neighbours, and the same lists as GeoDa reads them; answers how many pairs touch."""
    touching = [list(neighbours(side, *divmod(field, side))) for field in range(side * side)]
    values = rates(side)
    (folder / "values").write_text("".join(f"{value!r}\n" for value in values), encoding="ascii")
    (folder / "neighbours").write_text("".join(" ".join(map(str, near)) + "\n" for near in touching), encoding="ascii")
    lists = (f"{field} {len(near)}\n{' '.join(map(str, near))}\n" for field, near in enumerate(touching))
    (folder / "map.gal").write_text(f"0 {len(touching)} map field\n{''.join(lists)}", encoding="ascii")
    return sum(map(len, touching)) // 2


def neighbours(side, row, column):
    for other in range(max(0, row - 1), min(side, row + 2)):
        for beside in range(max(0, column - 1), min(side, column + 2)):
            if (other, beside) != (row, column):
                yield other * side + beside


def rates(side):
    """Rates per 1,000 people, skewed as those of crime are. No two are alike, so that no two sums are."""
    chance = random.Random(SEED)
    centres = [(chance.uniform(0, side), chance.uniform(0, side), chance.uniform(2, 8)) for _ in range(side)]
    heights = [0.0] * (side * side)
    for row, column, reach in centres:
        for field in range(side * side):
            away = math.hypot(field // side - row, field % side - column) / reach
            if away < 3:
                heights[field] += math.exp(-away * away / 2)
    return [chance.gammavariate(2, 3) * (1 + 1.5 * height) for height in heights]
