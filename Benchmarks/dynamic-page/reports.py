"""What was measured, as Markdown."""

import statistics

from load import median
from questions import ASSESSMENT_REPEATS, REPEATS, SECONDS
from report import busy, heading, joined, row
from standing import PAGES, REST, STARTS

NAME = "dynamic-page"


def dynamic_page(facts, likeness, candidates, register, assessments):
    parts = [
        ["# A dynamic page beside Django"],
        heading(NAME, facts),
        busy(facts, *register.others),
        page_facts(likeness, candidates, register),
        throughput(register),
        latency(register),
        memory_table(register),
        assessment(assessments),
        [READING],
    ]
    return joined(parts)


def start(facts, peer, starts, rest):
    parts = [
        ["# Starting, and resting"],
        heading(NAME, facts),
        busy(facts, starts.others, starts.others),
        start_table(starts, peer),
        rest_table(rest),
        [RESTING],
    ]
    return joined(parts)


def page_facts(likeness, candidates, register):
    ours, peer = (server.name for server in register.servers)
    plain, small = likeness.plain, likeness.small
    tried = ", ".join(f"{rate:,.0f} ({name})" for name, rate in candidates.items())
    yield (
        f"The page is `/data` of the example as a signed-in officer: {likeness.words} words, {likeness.rows} rows of "
        "table, the same from both, looked up and made anew for every request."
    )
    yield (
        f"{ours} sends {plain[ours]:,} bytes, {small[ours]:,} as gzip; {peer} {plain[peer]:,} bytes, "
        f"{small[peer]:,} as gzip."
    )
    yield (
        f"{peer} runs with two workers of gunicorn as {register.servers[1].choice}, the quickest of these, in pages a "
        f"second on 16 connections: {tried}. A sync worker ends the connection after each page, the others keep it."
    )


def throughput(register):
    yield (
        f"Medians of {REPEATS} rounds of {SECONDS} seconds, the servers in turns. The ratio is Frankpledge over Django "
        "in pages a second, with its least and greatest in any round; processor time is what the server’s own "
        "processes used for a page, and its ratio Django over Frankpledge."
    )
    yield ""
    yield row(
        "page",
        *("Frankpledge, pages/s", "Django, pages/s", "ratio"),
        *("Frankpledge, processor", "Django, processor", "ratio"),
    )
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for case in register.runs:
        ours, theirs = both(register, case)
        ratios = register.ratios(case)
        used = [median(runs, "processor") for runs in (ours, theirs)]
        yield row(
            case.name,
            f"{median(ours, 'rate'):,.0f}",
            f"{median(theirs, 'rate'):,.0f}",
            f"**{statistics.median(ratios):.1f}** ({min(ratios):.1f} to {max(ratios):.1f})",
            *(f"{milliseconds:.2f} ms" for milliseconds in used),
            f"**{used[1] / used[0]:.1f}**",
        )


def latency(register):
    yield "| page | Frankpledge, p50 | Django, p50 | Frankpledge, p99 | Django, p99 |"
    yield "|---|---:|---:|---:|---:|"
    for case in register.runs:
        times = [median(runs, what) for what in ("p50", "p99") for runs in both(register, case)]
        yield row(case.name, *(f"{milliseconds:,.1f} ms" for milliseconds in times))


def both(register, case):
    return [register.runs[case][server.name] for server in register.servers]


def memory_table(register):
    yield "| memory after the load | peak RSS | RSS | PSS |"
    yield "|---|---:|---:|---:|"
    for name, memory in register.memory.items():
        yield row(name, *(f"{size:,.0f} MB" for size in (memory.peak, memory.rss, memory.pss)))


def assessment(assessments):
    yield "## An assessment, for information"
    yield ""
    yield (
        "The page that assesses Thanet over a period of 2015 beside the same months of 2014, for each of the "
        f"{len(assessments.paths)} periods in turn, so that each is made anew from the records; then the whole year "
        f"over and over, which the program keeps by it. The whole year’s page is {assessments.size:,} bytes; its "
        f"charts, which are pictures of their own, are not asked for. Medians of {ASSESSMENT_REPEATS} rounds."
    )
    yield ""
    yield "| page | pages/s | p50 | p95 | processor |"
    yield "|---|---:|---:|---:|---:|"
    for case, runs in assessments.runs.items():
        times = (f"{median(runs, what):,.1f} ms" for what in ("p50", "p95", "processor"))
        yield row(case.name, f"{median(runs, 'rate'):,.0f}", *times)


def start_table(starts, peer):
    yield (
        f"From the start of the process to the first front page (`/`, 200), {STARTS} times each in turns, on the "
        "example’s records, with every file in the system’s cache. Processor time is what all of the server’s "
        "processes had used by then."
    )
    yield ""
    yield "| start | median | least | greatest | processor |"
    yield "|---|---:|---:|---:|---:|"
    for name, found in starts.found.items():
        seconds = [start.seconds for start in found]
        times = [statistics.median(seconds), min(seconds), max(seconds)]
        times.append(statistics.median(start.processor for start in found))
        yield row(name, *(f"{1000 * time:,.0f} ms" for time in times))
    yield ""
    yield f"Django on gunicorn with two workers ({peer.choice}) takes **{starts.ratio:.1f}** times as long."


def rest_table(rest):
    yield (
        f"Memory after {PAGES} register pages and {REST} seconds of rest, in MB of 10⁶ bytes. RSS counts what "
        "processes share once for each of them; PSS divides it among all that hold it, other programs too."
    )
    yield ""
    yield "| at rest | RSS | PSS | peak RSS |"
    yield "|---|---:|---:|---:|"
    for name, memory in rest.items():
        yield row(name, *(f"{size:,.0f} MB" for size in (memory.rss, memory.pss, memory.peak)))


READING = """\
## What this shows, and what not

Both servers look the session up by its hash, read the same rows, fill the same page, mask the form’s token anew and
give the page an entity tag. The load runs on the same cores, so a server alone would answer more pages than this; the
ratios and the processor time for a page are what to read. Latency on 16 and 64 connections is mostly waiting in a
queue, since each connection asks again as soon as it is answered: one connection shows the page’s own time. Django
stands here as its guides advise, on Debian’s CPython, with all left out that this page does not need; most of its time
goes into its templates, so another template engine, PyPy or a cache would change the ratio. gzip differs in kind:
Frankpledge takes ISA-L at a light level, Django zlib at level 6, whose pages are smaller and cost more. One page of one
size does not stand for a site, and nothing here speaks of writing, of many partnerships, or of a network."""

RESTING = """\
Frankpledge’s start includes opening the records and reading its style sheet, scripts and typefaces; the document
worker warms up beside it and is not waited for. Django serves two pages here and nothing else: a whole site of it would
start later and hold more. A first start, which makes the records and loads the example, and a cold disk are not
measured."""
