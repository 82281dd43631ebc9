"""What has to be there before anything can be measured: our programs, built for release, and other people's."""

import os
import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RESULTS = PROJECT / "Benchmarks" / "results"


def program(product="frankpledge"):
    """A program built for release: from the folder that is named, or else built here."""
    if product == "frankpledge" and (named := os.environ.get("FRANKPLEDGE_PROGRAM")):
        return Path(named).resolve()
    if named := os.environ.get("FRANKPLEDGE_BUILT"):
        return Path(named).resolve() / product
    subprocess.run(["swift", "build", "--configuration", "release", "--product", product], cwd=PROJECT, check=True)
    return PROJECT / ".build" / "release" / product


def require(command):
    if not shutil.which(command):
        raise SystemExit(f"‘{command}’ is not here: install it (apt-get install {command}) and try again.")
