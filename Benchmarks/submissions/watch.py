"""What the program uses while it is under load."""

import threading
from pathlib import Path

import machine
import processes


class Watch:
    """Looks once a second, as long as a `with` statement runs. Sizes are in megabytes, times in seconds."""

    def __init__(self, office):
        self.office = office
        self.log = 0
        self.memory = self.processor = self.server = self.load = self.others = self.seconds = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.look)

    def __enter__(self):
        self.began = self.used()
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        used = [after - before for before, after in zip(self.began, self.used(), strict=True)]
        self.seconds, everybody, self.processor, self.server, self.load = used
        self.others = max(0, (everybody - self.processor - self.server - self.load) / self.seconds / machine.CORES)
        self.memory = processes.memory([self.office.process.pid]).peak

    def used(self):
        """The time, and what everybody, the program, the database server and the load have used of the processors."""
        server = self.office.server
        return [
            float(Path("/proc/uptime").read_text().split()[0]),
            machine.busy_seconds(),
            processes.processor_seconds(self.office.family()),
            processes.used_with_children(server.process) if server else 0,
            processes.processor_seconds(["self"]),
        ]

    def look(self):
        log = self.office.data / "frankpledge.sqlite-wal"
        while not self.ended.wait(1):
            if log.exists():
                self.log = max(self.log, log.stat().st_size / 1e6)
