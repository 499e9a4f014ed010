# SPDX-License-Identifier: EUPL-1.2
# needs: python3=python3
"""Backup and restore of a store of 5 GB with the tables of the demonstration: ./wf bench backup   (or: python3 bench/backup.py BINARY [GB [RUNS]])

Imports the demonstration, then writes its rows again under other ids until the store is as large as asked: two fifths packed answers of
homes (large values that do not compress), the rest small rows with their indexes (homes, figures, shares). Then, RUNS times: backup,
backup verify, restore (with its examination), and a comparison of the restored file with the store. Before it, once: the ways to copy a
database between which was chosen, and what gzip would save. Each time is the wall clock, with the most memory the process held.
"""
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SMALL = ("home", "figure", "reach_share")  # figure, home: dataset_id; reach_share: run_id
GIGA = 1_000_000_000


def columns(base, table):
    return [row[1] for row in base.execute(f"PRAGMA table_info({table})")]


def again(base, table, number):
    """All rows of the first one again, under an id that nobody has."""
    names = columns(base, table)
    own = "dataset_id" if "dataset_id" in names else "run_id"
    taken = ", ".join(f"printf('%s-%d', {name}, {number})" if name == own else name for name in names)
    base.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {taken} FROM {table} WHERE length({own}) = 36")


def make_store(binary, path, size):
    subprocess.run([binary, "demo", "--data", "data/kampen", "--store", str(path), "--port", "0", "--once"], cwd=ROOT,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA synchronous=OFF")
    number = 0
    while path.stat().st_size < size:
        number += 1
        base.execute("BEGIN")
        if path.stat().st_size < size * 2 / 5:
            again(base, "reach_home", number)
        else:
            for table in SMALL:
                again(base, table, number)
        base.execute("COMMIT")
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()


def timed(command, **more):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def compare_ways(path, folder):
    def way(name, work):
        target = folder / "way.db"
        start = time.monotonic()
        work(target)
        print(f"{name:44}{time.monotonic() - start:8.1f} s  {target.stat().st_size / GIGA:.2f} GB", flush=True)
        target.unlink()

    def step(target):
        source, to = sqlite3.connect(path), sqlite3.connect(target)
        to.execute("PRAGMA journal_mode=OFF")
        to.execute("PRAGMA synchronous=OFF")
        source.backup(to, pages=-1)
        to.close()
        source.close()

    def vacuum(target):
        source = sqlite3.connect(path)
        source.execute("VACUUM INTO ?", (str(target),))
        source.close()

    def packed(target):
        with open(target, "wb") as out:
            subprocess.run(["gzip", "-1", "-c", str(path)], stdout=out, check=True)

    way("copy: sqlite3_backup in one step", step)
    way("copy: VACUUM INTO", vacuum)
    way("pack: gzip -1", packed)


def same_bytes(one, other):
    """All but the first page, on which SQLite counts its copies."""
    return subprocess.run(["cmp", "-s", "-i", "4096", str(one), str(other)], check=False).returncode == 0


def main():
    binary = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/weefsel").resolve())
    size = float(sys.argv[2] if len(sys.argv) > 2 else 5) * GIGA
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    folder = pathlib.Path(tempfile.mkdtemp(prefix="wf-bench-backup-", dir=ROOT / "build"))
    try:
        store = folder / "store.db"
        start = time.monotonic()
        make_store(binary, store, size)
        real = store.stat().st_size
        print(f"a store of {real / GIGA:.2f} GB, made in {time.monotonic() - start:.0f} s", flush=True)
        compare_ways(store, folder)
        environment = dict(os.environ, WEEFSEL_BACKUP_PASSPHRASE="een zin die niemand raadt (verzonnen)")
        steps = {"backup": [], "verify": [], "restore": []}
        memory = 0.0
        for _ in range(runs):
            container, back = folder / "b.weefsel", folder / "back.db"
            commands = {"backup": [binary, "backup", str(container), "--store", str(store)],
                        "verify": [binary, "backup", "verify", str(container)],
                        "restore": [binary, "restore", str(container), "--to", str(back)]}
            for name, command in commands.items():
                seconds, most, processor = timed(command, env=environment)
                steps[name].append(seconds)
                memory = max(memory, most)
                print(f"{name:10}{seconds:8.1f} s  {real / 1e6 / seconds:7.0f} MB/s  {processor:6.1f} s of processor  {most:6.0f} MB",
                      flush=True)
            if not same_bytes(store, back):
                raise SystemExit("the restored store differs from the one that was backed up")
            for made in (container, back):
                made.unlink()
        middle = {name: statistics.median(seconds) for name, seconds in steps.items()}
        both = middle["backup"] + middle["restore"]
        print(f"median of {runs}: " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in middle.items()))
        print(f"backup and restore together {both:.0f} s (at most 600 wanted for 5 GB), {memory:.0f} MB of memory at most")
        return 0 if both <= 600 else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
