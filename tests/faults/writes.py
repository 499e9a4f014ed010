# SPDX-License-Identifier: EUPL-1.2
"""A server that is killed while several people write: what it said it had, it has."""
import collections
import contextlib
import datetime
import http.client
import itertools
import json
import sqlite3
import threading
import time
import urllib.parse

import look
import program

PEOPLE = 4  # three who saw something in the street, one who keeps proposals
STREETS = 40
WIDTHS = 900


class Writes:
    def __init__(self, binary, whole, folder):
        self.binary, self.folder = binary, folder
        self.store = folder / "served.db"
        look.copy_store(whole, self.store)
        self.seen = collections.Counter()      # acknowledged, by what makes an observation one of a kind
        self.sent = collections.Counter()
        self.proposals = {}                    # id: name, acknowledged
        self.newest = None
        self.numbers = itertools.count()
        self.lock = threading.Lock()
        self.moment = None
        server = program.Server(binary, self.store)
        rows = json.loads(server.ask("GET", "/nl/straten.json?wie=rollator")[2])["rows"]
        server.stop()
        self.streets = [int(row["osm_id"]) for row in rows if row["osm_type"] == "w"][:STREETS]
        look.require(len(self.streets) > 0, "there are no streets to write about")

    def observe(self, server):
        number = next(self.numbers)
        street = self.streets[number % len(self.streets)]
        width = str(30 + number // len(self.streets) % WIDTHS)
        day = (datetime.date.today() - datetime.timedelta(days=number // (len(self.streets) * WIDTHS))).isoformat()
        key = (street, width, day)
        with self.lock:
            self.sent[key] += 1
        status = server.ask("POST", f"/nl/straten/w/{street}", f"width={width}&dag={day}")[0]
        look.require(status == 200, f"an observation is answered with {status}")
        with self.lock:
            self.seen[key] += 1

    def propose(self, server):
        name = f"Verzonnen {next(self.numbers)}"
        body = "wat=place&wie=rollator&waar=library&plek=Noordweg+158&bank=tijd&naam=" + urllib.parse.quote_plus(name)
        status, where, _ = server.ask("POST", "/nl/voorstellen", body)
        look.require(status == 303, f"a proposal is answered with {status}")
        with self.lock:
            self.newest = where
            self.proposals[where.rsplit("/", 1)[1]] = name

    def write_on(self, server, work, stopped, faults):
        while not stopped.is_set():
            try:
                work(server)
            except look.Broken as fault:
                faults.append(fault)
                return
            except (OSError, http.client.HTTPException, ValueError):
                if stopped.is_set():
                    return  # killed: no answer, no promise
                time.sleep(0.001)

    def one(self, moment):
        server = program.Server(self.binary, self.store)
        stopped, faults = threading.Event(), []
        works = [self.propose] + [self.observe] * (PEOPLE - 1)
        people = [threading.Thread(target=self.write_on, args=(server, work, stopped, faults)) for work in works]
        before = sum(self.seen.values()) + len(self.proposals)
        for person in people:
            person.start()
        time.sleep(moment)
        stopped.set()
        server.kill()
        for person in people:
            person.join()
        if faults:
            raise faults[0]
        self.acknowledged = sum(self.seen.values()) + len(self.proposals) - before
        with look.opened_copy(self.store, self.folder) as base:
            look.check_sound(base)
            self.check_there(base)
        again = program.Server(self.binary, self.store)
        try:
            look.require(again.ask("GET", "/nl")[0] == 200, "the home page is not there after the kill")
            if self.newest:
                look.require(again.ask("GET", self.newest)[0] == 200, "the proposal kept last has no page after the kill")
        finally:
            again.stop()
        with look.opened_copy(self.store, self.folder) as base:
            self.check_there(base)
        self.make_room()
        return True

    def check_there(self, base):
        there = collections.Counter()
        for street, width, day, count in base.execute(
                "SELECT osm_id, value, seen_on, count(*) FROM street_observation WHERE attribute = 'width' GROUP BY 1, 2, 3"):
            there[(street, width, day)] = count
        lost = self.seen - there
        look.require(not lost, f"{sum(lost.values())} acknowledged observations are gone, as {next(iter(lost), None)}")
        more = there - self.sent
        look.require(not more, f"{sum(more.values())} observations that nobody sent")
        kept = dict(base.execute("SELECT id, name FROM reach_proposal"))
        gone = [one for one, name in self.proposals.items() if kept.get(one) != name]
        look.require(not gone, f"{len(gone)} acknowledged proposals are gone, as {gone[:1]}")
        areas = base.execute("SELECT count(*) FROM reach_proposal p WHERE NOT EXISTS (SELECT 1 FROM reach_proposal_area a "
                             "WHERE a.proposal_id = p.id AND a.position = 0)").fetchone()[0]
        look.require(areas == 0, f"{areas} proposals are there by half")

    def make_room(self):
        """No more than some hundreds may wait for a review: all of these have had theirs."""
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as base:
            base.execute("UPDATE street_observation SET review = 'rejected'")
            base.execute("UPDATE reach_proposal SET review = 'removed'")
        self.newest = None
