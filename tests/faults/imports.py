# SPDX-License-Identifier: EUPL-1.2
"""Imports that are killed, and backups that are: each begins with the store as an undisturbed row of imports had it at that point."""
import json
import pathlib
import time

import look
import program


def order_of(binary, root, entry, store):
    command = [binary, "import", entry["importer"], str(root / "data/kampen" / entry["file"]), "--store", str(store)]
    for name, value in entry["options"].items():
        command += [f"--{name}", value]
    # One draw instead of two hundred: the same rows are written, and half the time is not spent on arithmetic.
    return command + ["--set", "reach.draws=1"]


class Imports:
    """All imports of the demonstration, one store for each point between two of them."""

    def __init__(self, binary, root, folder):
        self.binary, self.folder = binary, folder
        entries = json.loads((root / "data/kampen/demo.json").read_text())["imports"]
        self.work = folder / "import.db"
        self.stages = []
        before = folder / "stage0.db"
        for number, entry in enumerate(entries):
            after = folder / f"stage{number + 1}.db"
            if before.exists():
                look.copy_store(before, after)
            seconds = program.run(order_of(binary, root, entry, after))
            with look.opened_copy(after, folder) as base:
                look.check_sound(base)
                self.stages.append({"entry": entry, "before": before, "seconds": seconds, "counts": look.counts(base),
                                    "command": order_of(binary, root, entry, self.work)})
            before = after
        self.whole = before

    def pick(self, chance, importer):
        """Osm is one file, the others are eight."""
        return chance.choice([stage for stage in self.stages if (stage["entry"]["importer"] == "osm") == (importer == "osm")])

    def one(self, stage, moment):
        """False when it ended before it was killed."""
        for ending in ("", "-wal", "-shm"):
            pathlib.Path(f"{self.work}{ending}").unlink(missing_ok=True)
        if stage["before"].exists():
            look.copy_store(stage["before"], self.work)
        ended = program.kill_at(stage["command"], moment)
        if ended is not None:
            stage["seconds"] = ended  # the machine is quicker now: later moments are drawn from this
            return False
        running = set()
        if self.work.exists():
            with look.opened_copy(self.work, self.folder) as base:
                look.check_sound(base)
                running = look.jobs_in(base, "waiting", "running")
        program.serves(self.binary, self.work)
        with look.opened_copy(self.work, self.folder) as base:
            look.require(not look.jobs_in(base, "waiting", "running"), "a job is still said to run after a start")
            look.require(running <= look.jobs_in(base, "interrupted"), "a job that was killed is not marked interrupted")
            half = base.execute("SELECT count(*) FROM dataset WHERE state NOT IN ('published', 'superseded')").fetchone()[0]
            look.require(half == 0, f"{half} datasets are half there after a start")
        program.run(stage["command"])
        with look.opened_copy(self.work, self.folder) as base:
            look.check_sound(base)
            found = look.counts(base)
            look.require(found == stage["counts"], f"other counts than undisturbed: {look.differences(stage['counts'], found)}")
        return True


class Backups:
    """Backups of a store that a server has open."""

    def __init__(self, binary, whole, folder, environment):
        self.binary, self.environment = binary, environment
        self.store, self.file = folder / "backed.db", folder / "kept.backup"
        look.copy_store(whole, self.store)
        self.command = [binary, "backup", str(self.file), "--store", str(self.store)]
        self.seconds = self.again()

    def again(self):
        self.file.unlink(missing_ok=True)
        start = time.monotonic()
        program.run(self.command, env=self.environment)
        return time.monotonic() - start

    def one(self, moment):
        self.file.unlink(missing_ok=True)
        ended = program.kill_at(self.command, moment, env=self.environment)
        if ended is not None:
            self.seconds = ended
            return False
        if self.file.exists():  # named, so whole
            program.run([self.binary, "backup", "verify", str(self.file)], env=self.environment)
        self.again()
        program.run([self.binary, "backup", "verify", str(self.file)], env=self.environment)
        left = [path.name for path in self.store.parent.glob("*.part")]
        look.require(not left, f"left behind: {left}")
        return True
