"""What was measured, as Markdown."""

import time

from machine import IDLE


def joined(parts):
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def heading(name, facts):
    """- `name`: of the benchmark."""
    yield f"Made by `Benchmarks/{name}/run` on {time.strftime('%-d %B %Y')}: {facts.machine}."
    yield f"{facts.versions}."


def busy(facts, middle, worst):
    waited = f", after waiting {facts.waited / 60:.0f} minutes for it to be idle" if facts.waited > 30 else ""
    yield f"At the start others used {facts.busy:.0%} of the machine (load average {facts.load:.2f}){waited};"
    yield f"while measuring {middle:.0%}, and {worst:.0%} at the worst."
    if max(facts.busy, worst) > IDLE:
        yield "**It was shared with other work: trust the ratios and processor times, not the absolute figures.**"


def row(*cells):
    return f"| {' | '.join(map(str, cells))} |"
