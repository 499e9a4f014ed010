# SPDX-License-Identifier: EUPL-1.2
"""A mail server for tests: it takes mail into a folder, or fails in a way that it was told.

smtp_server.py FOLDER [--plan WORD,WORD...] [--tls starttls|wrapped CERTIFICATE KEY] [--login NAME PASSWORD]

Prints the port that it listens on (127.0.0.1) and ends when its standard input closes. Each message that it took is FOLDER/N.eml with
FOLDER/N.json (from, to, hello, secure, login). One word of the plan is for one connection; the last word is for all that follow:

take             takes the message
busy             450 to RCPT TO: later, perhaps
full             452 after the message
never            550 to RCPT TO, with the address in the answer
reject           554 after the message
closed           554 as its greeting
drop_greeting    hangs up at once
drop_data        hangs up when DATA is said
drop_answer      takes the message and hangs up without saying so
silent           takes the message and says nothing more
"""
import base64
import json
import pathlib
import socket
import ssl
import sys
import threading


def read_arguments(words):
    said = {"folder": pathlib.Path(words.pop(0)), "plan": ["take"], "tls": None, "login": None}
    while words:
        word = words.pop(0)
        if word == "--plan":
            said["plan"] = words.pop(0).split(",")
        elif word == "--tls":
            said["tls"] = (words.pop(0), words.pop(0), words.pop(0))
        elif word == "--login":
            said["login"] = (words.pop(0), words.pop(0))
        else:
            sys.exit(f"unknown: {word}")
    return said


class Talk:
    """One connection. Lines are read strictly: CR LF and nothing else ends one."""

    def __init__(self, link, word, said, context):
        self.link, self.word, self.said, self.context = link, word, said, context
        self.waiting = b""
        self.secure = False
        self.login = None

    def say(self, text):
        self.link.sendall(text.encode() + b"\r\n")

    def hear(self):
        while b"\r\n" not in self.waiting:
            piece = self.link.recv(65536)
            if not piece:
                raise ConnectionError
            self.waiting += piece
        line, self.waiting = self.waiting.split(b"\r\n", 1)
        if b"\n" in line or b"\r" in line:
            raise ValueError("a line end of its own making")
        return line

    def wrap(self):
        if self.waiting:
            raise ValueError("words before TLS began")
        self.link = self.context.wrap_socket(self.link, server_side=True)
        self.secure = True

    def greet(self, name):
        wants_tls = self.said["tls"] and not self.secure
        lines = ["tests at your service"]
        if wants_tls:
            lines.append("STARTTLS")
        elif self.said["login"]:
            lines.append("AUTH PLAIN")
        for line in lines[:-1]:
            self.say(f"250-{line}")
        self.say(f"250 {lines[-1]}")
        self.hello = name

    def sign_in(self, text):
        words = text.split()
        secret = words[1] if len(words) > 1 else self.ask()
        _, name, password = base64.b64decode(secret).decode().split("\0")
        if (name, password) == self.said["login"]:
            self.login = name
            self.say("235 2.7.0 welcome")
        else:
            self.say("535 5.7.8 not you")

    def ask(self):
        self.say("334 ")
        return self.hear().decode()

    def take(self):
        lines = []
        while (line := self.hear()) != b".":
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(line + b"\r\n" for line in lines)

    def keep(self, message, sender, to):
        number = len(list(self.said["folder"].glob("*.json"))) + 1
        facts = {"from": sender, "to": to, "hello": self.hello, "secure": self.secure, "login": self.login}
        (self.said["folder"] / f"{number}.eml").write_bytes(message)
        (self.said["folder"] / f"{number}.json").write_text(json.dumps(facts))

    def run(self):
        if self.word == "drop_greeting":
            return
        if self.said["tls"] and self.said["tls"][0] == "wrapped":
            self.wrap()
        if self.word == "closed":
            self.say("554 no service here")
            return
        self.say("220 tests ready")
        sender = to = ""
        while True:
            line = self.hear().decode("ascii")
            verb = line.split(" ")[0].upper()
            if verb == "EHLO":
                self.greet(line[5:])
            elif verb == "STARTTLS":
                self.say("220 go on")
                self.wrap()
            elif verb == "AUTH":
                self.sign_in(line[5:])
            elif verb == "MAIL":
                if self.said["login"] and not self.login:
                    self.say("530 5.7.0 sign in first")
                    continue
                sender = line[10:]
                self.say("250 2.1.0 fine")
            elif verb == "RCPT":
                to = line[8:]
                if self.word == "busy":
                    self.say(f"450 4.2.1 {to} is busy")
                elif self.word == "never":
                    self.say(f"550 5.1.1 {to} lives elsewhere")
                else:
                    self.say("250 2.1.5 fine")
            elif verb == "DATA":
                if self.word == "drop_data":
                    return
                self.say("354 go ahead")
                message = self.take()
                if self.word == "full":
                    self.say("452 4.3.1 no room")
                elif self.word == "reject":
                    self.say("554 5.7.1 not this")
                else:
                    self.keep(message, sender, to)
                    if self.word == "drop_answer":
                        return
                    if self.word == "silent":
                        self.link.recv(1)  # until the other side hangs up
                        return
                    self.say("250 2.0.0 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 what")


def attend(talk):
    try:
        talk.run()
    except (OSError, ValueError):
        pass
    finally:
        talk.link.close()


def main():
    said = read_arguments(sys.argv[1:])
    context = None
    if said["tls"]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(said["tls"][1], said["tls"][2])
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def serve():
        served = 0
        while True:
            link, _ = listener.accept()
            word = said["plan"][min(served, len(said["plan"]) - 1)]
            served += 1
            attend(Talk(link, word, said, context))

    threading.Thread(target=serve, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
