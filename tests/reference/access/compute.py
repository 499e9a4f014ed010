# SPDX-License-Identifier: EUPL-1.2
"""Works out gravity and floating catchment measures of the sample of Belo Horizonte in another language and another way than the
program (full tables, exactly rounded sums) and prints them as computed.csv. Run: python3 compute.py > computed.csv"""
import csv
import gzip
import math
import pathlib
import sys

here = pathlib.Path(__file__).parent
zones = list(csv.DictReader((here / "bho_land_use.csv").open()))
place = {zone["id"]: i for i, zone in enumerate(zones)}
cost = [[math.inf] * len(zones) for _ in zones]
with gzip.open(here / "bho_travel_matrix.csv.gz", "rt") as lines:
    for row in csv.DictReader(lines):
        cost[place[row["from_id"]]][place[row["to_id"]]] = float(row["travel_time"])


def column(name):
    return [float(zone[name]) for zone in zones]


def weights(weigh):
    return [[0.0 if c == math.inf else weigh(c) for c in row] for row in cost]


def gravity(weigh, opportunity):
    return [math.fsum(w * o for w, o in zip(row, opportunity)) for row in weights(weigh)]


def catchment(weigh, opportunity, demand, balanced):
    table = weights(weigh)
    columns = list(zip(*table))
    from_sum = [math.fsum(row) if balanced else 1.0 for row in table]
    to_sum = [math.fsum(col) if balanced else 1.0 for col in columns]
    wanted = [math.fsum(d * w / s for d, w, s in zip(demand, col, from_sum) if w) for col in columns]
    level = [o / d if d else 0.0 for o, d in zip(opportunity, wanted)]
    return [math.fsum(l * w / s for l, w, s in zip(level, row, to_sum) if w) for row in table]


def logistic(cutoff, sd):
    a = math.pi / (sd * math.sqrt(3))
    top = 1 + math.exp(-cutoff * a)
    return lambda c: top / (1 + math.exp((c - cutoff) * a))


jobs, schools, people = column("jobs"), column("schools"), column("population")
measures = {
    "exponential_schools_0.2": gravity(lambda c: math.exp(-0.2 * c), schools),
    "linear_schools_50": gravity(lambda c: max(0.0, 1 - c / 50), schools),
    "logistic_jobs_30_5": gravity(logistic(30, 5), jobs),
    "2sfca_jobs_50": catchment(lambda c: 1.0 if c <= 50 else 0.0, jobs, people, False),
    "bfca_jobs_0.5": catchment(lambda c: math.exp(-0.5 * c), jobs, people, True),
    "bfca_jobs_0.05": catchment(lambda c: math.exp(-0.05 * c), jobs, people, True),
}
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["id", *measures])
for i, zone in enumerate(zones):
    out.writerow([zone["id"], *(repr(values[i]) for values in measures.values())])
