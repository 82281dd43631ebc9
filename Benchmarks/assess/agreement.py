"""Whether ours and the script give the same figures."""

import math

# The script's Gi* rests on draws of its own.
ERRORS = 6
PERMUTATIONS = 999
ASB = "Anti-social behaviour"


def check(everybody):
    """- `everybody`: names and figures, ours first."""
    (_, ours), *others = everybody
    left = flat(ours)
    for name, figures in others:
        right = flat(figures, by_script=True)
        if left.keys() != right.keys():
            raise SystemExit(f"{name} has other figures: {sorted(left.keys() ^ right.keys())[:8]}")
        for key, one in left.items():
            if not same(key, one, right[key]):
                raise SystemExit(f"{' '.join(map(str, key))} is {one!r} by ours and {right[key]!r} by {name}.")
        print(f"{name}: {len(left):,} figures agree with ours", flush=True)


def same(key, one, other):
    if one is None or other is None or isinstance(one, int):
        return one == other
    if key[-1] == "p":
        middle = (one + other) / 2
        error = math.sqrt(2 * middle * (1 - middle) / PERMUTATIONS)
        return max(0, abs(one - other) - 1 / (PERMUTATIONS + 1)) <= ERRORS * error
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def flat(figures, by_script=False):
    """Every figure by what it is of."""
    found = {("rows", kind): figures["rows"][kind] for kind in ("read", "kept")}
    if by_script:
        every = {"All crime": figures["allCrime"], **figures["series"]}
        places = figures["places"].items()
        read, read_place = from_script, place_from_script
    else:
        every = {one["type"]: one for one in [figures["allCrime"], *figures["series"]]}
        places = ((one["code"], one) for one in figures["places"])
        read, read_place = from_ours, place_from_ours
    for name, one in every.items():
        found |= {(name, *key): value for key, value in read(one).items()}
    for code, one in places:
        found |= {(code, *key): value for key, value in read_place(one).items()}
    return found


def from_ours(one):
    change = one["change"]
    ends = change.get("ratioInterval") or {}
    return named(
        one["total"],
        [month["count"] for month in one["months"]],
        [month["count"] for month in one["comparison"]],
        rate_from_ours(one["rate"]),
        one.get("share"),
        [change.get("ratio"), change.get("dispersion"), ends.get("lower"), ends.get("upper")],
    )


def from_script(one):
    change = one["change"]
    lower, upper = change["interval"]
    if upper is None:
        lower = None
    return named(
        one["total"],
        one["months"],
        one["comparison"],
        one["rate"],
        one["share"],
        [change["ratio"], change["dispersion"], lower, upper],
    )


def named(total, months, comparison, rate, share, change):
    found = {("total",): total, ("share",): share}
    for what, numbers in [("month", months), ("earlier month", comparison), ("rate", rate), ("change", change)]:
        found |= {(what, place): number for place, number in enumerate(numbers)}
    return found


def rate_from_ours(rate):
    return [rate["value"], rate["interval"]["lower"], rate["interval"]["upper"]]


def place_from_ours(one):
    hot = one["hotSpot"]
    return placed(
        one["crimes"], one["antiSocialBehaviour"], rate_from_ours(one["rate"]), hot["z"], hot["permutationProbability"]
    )


def place_from_script(one):
    return placed(one["crimes"], one["incidents"], one["rate"], one["z"], one["p"])


def placed(crimes, incidents, rate, z, p):
    found = {("crimes",): crimes, ("incidents",): incidents, ("z",): z, ("p",): p}
    return found | {("rate", place): number for place, number in enumerate(rate)}
