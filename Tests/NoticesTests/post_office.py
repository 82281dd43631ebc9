"""A mail server for tests. It says its port in a line, and then every message it takes in one, as JSON.

What it does otherwise stands on its command line: `tls=FOLDER` has STARTTLS with a certificate it makes there, `smtps=FOLDER`
speaks TLS from the start, `login=USER:PASSWORD` asks for these, `refuse=TEXT` answers every recipient so, and `mute=yes` says
nothing to anybody, but tells in a line that somebody came.
"""

import asyncio
import json
import ssl
import subprocess
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult

options = dict(argument.split("=", 1) for argument in sys.argv[1:])


def say(line):
    print(line, flush=True)


class Counter:
    """Takes what is handed over, and says what it was."""

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if "refuse" in options:
            return options["refuse"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.default)
        say(
            json.dumps(
                {
                    "sender": envelope.mail_from,
                    "recipients": envelope.rcpt_tos,
                    "headers": [[name, str(value)] for name, value in message.items()],
                    "text": message.get_content().replace("\r\n", "\n"),
                    "isEncrypted": server.transport.get_extra_info("sslcontext") is not None,
                    "longestLine": max(len(line) for line in envelope.original_content.split(b"\r\n")),
                    "greeting": session.host_name,
                }
            )
        )
        return "250 OK"


def certificate(folder):
    """A context with a certificate for localhost, which is its own authority: FOLDER/certificate.pem."""
    paths = [f"{folder}/key.pem", f"{folder}/certificate.pem"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost", "-keyout", paths[0], "-out", paths[1]],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paths[1], paths[0])
    return context


def authenticator(server, session, envelope, mechanism, data):
    given = f"{data.login.decode()}:{data.password.decode()}"
    return AuthResult(success=given == options["login"], handled=False)


class Mute(asyncio.Protocol):
    """A server that hangs."""

    def connection_made(self, transport):
        say("null")


async def serve():
    """Until whoever started it closes its standard input."""
    settings = {}
    if "tls" in options:
        settings |= {"tls_context": certificate(options["tls"]), "require_starttls": True}
    if "login" in options:
        settings |= {"authenticator": authenticator, "auth_required": True, "auth_require_tls": False}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        Mute if "mute" in options else lambda: SMTP(Counter(), **settings),
        host="127.0.0.1",
        port=0,
        ssl=certificate(options["smtps"]) if "smtps" in options else None,
    )
    say(server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(serve())
