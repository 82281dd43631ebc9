"""What the power cuts rest on: that the recorder sees all that is done to the files. It is asked of the files themselves,
and of the kernel.
"""

import os
import re
import shutil
import subprocess
from collections import Counter

from disk import Disk, Everything
from orders import Orders
from recording import RecordedTests

# What the kernel calls the deeds that the recorder has words for. A file that is cut when it is opened is counted apart.
CALLS = {
    "write": "write",
    "pwrite64": "write",
    "sendfile": "write",
    "fsync": "sync",
    "fdatasync": "sync",
    "ftruncate": "cut",
    "rename": "rename",
    "link": "link",
    "unlink": "remove",
    "unlinkat": "remove",
    "rmdir": "remove",
    "mkdir": "folder",
    "mkdirat": "folder",
}
# Ways of changing a file that the program does not use, and the recorder does not know.
UNKNOWN = ["writev", "pwritev", "pwritev2", "truncate", "fallocate", "renameat", "renameat2", "linkat", "symlink", "sync"]
UNKNOWN += ["sync_file_range", "syncfs", "msync", "copy_file_range", "splice"]


class RecorderTests(RecordedTests):
    def work(self, writer):
        orders = Orders(self.chance)
        for _ in range(10):
            self.order(writer, orders.burst())
        self.assertEqual(writer.finish(), 0)

    def test_what_it_recorded_is_what_there_is(self):
        self.work(self.start(environment=self.recorded()))
        self.work(self.start(environment=self.recorded()))
        disk = Disk(self.diary)
        disk.advance_to_the_end()
        recorded = {name: content for name, content in disk.left(Everything()).items() if not name.endswith("-shm")}
        self.assertEqual(recorded.keys(), set(self.names_there()))
        for name, content in recorded.items():
            if content is not None:
                self.assertEqual(content, (self.data.parent / name).read_bytes(), name)

    def names_there(self):
        """All files and folders but the index of SQLite's log, which is shared memory and is made anew at each start."""
        for place, folders, files in os.walk(self.data.parent):
            for name in folders + files:
                if not name.endswith("-shm"):
                    yield os.path.relpath(os.path.join(place, name), self.data.parent)

    def test_it_recorded_what_the_kernel_was_asked(self):
        self.require_tracing()
        trace = self.folder / "trace"
        environment = [word for pair in self.recorded().items() for word in ("--env", "=".join(pair))]
        strace = ["strace", "-f", "-y", "-z", "-qq", "-s", "0", "-o", str(trace), *environment]
        self.work(self.start(before=[*strace, "-e", "trace=" + ",".join([*CALLS, *UNKNOWN])]))

        place = re.escape(str(self.data.parent))
        calls = re.findall(rf"^\d+ +(\w+)\([^\n]*{place}[/>]", trace.read_text(), re.MULTILINE)
        asked = Counter(CALLS.get(call, call) for call in calls)
        recorded = Counter("sync" if word == "sync-folder" else word for word in self.words())
        self.assertEqual(asked, Counter({word: recorded[word] for word in set(CALLS.values()) if recorded[word]}))

    def require_tracing(self):
        trial = ["strace", "-o", "/dev/null", "true"]
        if not shutil.which("strace") or subprocess.run(trial, capture_output=True).returncode:
            self.skipTest("this machine lets us trace no program (strace)")
