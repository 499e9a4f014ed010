# SPDX-License-Identifier: EUPL-1.2
"""Logging in (with the word `storm` only the second half): how long it takes beside 32 busy readers, and how much memory a storm of attempts takes.

needs `wrk`; everything runs on this machine. The address of who asks is made up through X-Forwarded-For, as a proxy would write it, so
that not all attempts come from one place and are slowed down before any password is looked at.
"""
# needs: wrk
import http.client
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PROGRAM = "build/release/weefsel"
PASSWORD = "vier paarse fietsen zingen"
STORM_SECONDS = 10

STORM = """
local n = 0
request = function()
  n = n + 1
  local from = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255)
  local headers = {["Content-Type"] = "application/x-www-form-urlencoded", ["X-Forwarded-For"] = from}
  return wrk.format("POST", "/nl/inloggen", headers, "mail=nobody" .. n .. "-" .. math.random(1, 1e9) .. "%40example.org&wachtwoord=een+lang+genoeg+woord")
end
delay = function() return PAUSE end
"""


class Site:
    def __init__(self, folder):
        self.process = subprocess.Popen(
            [PROGRAM, "demo", "--data", "data/kampen", "--port", "0", "--store", str(folder / "w.db"), "--set", "reach.draws=10",
             "--set", "http.proxy=127.0.0.1"], stdout=subprocess.PIPE, text=True)
        said = ""
        while "first administrator" not in said:
            said += self.process.stdout.readline()
        self.port = int(re.search(r"Weefsel: http://[^:]+:(\d+)/", said)[1])
        self.setup = re.search(r"code=(\w+)", said)[1]

    def post(self, path, fields, cookie=None, source="127.0.0.1"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": source}
        if cookie:
            headers["Cookie"] = cookie
        connection.request("POST", path, urllib.parse.urlencode(fields), headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def peak(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def now(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def log_in(site, times):
    took = []
    for i in range(times):
        start = time.perf_counter()
        answer = site.post("/nl/inloggen", {"mail": "bench@voorbeeld.example", "wachtwoord": PASSWORD}, source=f"192.0.2.{i % 250}")
        took.append((time.perf_counter() - start) * 1000)
        if answer.status != 303:
            sys.exit(f"not logged in: {answer.status}")
    return took


def tell(what, took):
    took = sorted(took)
    print(f"{what}: median {statistics.median(took):.0f} ms (lowest {took[0]:.0f}, 95 % {took[int(len(took) * 0.95)]:.0f}, highest {took[-1]:.0f})")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site = Site(folder)
        try:
            made = site.post("/nl/begin", {"code": site.setup, "naam": "Bench (verzonnen)", "mail": "bench@voorbeeld.example",
                                           "wachtwoord": PASSWORD})
            if made.status != 303:
                sys.exit(f"no administrator: {made.status}")
            tell("login, nobody else there", log_in(site, 50))
            # Each with a query of its own, so that pages are made and not found.
            (folder / "read.lua").write_text(
                'local n = 0\nrequest = function() n = n + 1; return wrk.format("GET", "/nl/buurt/BU01660001?x=" .. n .. math.random(1, 1e9)) end\n')
            for run in range(0 if "storm" in sys.argv else 5):
                readers = subprocess.Popen(["wrk", "-t1", "-c32", "-d8s", "-s", str(folder / "read.lua"), f"http://127.0.0.1:{site.port}"],
                                           stdout=subprocess.PIPE, text=True)
                time.sleep(1)
                took = log_in(site, 40)
                said = readers.communicate()[0]
                rate = re.search(r"Requests/sec:\s+([\d.]+)", said)[1]
                tell(f"login beside 32 busy readers ({rate} pages/s), run {run + 1}", took)
            before = site.now()
            # 400 connections that wait 370 ms in between: about a thousand attempts a second, of which most find the line full.
            (folder / "storm.lua").write_text(STORM.replace("PAUSE", "370"))
            said = subprocess.run(["wrk", "-t1", "-c400", f"-d{STORM_SECONDS}s", "-s", str(folder / "storm.lua"), f"http://127.0.0.1:{site.port}"],
                                  capture_output=True, text=True).stdout
            rate = re.search(r"Requests/sec:\s+([\d.]+)", said)[1]
            refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
            print(f"storm of logins: {rate} attempts/s answered for {STORM_SECONDS} s, {refused[1] if refused else 0} of them refused; "
                  f"memory before {before:.0f} MB, highest {site.peak():.0f} MB")
            page = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
            start = time.perf_counter()
            page.request("GET", "/nl")
            page.getresponse().read()
            print(f"the home page after it: {(time.perf_counter() - start) * 1000:.0f} ms")
        finally:
            site.stop()


main()
