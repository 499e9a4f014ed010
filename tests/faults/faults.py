# SPDX-License-Identifier: EUPL-1.2
"""Kills the real program at random moments and sees that nothing is lost: ./wf faults [KILLS [SEED]]   (or: faults.py BINARY [KILLS [SEED]])

Of 100 kills, 40 fall in imports of tables, 15 in an import of streets, 35 in a server that people write to and 10 in backups. The moments
are drawn from a seed that is printed: the same seed draws the same moments again. A kill is not a power failure: what the program gave to
the kernel survives it, on disk or not.
"""
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

import imports
import look
import writes

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARES = (("tables", 40), ("streets", 15), ("server", 35), ("backup", 10))
TRIES = 20  # an import can end before its moment came, on a machine that is quicker now


def plan(kills):
    kinds = [kind for kind, share in SHARES for _ in range(share)]
    return [kinds[at * len(kinds) // kills] for at in range(kills)] if kills < len(kinds) else kinds + [
        kinds[at % len(kinds)] for at in range(kills - len(kinds))]


class Kills:
    def __init__(self, binary, folder, seed):
        self.chance = random.Random(seed)
        print(f"seed {seed}; all imports once, undisturbed", flush=True)
        self.imports = imports.Imports(binary, ROOT, folder)
        environment = dict(os.environ, WEEFSEL_BACKUP_PASSPHRASE="een zin die niemand raadt (verzonnen)")
        self.backups = imports.Backups(binary, self.imports.whole, folder, environment)
        self.writes = writes.Writes(binary, self.imports.whole, folder)

    def one(self, kind):
        """What it was, its moment, and whether it was killed."""
        if kind in ("tables", "streets"):
            stage = self.imports.pick(self.chance, "osm" if kind == "streets" else "cbs")
            moment = self.chance.uniform(0.0, stage["seconds"])
            return f"import of {stage['entry']['file']}", moment, lambda: self.imports.one(stage, moment)
        if kind == "backup":
            moment = self.chance.uniform(0.0, self.backups.seconds)
            return "backup", moment, lambda: self.backups.one(moment)
        moment = self.chance.uniform(0.0, 2.0)
        return "server", moment, lambda: self.writes.one(moment)


def kill(kills, kind):
    """True when all held, None when it could not be killed in time."""
    for _ in range(TRIES):
        what, moment, work = kills.one(kind)
        start = time.monotonic()
        try:
            if not work():
                continue
        except look.Broken as broken:
            print(f"FAILED {what} killed at {moment:.3f} s: {broken}", flush=True)
            return False
        more = f", {kills.writes.acknowledged} writes acknowledged" if kind == "server" else ""
        print(f"held   {what} killed at {moment:.3f} s{more} ({time.monotonic() - start:.1f} s)", flush=True)
        return True
    return None


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1_000_000)
    os.chdir(ROOT)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="wf-faults-"))
    try:
        start = time.monotonic()
        kills = Kills(binary, folder, seed)
        outcomes = [kill(kills, kind) for kind in plan(count)]
        kept = sum(kills.writes.seen.values())
        print(f"{kept} observations and {len(kills.writes.proposals)} proposals were acknowledged; {time.monotonic() - start:.0f} s in all")
    finally:
        shutil.rmtree(folder)
    print(f"{outcomes.count(True)} passed, {outcomes.count(False)} failed, {outcomes.count(None)} skipped")
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
