"""What was measured and proved, as Markdown."""

from machine import CORES
from plan import AFTERWARDS, AT_ONCE, UNHEARD, percentile
from report import busy, heading, joined, row

# Milliseconds.
SAVED_P99, PAGES_P95 = 1_000, 300


def page(facts, chosen, tally, watch, proved):
    return joined(
        [
            [f"# Submissions, on {'PostgreSQL' if chosen.postgresql else 'SQLite'}"],
            heading("submissions", facts),
            busy(facts, watch.others, watch.others),
            what(chosen),
            verdict(chosen, tally, proved),
            times(tally),
            slowest(tally),
            kept(proved),
            used(watch, tally),
            [READING],
        ]
    )


def what(chosen):
    yield (
        f"{chosen.rate} forms a second for {chosen.seconds} seconds at a constant rate, whatever became of those before, while "
        f"{chosen.officers} officers browsed with some 15 seconds between pages. A form changes what a person is called, and no two "
        "about one person are open at once: whoever saves second would be asked. Each "
        "is opened first, as in a browser, so that it has a token of its own, is looked at for five seconds and sent, and "
        f"the page it leads to is opened. Of a hundred forms {AT_ONCE} are sent twice at once, {AFTERWARDS} again after "
        f"the answer, and {UNHEARD} again because the connection was cut before the first answer came."
    )


def verdict(chosen, tally, proved):
    saved, pages = percentile(tally.saved, 99), percentile(tally.pages, 95)
    in_time = sum(time <= SAVED_P99 for time in tally.saved)
    yield f"- None lost and none doubled: **{'yes' if proved.holds else 'NO'}**."
    yield f"- Goodput: **{in_time / chosen.seconds:,.1f}** a second were called saved within a second of being due."
    yield f"- p99 of a submission under a second: **{yes(saved, SAVED_P99)}**, {told(saved)}."
    yield f"- p95 of the officers’ pages under 300 ms: **{yes(pages, PAGES_P95)}**, {told(pages)}."
    errors = sum(tally.errors.values())
    yield f"- Errors: **{errors:,}**" + "".join(f"; {count:,} × {what}" for what, count in tally.errors.items()) + "."


def yes(value, limit):
    return "yes" if value is not None and value < limit else "NO"


def told(value):
    return "never measured" if value is None else f"{value:,.0f} ms"


def times(tally):
    yield row("from when it was due", "how many", "p50", "p95", "p99", "longest")
    yield "|---|---:|---:|---:|---:|---:|"
    kinds = {
        "a form sent, to the word that it is saved": tally.saved,
        "a form opened": tally.forms,
        "the page after": tally.after,
        "an officer’s page": tally.pages,
        "the load’s own delay in sending": tally.late,
    }
    for name, values in kinds.items():
        marks = [percentile(values, share) for share in (50, 95, 99, 100)]
        yield row(name, f"{len(values):,}", *("–" if mark is None else f"{mark:,.1f} ms" for mark in marks))


def slowest(tally):
    """Which of the officers' pages to look into first."""
    halves = sorted(((percentile(times, 50), page) for page, times in tally.by_page.items()), reverse=True)
    told = ", ".join(f"`{page}` {half:,.1f} ms" for half, page in halves[:5])
    yield f"The slowest of the officers’ pages, by the p50 of each: {told}."


def kept(proved):
    yield (
        "Afterwards the program was stopped, and the records were read. "
        f"{proved.attempted:,} forms were sent, {proved.acknowledged:,} were called saved, and {proved.stored:,} are stored: "
        f"{len(proved.lost)} of those called saved are missing, {len(proved.strange)} were never sent, {len(proved.doubled)} are there "
        f"more than once, and {len(proved.stale)} people are not called what was stored last. `frankpledge verify` "
        + ("finds everything whole." if proved.is_whole else f"says: {proved.said}")
    )
    for name in [*proved.lost, *proved.strange, *proved.doubled, *proved.stale][:10]:
        yield f"    {name}"


def used(watch, tally):
    yield (
        f"The program used {share(watch.processor, watch)} of the {CORES} cores, {1000 * watch.processor / max(tally.answers, 1):.1f} ms "
        f"for a request, and {watch.memory:,.0f} MB of memory at the most"
        + (f"; PostgreSQL {share(watch.server, watch)}" if watch.server else f"; its write-ahead log grew to {watch.log:,.0f} MB")
        + f". The load used {share(watch.load, watch)}. {tally.sent_again:,} forms were sent more than once."
    )


def share(seconds, watch):
    return f"{seconds / watch.seconds / CORES:.0%}"


READING = """\
## What this shows, and what not

Latency counts from the moment a form was due, not from when a busy load got round to sending it, and a form is due at its
time however many before it are not answered: a program that stands still for a second is seen to. The load runs on the
same cores, over the loopback interface; there is no network and no TLS. It is the release program as it is installed, with
its records on a disk and every commit flushed, and without the document worker: nobody asks for a chart. The limits by
caller are off (`FRANKPLEDGE_LIMIT_MEMBER_PAGE`, `…_MEMBER_FORM` and `…_SIGN_IN_FORM` are 0), since a single member sends all forms
here, from 60 browsers; the rooms, which hold everybody off at once, are as they come. Whoever browses is one of 60 people,
each in a seat, signed in by a password."""
