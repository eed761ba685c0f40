"""A real mail server on a free port of 127.0.0.1, for MailServer.swift.

usage: mail_server.py MODE [CERTIFICATE KEY]

MODE is plain, starttls, tls, auth (login without TLS), starttls-auth, silent (never greets) or closing (hangs up at once).
The first line it prints is the port; then one line of JSON for each letter it takes, or, where it is silent, an empty object
for each client that waits. What an address begins with decides
what becomes of its letter: nobody (550), later (451), cut (hangs up during DATA), stuck (never answers DATA), forever (never answers QUIT).
"""

import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Letters:
    lingering = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550-5.1.1 There is\r\n550 5.1.1 no such person"
        if address.startswith("later"):
            return "451 4.7.1 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):
        if session.peer in self.lingering:
            await asyncio.sleep(600)
        return "221 Bye"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        if recipient.startswith("cut"):
            server.transport.abort()
            return "250 OK"
        if recipient.startswith("stuck"):
            await asyncio.sleep(600)
        if recipient.startswith("forever"):
            self.lingering.add(session.peer)
        print(json.dumps(self.described(server, session, envelope)), flush=True)
        return "250 OK"

    def described(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        lines = envelope.content.split(b"\r\n")
        return {
            "greeting": session.host_name,
            "isEncrypted": server.transport.get_extra_info("ssl_object") is not None,
            "login": session.auth_data.login.decode() if session.auth_data else "",
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "names": letter.keys(),
            "from": [[a.display_name, a.addr_spec] for a in letter["From"].addresses],
            "to": [a.addr_spec for a in letter["To"].addresses],
            "subject": letter["Subject"],
            "time": int(letter["Date"].datetime.timestamp()),
            "body": letter.get_payload(decode=True).decode("utf-8"),
            "defects": [str(d) for d in letter.defects],
            "longestLine": max(map(len, lines)),
            "isASCII": envelope.content.isascii(),
        }


def authenticate(server, session, envelope, mechanism, login):
    good = isinstance(login, LoginPassword) and login.login == b"wiki" and login.password == "pass wörd".encode()
    return AuthResult(success=good, handled=False, auth_data=login)


def encryption(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def protocol(mode, context):
    if "auth" in mode:
        return SMTP(
            Letters(),
            hostname="mail.example.org",
            tls_context=context,
            authenticator=authenticate,
            auth_required=True,
            auth_require_tls=context is not None,
        )
    return SMTP(Letters(), hostname="mail.example.org", tls_context=context if mode == "starttls" else None)


async def say_nothing(reader, writer):
    print("{}", flush=True)
    await reader.read()


async def hang_up(reader, writer):
    writer.close()


async def serve(mode, *files):
    context = encryption(*files) if files else None
    if mode in ("silent", "closing"):
        server = await asyncio.start_server(say_nothing if mode == "silent" else hang_up, "127.0.0.1", 0)
    else:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: protocol(mode, context), "127.0.0.1", 0, ssl=context if mode == "tls" else None
        )
    print(server.sockets[0].getsockname()[1], flush=True)
    parent = os.getppid()
    # Nobody is left behind where the tests themselves are ended.
    while os.getppid() == parent:
        await asyncio.sleep(1)


asyncio.run(serve(*sys.argv[1:]))
