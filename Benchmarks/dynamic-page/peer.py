"""Django, doing the same on gunicorn."""

from servers import Server
from surroundings import DJANGO


class DjangoPeer(Server):
    name = "Django"
    # Two workers of gunicorn, one for each core. A sync worker ends the connection after each page; a gthread worker
    # keeps it, with one thread or more.
    CHOICES = {
        "sync": ["--worker-class", "sync"],
        "gthread, 1 thread": ["--worker-class", "gthread", "--threads", "1"],
        "gthread, 2 threads": ["--worker-class", "gthread", "--threads", "2"],
        "gthread, 4 threads": ["--worker-class", "gthread", "--threads", "4"],
    }

    def __init__(self, python, records, cookie):
        self.python, self.records = python, records
        # Django keeps the secret of its forms in a cookie of its own.
        self.cookie = f"frankpledge={cookie}; csrftoken={'0123456789abcdef' * 2}"
        self.choice = "gthread, 1 thread"

    def command(self):
        bound = ["--bind", f"127.0.0.1:{self.port}", "--chdir", DJANGO, "--no-control-socket"]
        return [self.python, "-m", "gunicorn", "--workers", "2", *self.CHOICES[self.choice], *bound, "wsgi"]

    def environment(self):
        return {"RECORDS": str(self.records), "PYTHONDONTWRITEBYTECODE": "1"}
