"""The load: forms that arrive at a constant rate, and officers who browse meanwhile."""

import asyncio
import gc
import html
import re
import urllib.parse
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import plan
from http1 import Connection, Lost, Pool, request
from plan import Sending

# How long somebody looks at a form before they send it, and waits before they send it again.
LOOK, AGAIN = 5, 1
# Seconds between an officer's pages.
THINK = 15
# Whoever comes while so many others are not done is not let in, and counts as failed.
MOST_AT_ONCE = 4_000
CONNECTIONS = 256
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
FORM = re.compile(r'<form method="post" action="(/partnership/people/[^"]+/details)".*?</form>', re.S)


@dataclass
class Tally:
    """What came of it all. Times are in milliseconds, those of the warm-up not among them."""

    attempted: set = field(default_factory=set)
    acknowledged: set = field(default_factory=set)
    # From when it was due to the answer that it is saved.
    saved: list = field(default_factory=list)
    # The forms before, and the pages after, likewise.
    forms: list = field(default_factory=list)
    after: list = field(default_factory=list)
    # Officers' pages, from when they were due, by the address of the page.
    by_page: dict = field(default_factory=lambda: defaultdict(list))
    # How late the load itself was in sending, which it is blamed for and the program is not.
    late: list = field(default_factory=list)
    errors: Counter = field(default_factory=Counter)
    # Those of the warm-up among them.
    answers: int = 0
    sent_again: int = 0

    @property
    def pages(self):
        return [time for times in self.by_page.values() for time in times]


class Storm:
    """
    - `browsers`: the cookies of those who send forms.
    - `officers`: the cookies of those who browse.
    - `people`: whom the forms are about.
    """

    def __init__(self, port, browsers, officers, people, pages, rate, seconds, warm_up):
        self.port, self.browsers, self.officers, self.people = port, browsers, officers, people
        self.pages, self.rate, self.seconds, self.warm_up = pages, rate, seconds, warm_up
        self.tally = Tally()
        self.pool = Pool(port, CONNECTIONS)
        self.start = 0

    def run(self):
        asyncio.run(self.blow())
        return self.tally

    async def blow(self):
        planned = plan.submissions(self.rate, self.seconds + self.warm_up, len(self.browsers), len(self.people))
        gc.collect()
        gc.freeze()
        self.start = self.now + LOOK
        async with asyncio.TaskGroup() as group:
            for number in range(len(self.officers)):
                group.create_task(self.officer(number))
            group.create_task(self.arrivals(planned, group))
        self.pool.close()

    @property
    def now(self):
        return asyncio.get_running_loop().time()

    async def until(self, due):
        await asyncio.sleep(max(0, self.start + due - self.now))

    def counts(self, due):
        return due >= self.warm_up

    # Forms

    async def arrivals(self, planned, group):
        """Each begins when it is its time, whatever the others do."""
        running = set()
        for submission in planned:
            await self.until(submission.due - LOOK)
            if len(running) >= MOST_AT_ONCE:
                self.tally.errors["not let in"] += 1
                continue
            task = group.create_task(self.submit(submission))
            running.add(task)
            task.add_done_callback(running.discard)

    async def submit(self, submission):
        counted = self.counts(submission.due)
        cookie, person = self.browsers[submission.browser], self.people[submission.person]
        try:
            page = await self.timed(
                self.tally.forms, counted, submission.due - LOOK, request("GET", f"{person}/details", cookie)
            )
            question = self.filled_in(page, submission, cookie)
            early = self.start + submission.due - self.now
            await self.until(submission.due)
            self.tally.attempted.add(submission.words)
            # A form that came too late is the program's own fault.
            if counted and early > 0:
                self.tally.late.append(1000 * (self.now - self.start - submission.due))
            await self.send(submission, question, cookie, counted)
        except Lost as lost:
            self.tally.errors[str(lost)] += 1

    def filled_in(self, page, submission, cookie):
        """The form as a browser sends it, the name changed and the rest as it was."""
        form = FORM.search(page.text)
        if not form:
            raise Lost(f"a page without its form, {page.status}")
        body = urllib.parse.urlencode(
            {
                **{name: html.unescape(value) for name, value in HIDDEN.findall(form[0])},
                "name": submission.words,
                "email": value(form[0]),
                "agency": chosen(form[0]),
            }
        )
        return request("POST", form[1], cookie, body.encode())

    async def send(self, submission, question, cookie, counted):
        self.tally.sent_again += submission.sending is not Sending.ONCE
        if submission.sending is Sending.UNHEARD:
            await self.pool.tell(question)
            await asyncio.sleep(AGAIN)
            # It is the second sending that somebody waits for.
            await self.saved(submission, question, cookie, submission.due + AGAIN, counted)
        elif submission.sending is Sending.AT_ONCE:
            other = asyncio.ensure_future(self.saved(submission, question, cookie, submission.due, counted=False))
            await self.saved(submission, question, cookie, submission.due, counted)
            await other
        else:
            await self.saved(submission, question, cookie, submission.due, counted)
        if submission.sending is Sending.AFTERWARDS:
            await asyncio.sleep(AGAIN)
            await self.saved(submission, question, cookie, submission.due, counted=False)

    async def saved(self, submission, question, cookie, due, counted):
        """Sends the form, and sees the page that follows."""
        answer = await self.asked(question)
        done = self.now - self.start
        if answer.status != 303:
            self.tally.errors[f"{answer.status} for a form"] += 1
            return
        self.tally.acknowledged.add(submission.words)
        if counted:
            self.tally.saved.append(1000 * (done - due))
        await self.timed(self.tally.after, counted, done, request("GET", answer.header("location"), cookie))

    async def asked(self, question):
        answer = await self.pool.ask(question)
        self.tally.answers += 1
        return answer

    async def timed(self, times, counted, due, question):
        answer = await self.asked(question)
        if answer.status != 200:
            self.tally.errors[f"{answer.status} for a page"] += 1
        elif counted:
            times.append(1000 * (self.now - self.start - due))
        return answer

    # Officers

    async def officer(self, number):
        due, connection = 0, None
        for think, page in plan.visits(number, self.seconds + self.warm_up, THINK, self.pages):
            due += think
            if due >= self.seconds + self.warm_up:
                break
            await self.until(due)
            try:
                if connection is None or not connection.is_open:
                    connection = await Connection.opened(self.port)
                answer = await connection.ask(request("GET", page, self.officers[number]))
                self.tally.answers += 1
            except Lost as lost:
                self.tally.errors[f"an officer: {lost}"] += 1
                continue
            if answer.status != 200:
                self.tally.errors[f"{answer.status} for an officer, {page}"] += 1
            elif self.counts(due):
                self.tally.by_page[page].append(1000 * (self.now - self.start - due))
            # Whoever waited for a page reads it all the same.
            due = max(due, self.now - self.start)
        if connection:
            connection.close()


def value(form):
    found = re.search(r'name="email"[^>]*?value="([^"]*)"', form)
    return found[1] if found else ""


def chosen(form):
    found = re.search(r'<option value="([^"]*)" selected', form)
    return found[1] if found else ""
