# SPDX-License-Identifier: EUPL-1.2
# needs: wrk=wrk nginx-light=nginx
"""The web server under load, on this machine alone: ./wf bench web   (or: python3 bench/web.py BINARY [RUNS])

Starts the release binary with the demonstration data in a temporary store and asks it with wrk over the loopback:
fresh pages (no cache), cached pages, beside 1,000 idle and 200 slow connections, and nginx with the same page as a static file
in the same run. Each figure is the median of RUNS (5) with lowest and highest. "per core" is requests per second of CPU time
that the server process itself used, as the kernel counted it; "wall" is what wrk saw, sharing the machine with the server.
"""
import json
import math
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
PAGES = {"area page": "/nl/buurt/BU01660001", "table": "/nl/buurten", "area JSON": "/nl/buurt/BU01660001.json"}


def cpu_seconds(pid):
    """User and system time of a process and of the children that it waited for."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def cpu_of_group(pids):
    return sum(cpu_seconds(pid) for pid in pids)


def memory_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return answer.read()


def wait_for(port, path, limit=20.0):
    start = time.monotonic()
    while time.monotonic() - start < limit:
        try:
            return fetch(port, path)
        except OSError:
            time.sleep(0.005)
    raise SystemExit(f"no answer on port {port}")


class Server:
    def __init__(self, binary, store, *settings):
        self.port = free_port()
        command = [binary, "serve", "--store", str(store), "--port", str(self.port)]
        for setting in settings:
            command += ["--set", setting]
        start = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.port, "/nl/buurt/BU01660001")
        self.start_seconds = time.monotonic() - start

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def in_seconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}[unit]


def find_tile(port, lon=5.911, lat=52.557, zoom=13):
    """The square of the map with the middle of the demonstration's town."""
    template = json.loads(fetch(port, "/kaart/lagen.json"))["tiles"][0]
    across = int((lon + 180) / 360 * 2**zoom)
    down = int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)
    path = template.replace("{z}", str(zoom)).replace("{x}", str(across)).replace("{y}", str(down))
    return re.sub(r"^https?://[^/]+", "", path)


def load(port, path, pids, seconds=3, headers=()):
    """One run of wrk: requests per second of wall time and of server CPU time, and the 99th percentile in milliseconds."""
    before = cpu_of_group(pids)
    out = subprocess.run(["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", *(part for header in headers for part in ("-H", header)), f"http://127.0.0.1:{port}{path}"],
                         capture_output=True, text=True, check=True).stdout
    used = cpu_of_group(pids) - before
    wall = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    total = int(re.search(r"(\d+) requests in", out)[1])
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if bad:
        raise SystemExit(f"{path}: {bad[1]} answers were not 2xx")
    tail = re.search(r"99%\s+([\d.]+(?:us|ms|s|m))", out)
    if tail is None:
        raise SystemExit(f"wrk said nothing of the 99th percentile:\n{out}")
    return wall, total / used if used else 0.0, 1000 * in_seconds(tail[1])


def spread(values, digits=0):
    return f"{statistics.median(values):,.{digits}f} ({min(values):,.{digits}f}-{max(values):,.{digits}f})"


def report(name, runs):
    walls, cores, tails = zip(*runs)
    print(f"{name:42} {spread(cores):>28} {spread(walls):>28} {spread(tails, 2):>22}", flush=True)
    return statistics.median(cores)


class Nginx:
    """The same page as a static file, one worker."""

    def __init__(self, folder, page):
        self.port = free_port()
        (folder / "page.html").write_bytes(page)
        config = folder / "nginx.conf"
        config.write_text(
            f"worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off;\n"
            f"events {{ worker_connections 2048; }}\n"
            f"http {{ access_log off; sendfile on; keepalive_requests 1000000000; types {{ text/html html; }}\n"
            f"  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;\n"
            f"  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
            f"  server {{ listen 127.0.0.1:{self.port}; root {folder}; }} }}\n")
        os.chmod(folder, 0o755)
        self.process = subprocess.Popen(["nginx", "-c", str(config), "-p", str(folder)], stderr=subprocess.DEVNULL)
        wait_for(self.port, "/page.html")
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        self.pids = [self.process.pid, *map(int, children)]

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def open_connections(port, count, text):
    opened = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(text)
        opened.append(connection)
    return opened


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/release/weefsel")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        store = folder / "weefsel.db"
        start = time.monotonic()
        subprocess.run([binary, "demo", "--once", "--data", str(ROOT / "data/kampen"), "--store", str(store), "--port", "0"],
                       check=True, stdout=subprocess.DEVNULL)
        print(f"demo from nothing: import, runs, one answer: {time.monotonic() - start:.2f} s")
        print(f"cores: {os.cpu_count()}, load before: {os.getloadavg()[0]:.1f}\n")

        starts, idle = [], []
        for _ in range(runs):
            server = Server(binary, store)
            starts.append(server.start_seconds)
            time.sleep(0.5)
            idle.append(memory_mb(server.process.pid))
            server.stop()
        print(f"start to first answer: {spread(starts, 3)} s")
        print(f"idle memory: {spread(idle, 1)} MB\n")

        print(f"{'wrk -t1 -c32, 3 s':42} {'per core-second':>28} {'wall, per second':>28} {'p99, ms':>22}")
        medians = {}
        for label, settings in (("fresh", ["http.cache_megabytes=0", "http.workers=1"]), ("cached", [])):
            server = Server(binary, store, *settings)
            pids = [server.process.pid]
            for name, path in PAGES.items():
                size = len(fetch(server.port, path))
                load(server.port, path, pids, 1)
                medians[label, name] = report(f"{label}, {name} ({size / 1000:.0f} kB)",
                                              [load(server.port, path, pids) for _ in range(runs)])
            server.stop()

        server = Server(binary, store)
        tile, gzip = find_tile(server.port), ["Accept-Encoding: gzip"]
        load(server.port, tile, [server.process.pid], 1, gzip)
        report(f"square of the map {tile}"[:42], [load(server.port, tile, [server.process.pid], headers=gzip) for _ in range(runs)])
        server.stop()

        server = Server(binary, store)
        page = fetch(server.port, PAGES["area page"])
        idle_ones = open_connections(server.port, 1000, b"")
        slow_ones = open_connections(server.port, 200, b"GET /nl HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        report("cached, beside 1,000 idle and 200 slow",
               [load(server.port, PAGES["area page"], [server.process.pid]) for _ in range(runs)])
        print(f"memory with 1,232 connections: {memory_mb(server.process.pid):.1f} MB")
        for connection in idle_ones + slow_ones:
            connection.close()
        server.stop()

        if shutil.which("nginx"):
            peer = Nginx(folder, page)
            load(peer.port, "/page.html", peer.pids, 1)
            nginx = report("nginx, the same page as a file", [load(peer.port, "/page.html", peer.pids) for _ in range(runs)])
            peer.stop()
            for key in (("fresh", "area page"), ("cached", "area page")):
                print(f"{key[0]} {key[1]} against nginx, per core: {medians[key] / nginx:.2f}")


main()
