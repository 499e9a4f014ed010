# SPDX-License-Identifier: EUPL-1.2
"""What a store holds, seen by the sqlite3 of Python in a copy: the store itself stays as the kill left it, so that it is the program that
must put it right."""
import contextlib
import pathlib
import shutil
import sqlite3

# Rows that say what happened, not what is known: a repeated import adds to them.
HISTORY = {"job", "announcement", "migration"}


class Broken(Exception):
    """A promise that did not hold."""


def require(holds, what):
    if not holds:
        raise Broken(what)


def copy_store(store, to):
    """The file with its log, as they lie."""
    for ending in ("", "-wal"):
        source, target = pathlib.Path(f"{store}{ending}"), pathlib.Path(f"{to}{ending}")
        target.unlink(missing_ok=True)
        if source.exists():
            shutil.copyfile(source, target)
    pathlib.Path(f"{to}-shm").unlink(missing_ok=True)


@contextlib.contextmanager
def opened_copy(store, folder):
    path = folder / "look.db"
    copy_store(store, path)
    with contextlib.closing(sqlite3.connect(path)) as base:
        yield base


def check_sound(base):
    said = [row[0] for row in base.execute("PRAGMA integrity_check")]
    require(said == ["ok"], f"integrity_check: {said[:3]}")
    require(not base.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check finds rows")


def has_table(base, name):
    return base.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)).fetchone() is not None


def counts(base):
    tables = [row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables if table not in HISTORY}


def jobs_in(base, *states):
    if not has_table(base, "job"):
        return set()
    marks = ", ".join("?" for _ in states)
    return {row[0] for row in base.execute(f"SELECT id FROM job WHERE state IN ({marks})", states)}


def differences(wanted, found):
    return ", ".join(f"{table}: {found.get(table)} for {wanted.get(table)}" for table in sorted(wanted.keys() | found.keys())
                     if wanted.get(table) != found.get(table))
