"""A PostgreSQL of our own and its standby, on sockets in a folder, by an account without rights. Both end with us."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

from writer import PATIENCE

NAME = "frankpledge"


def programs():
    """Where Debian keeps the programs of the newest version; nothing if they are not installed."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    return max(found, key=lambda path: int(path.parent.name), default=None)


class Server:
    """One server process, in a folder that holds its data and its socket."""

    def __init__(self, folder):
        self.folder = folder
        self._process = None

    def start(self, **settings):
        """Starts it, and returns when it can be asked."""
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder} | settings
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        ready = threading.Event()
        self._process = subprocess.Popen(
            [*unprivileged("--pdeathsig", "QUIT"), programs() / "postgres", "-D", self.folder / "data", *options],
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._listen, args=(self._process.stderr, ready), daemon=True).start()
        if not ready.wait(PATIENCE):
            raise OSError("PostgreSQL did not start")

    def kill(self):
        """Ends it and all its processes, without a chance to do anything more."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def promote(self):
        run("pg_ctl", "promote", "--wait", "-D", self.folder / "data")

    def ask(self, question):
        return run("psql", "-h", self.folder, "-U", NAME, "-d", "postgres", "-AtXc", question).split()

    @property
    def is_running(self):
        return self._process is not None and self._process.poll() is None

    @staticmethod
    def _listen(complaints, ready):
        for line in complaints:
            if "ready to accept" in line:
                ready.set()


class Pair:
    """A primary, and a standby that every commit waits for."""

    def __init__(self, place):
        self._folder = Path(tempfile.mkdtemp(prefix="crash-pg-", dir=place))
        if os.geteuid() == 0:
            os.chown(self._folder, account().pw_uid, account().pw_gid)
        self.primary, self.standby = (Server(self._folder / name) for name in ("a", "b"))
        for server in (self.primary, self.standby):
            run("mkdir", "-m", "700", server.folder)
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        run("initdb", "-U", NAME, *options, "-D", self.primary.folder / "data")
        self.primary.start(synchronous_standby_names="ANY 1 (standby)")
        options = ["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]
        run("pg_basebackup", "-h", self.primary.folder, "-U", NAME, *options, "-D", self.standby.folder / "data")
        self.start_standby()

    @property
    def address(self):
        return f"postgresql://{NAME}@/postgres?host={self.primary.folder},{self.standby.folder}"

    def start_standby(self):
        self.standby.start(cluster_name="standby", synchronous_standby_names="")

    def close(self):
        for server in (self.primary, self.standby):
            if server.is_running:
                server.kill()
        shutil.rmtree(self._folder, ignore_errors=True)


def account():
    """Who owns a server where we are root, as whom PostgreSQL refuses to run: the account of its package."""
    return pwd.getpwnam("postgres")


def unprivileged(*more):
    if os.geteuid() != 0:
        return ["setpriv", *more] if more else []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *more]


def run(program, *arguments):
    """What a program prints, run as the owner of the servers."""
    place = programs() / program
    command = [*unprivileged(), place if place.exists() else program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout
