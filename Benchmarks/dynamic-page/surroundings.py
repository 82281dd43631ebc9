"""What has to be there before anything can be measured beside Django."""

import sqlite3
from pathlib import Path

import machine
from environment import python_environment

DJANGO = Path(__file__).resolve().parent / "django"


def django_environment():
    return python_environment("django", DJANGO / "requirements.txt")


def versions(python):
    names = "django.__version__, gunicorn.__version__, platform.python_version()"
    said = machine.output([python, "-c", f"import django, gunicorn, platform; print({names})"])
    django, gunicorn, version = said.split()
    peer = f"Django {django} on gunicorn {gunicorn} and Python {version}"
    return f"{machine.swift()}; {peer}; SQLite {sqlite3.sqlite_version} for both; {machine.wrk()}"
