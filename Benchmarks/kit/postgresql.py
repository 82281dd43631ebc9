"""A PostgreSQL of our own: in a folder of its own, on a socket in it, by an account without rights, as the tests have."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

NAME = "frankpledge"
# What an operator would set on a machine of this size; durability as it comes.
SETTINGS = ["listen_addresses=", "max_connections=100", "shared_buffers=512MB", "max_wal_size=4GB"]


def programs():
    """Where Debian keeps the programs of the newest version; nothing where they are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


class Server:
    """A server that runs as long as a `with` statement."""

    def __init__(self, folder):
        self.bin = programs()
        if not self.bin:
            raise SystemExit("PostgreSQL is not here: install it (apt-get install postgresql) and try again.")
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir=folder))
        # It refuses to run as root, so root gives way to the account that came with the package.
        self.account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []

    def __enter__(self):
        if self.account:
            shutil.chown(self.folder, "postgres", "postgres")
        data = self.folder / "data"
        self.call("initdb", "-D", data, "-U", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C")
        options = " ".join(f"-c {setting}" for setting in [f"unix_socket_directories={self.folder}", *SETTINGS])
        self.call("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def call(self, program, *arguments):
        command = [*self.account, self.bin / program, *arguments]
        subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    @property
    def client(self):
        """What psql and pgbench are told of where it is."""
        return ["-h", self.folder, "-U", NAME]

    @property
    def process(self):
        return int((self.folder / "data" / "postmaster.pid").read_text().split("\n")[0])

    def sql(self, text, database="postgres"):
        command = [self.bin / "psql", *self.client, "-qAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def database(self, name):
        """A new database's address, as an operator writes it."""
        self.sql(f"CREATE DATABASE {name} TEMPLATE template0")
        return f"postgresql://{NAME}@/{name}?host={quote(str(self.folder), safe='')}"
