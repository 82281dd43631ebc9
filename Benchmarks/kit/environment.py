"""Private Python environments for the programs that ours are measured beside."""

import hashlib
import subprocess

from built import PROJECT


def python_environment(name, requirements):
    """The Python of an environment that holds exactly what a requirements file pins."""
    environment = PROJECT / f".build-bench-{name}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    installed, python = environment / "installed", environment / "bin" / "python"
    if not installed.exists() or installed.read_text() != wanted:
        print(f"Installing {requirements.parent.name}/{requirements.name} into {environment.name}", flush=True)
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--clear", environment], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--only-binary=:all:", "--require-hashes", "--requirement", requirements], check=True)
        installed.write_text(wanted)
    return python
