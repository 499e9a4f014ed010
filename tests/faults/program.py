# SPDX-License-Identifier: EUPL-1.2
"""The real program as a process that can be killed at a moment."""
import http.client
import os
import signal
import subprocess
import time

from look import Broken


def run(command, limit=300, **more):
    """Seconds that it took; it must end well."""
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False, **more)
    if done.returncode != 0:
        raise Broken(f"{' '.join(map(str, command[1:4]))} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return time.monotonic() - start


def kill_at(command, seconds, **more):
    """Nothing when it was killed; the seconds that it took when it had ended by itself."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return None if process.wait() == -signal.SIGKILL else time.monotonic() - start


class Server:
    """`weefsel serve` on a port of its own choice; who writes here writes faster than visitors may."""

    def __init__(self, binary, store):
        command = [binary, "serve", "--store", str(store), "--port", "0", "--set", "visitors.per_hour=0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if "http://" not in line:
            raise Broken(f"the server does not start: {line!r}")
        self.port = int(line.rsplit(":", 1)[1].strip("/\n "))

    def ask(self, method, path, body=None, limit=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=limit)
        try:
            connection.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location"), answer.read()
        finally:
            connection.close()

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Broken("the server does not stop when asked to") from None
        self.process.stdout.close()
        if code != 0:
            raise Broken(f"the server stopped with {code}")


def serves(binary, store, path="/nl"):
    """Starts, answers, stops."""
    server = Server(binary, store)
    try:
        status = server.ask("GET", path)[0]
    finally:
        server.stop()
    if status != 200:
        raise Broken(f"{path} answers {status}")
