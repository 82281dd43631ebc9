"""A partnership whose officers are at work: the example, and as many officers more as are asked for, all signed in."""

import html
import http.client
import re
import subprocess
import time
import urllib.parse
from pathlib import Path

from built import PROJECT
from servers import Server

START = 60
TOKEN = re.compile(r'name="form-token" value="([^"]+)"')
SESSION = re.compile(r"frankpledge=([0-9a-f]{64})")
# The limits keep one caller from taking what others need. Here one machine stands for hundreds of callers, and one
# officer's sessions for all who send forms, so the limits by caller are off; the rooms, which hold everybody off at once,
# are as they come.
LIMITS = {f"FRANKPLEDGE_LIMIT_{name}": "0" for name in ("MEMBER_PAGE", "MEMBER_FORM", "SIGN_IN_FORM")}


class Office(Server):
    """- `server`: a PostgreSQL to keep the records in; SQLite without one."""

    name = "Frankpledge"

    def __init__(self, program, data, server=None, database="office"):
        self.program, self.data, self.server, self.database = program, Path(data), server, database
        address = server.database(database) if server else None
        self.places = ["--data", str(data), *(["--database", address] if server else [])]
        self.example = ["--example", "thanet-2016"]

    def command(self):
        return [self.program, "serve", *self.places, "--port", str(self.port), "--press", "none", *self.example]

    def environment(self):
        return LIMITS

    # People

    def furnish(self, officers, browsers, people):
        """The cookies of so many officers, each a person in a seat, and of so many browsers of the built-in one. So many
        people are entered besides, for forms to be about."""
        with self:
            first = [self.sign_in() for _ in range(browsers)]
            emails = self.enter(officers, first[0])
            rows = "".join(f"Resident {number} as entered,\n" for number in range(people))
            self.enter_all(f"name,email\n{rows}", first[0])
        self.example = []
        links = [self.invite(email) for email in emails]
        with self:
            return [self.choose_password(link) for link in links], first

    def sign_in(self):
        """By the one-time address in the data folder; using it makes the next."""
        note = self.data / "sign-in-address.txt"
        address = note.read_text().splitlines()[0]
        answer = self.post("/sign-in/once", {"token": address.rpartition("/")[2]}, "")
        deadline = time.monotonic() + START
        while note.read_text().splitlines()[:1] in ([], [address]):
            if time.monotonic() > deadline:
                raise SystemExit("There is no next one-time address.")
            time.sleep(0.01)
        return cookie(answer)

    def enter(self, count, officer):
        """Enters people by a file and seats each as an officer of the team; their email addresses."""
        emails = [f"officer{number}@thanet.example" for number in range(1, count + 1)]
        rows = "".join(f"Officer {number} of the load,{email}\n" for number, email in enumerate(emails, 1))
        self.enter_all(f"name,email\n{rows}", officer)
        people = [found for found in self.links("/partnership/people", "people", officer) if found[1].endswith(" of the load")]
        team = next(path for path, name in self.links("/partnership", "bodies", officer) if name == "Community safety team")
        day = re.search(r'name="day" value="([^"]*)"', self.page(f"{team}/seats/new", officer))[1]
        for person, name in people:
            details = {"title": f"Desk of {name}", "role": "officer", "agency": "", "day": day}
            seat = self.post(f"{team}/seats", details, officer)
            holder = {"person": person.rpartition("/")[2], "from": day, "day": ""}
            self.post(f"{seat.getheader('Location')}/holder", holder, officer)
        return emails

    def enter_all(self, table, officer):
        """Gives a file of people, looks it over, and enters who is in it."""
        path = "/partnership/people/import"
        head = 'Content-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv'
        looked = self.post_parts(path, [f"{head}\r\n\r\n{table}"], officer, 200).content.decode()
        people = html.unescape(re.search(r'name="people" value="([^"]*)"', looked)[1])
        entered = f'Content-Disposition: form-data; name="people"\r\n\r\n{people}'
        self.post_parts(f"{path}/entered", [entered], officer)

    def invite(self, email):
        command = [self.program, "user", "invite", email, *self.places]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
        found = re.search(r"/invitation/([0-9a-f]{64})", done.stdout)
        if not found:
            raise SystemExit(f"{email} could not be invited: {done.stdout}{done.stderr}")
        return found[1]

    def choose_password(self, link):
        return cookie(self.post("/password", {"token": link, "password": f"long enough to be safe {link[:12]}"}, ""))

    # Asking

    def page(self, path, session):
        answer = self.get(path, cookie=session)
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}.")
        return answer.content.decode()

    def links(self, page, kind, session):
        """The addresses of one kind that a page leads to, each with its name."""
        link = rf'href="(/partnership/{kind}/[0-9a-f-]{{36}})"[^>]*>([^<]+)<'
        return re.findall(link, self.page(page, session))

    def post(self, path, values, session):
        if session:
            values = {"form-token": self.token(session), **values}
        return self.send(path, urllib.parse.urlencode(values).encode(), "application/x-www-form-urlencoded", session)

    def post_parts(self, path, parts, session, status=303):
        token = f'Content-Disposition: form-data; name="form-token"\r\n\r\n{self.token(session)}'
        body = "".join(f"--parts\r\n{part}\r\n" for part in [token, *parts]) + "--parts--\r\n"
        return self.send(path, body.encode(), "multipart/form-data; boundary=parts", session, status)

    def token(self, session):
        return TOKEN.search(self.page("/account", session))[1]

    def send(self, path, body, kind, session, status=303):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START)
        connection.request("POST", path, body, {"Content-Type": kind, "Cookie": session})
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        if answer.status != status:
            raise SystemExit(f"{path} answers {answer.status}: {answer.content.decode()[:2000]}")
        return answer


def cookie(answer):
    found = SESSION.search(answer.getheader("Set-Cookie", ""))
    if not found:
        raise SystemExit("Nobody was signed in.")
    return f"frankpledge={found[1]}"
