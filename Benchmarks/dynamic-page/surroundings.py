"""What has to be there before anything can be measured: the program, Django, and wrk."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DJANGO = Path(__file__).resolve().parent / "django"
ENVIRONMENT = PROJECT / ".build-bench-django"


def program():
    """The release program: the one that is named, or else built here."""
    if named := os.environ.get("FRANKPLEDGE_PROGRAM"):
        return Path(named).resolve()
    subprocess.run(
        ["swift", "build", "--configuration", "release", "--product", "frankpledge"], cwd=PROJECT, check=True
    )
    return PROJECT / ".build" / "release" / "frankpledge"


def django_environment():
    """The Python of a private environment that holds exactly what requirements.txt pins."""
    requirements = DJANGO / "requirements.txt"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    installed, python = ENVIRONMENT / "installed", ENVIRONMENT / "bin" / "python"
    if not installed.exists() or installed.read_text() != wanted:
        print(f"Installing Django into {ENVIRONMENT.name}", flush=True)
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--clear", ENVIRONMENT], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--only-binary=:all:", "--require-hashes", "--requirement", requirements], check=True)
        installed.write_text(wanted)
    return python


def require(command):
    if not shutil.which(command):
        raise SystemExit(f"‘{command}’ is not here: install it (apt-get install {command}) and try again.")
