"""Servers that are measured, started and stopped alike, and ours among them."""

import http.client
import os
import re
import socket
import subprocess
import time

import processes
from built import PROJECT

START = 60


class Server:
    """A server that runs as long as a `with` statement."""

    name = ""
    port = 0
    process = None
    # Sent with every request, as a browser would.
    cookie = ""

    def command(self):
        raise NotImplementedError

    def environment(self):
        return {}

    def __enter__(self):
        self.start()
        self.wait_for_front_page()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.port = free_port()
        self.process = subprocess.Popen(
            self.command(),
            cwd=PROJECT,
            env={**os.environ, **self.environment()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=START)

    def wait_for_front_page(self):
        deadline = time.monotonic() + START
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"{self.name} does not start: {' '.join(map(str, self.command()))}")
            time.sleep(0.001)

    def answers(self):
        try:
            return self.get("/", cookie="").status == 200
        except OSError:
            return False

    def get(self, path, cookie=None, **headers):
        """An answer, with its body in `content`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Cookie": self.cookie if cookie is None else cookie, **headers})
        response = connection.getresponse()
        response.content = response.read()
        connection.close()
        return response

    def family(self):
        return processes.family(self.process.pid)


class Frankpledge(Server):
    name = "Frankpledge"

    def __init__(self, program, data, cookie):
        self.program, self.data, self.cookie = program, data, f"frankpledge={cookie}"
        self.options = []
        self.variables = {}

    def environment(self):
        return self.variables

    def command(self):
        return [self.program, "serve", "--data", self.data, "--port", str(self.port), *self.options]

    def worker(self):
        """The document worker's processes, which answer no page."""
        return [process for process in self.family() if process != self.process.pid]

    @classmethod
    def prepare(cls, program, data):
        """Loads the example into a new data folder and signs the officer in; the session's cookie."""
        command = [program, "serve", "--data", data, "--port", "0", "--example", "thanet-2016"]
        with subprocess.Popen(
            command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as server:
            said = []
            for line in server.stdout:
                said.append(line)
                if address := re.search(r"officer, at http://([\d.]+:\d+)/sign-in/([0-9a-f]{64})", line):
                    break
            else:
                raise SystemExit("".join(said) + "The example did not start.")
            cookie = cls.sign_in(*address.groups())
            server.terminate()
            server.stdout.read()
        return cookie

    @staticmethod
    def sign_in(authority, token):
        connection = http.client.HTTPConnection(authority)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/sign-in/once", f"token={token}", headers)
        cookie = connection.getresponse().getheader("Set-Cookie", "")
        return re.search(r"frankpledge=([0-9a-f]{64})", cookie)[1]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
