#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Counts in an extract of OpenStreetMap what countries_test.cpp asks of our importer: countries_reference.py FILE...

Shares nothing with the importer but the rules in its README. Needs osmium-tool, which writes the file as text.
"""
import math
import re
import subprocess
import sys

WALKED = set("footway path bridleway cycleway track pedestrian living_street residential service busway unclassified road "
             "tertiary tertiary_link secondary secondary_link primary primary_link steps platform corridor elevator crossing "
             "yes".split())
INVITED = {"yes", "designated", "permissive", "official", "destination", "customers"}
DWELLINGS = {"yes", "house", "apartments", "residential", "detached", "terrace", "semidetached_house", "farm", "bungalow"}
EARTH = 6371008.8


def unescape(text):
    return re.sub("%([0-9a-f]*)%", lambda found: chr(int(found[1], 16)), text)


def read(path):
    """Rows (type, id, tags, place or nodes or members)."""
    lines = subprocess.run(["osmium", "cat", "-f", "opl,add_metadata=none", path], check=True, capture_output=True,
                           text=True).stdout.split("\n")
    for line in filter(None, lines):
        fields = {field[0]: field[1:] for field in line.split(" ")[1:]}
        pairs = [pair.split("=", 1) for pair in fields.get("T", "").split(",") if pair]
        tags = {unescape(key): unescape(value) for key, value in pairs}
        kind = line[0]
        if kind == "n":
            more = (float(fields["x"]), float(fields["y"]))
        elif kind == "w":
            more = [int(node[1:]) for node in fields.get("N", "").split(",") if node]
        else:
            more = [tuple(member.split("@", 1)) for member in fields.get("M", "").split(",") if member]
        yield kind, int(line.split(" ", 1)[0][1:]), tags, more


def metres(a, b):
    (west, south), (east, north) = [[math.radians(angle) for angle in place] for place in (a, b)]
    square = (math.sin((north - south) / 2) ** 2
              + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2)
    return 2 * EARTH * math.asin(math.sqrt(square))


def has(tags, key, *values):
    return any(word.strip() in values for word in tags.get(key, "").split(";"))


def gone(tags):
    return tags.get("disused") == "yes" or tags.get("abandoned") == "yes"


def may_walk(tags):
    if tags.get("highway") not in WALKED or tags.get("motorroad") == "yes" or gone(tags):
        return False
    foot = tags.get("foot", "")
    if foot in INVITED or foot in ("discouraged", "unknown"):
        return True
    return (foot not in ("no", "use_sidepath", "private") and tags.get("access") not in ("private", "no", "military")
            and tags["highway"] != "busway")


def is_ferry(tags):
    return (not tags.get("highway") and tags.get("route") == "ferry" and not gone(tags)
            and tags.get("foot") not in ("no", "use_sidepath", "private"))


def is_crossing_way(tags):
    return (tags["highway"] in ("footway", "path", "bridleway", "cycleway")
            and "crossing" in (tags.get("footway"), tags.get("path"), tags.get("cycleway")))


def cell(place):
    """Squares of about a kilometre, all of one width within a degree of latitude."""
    high = 1000 / (EARTH * math.radians(1))
    shrink = max(0.01, math.cos(math.radians(math.floor(place[1]) + 0.5)))
    return math.floor(place[0] * shrink / high), math.floor(place[1] / high)


def centroid(ring):
    """Of a surface, by triangles around its first corner."""
    x0, y0 = ring[0]
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring[1:], ring[2:]):
        twice = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        area += twice
        x += twice * (ax + bx - 2 * x0)
        y += twice * (ay + by - 2 * y0)
    return (x0 + x / 3 / area, y0 + y / 3 / area) if area else ring[0]


KINDS = {"pharmacy": lambda t: has(t, "amenity", "pharmacy") or has(t, "healthcare", "pharmacy"),
         "supermarket": lambda t: has(t, "shop", "supermarket"),
         "school": lambda t: has(t, "amenity", "school"),
         "worship": lambda t: has(t, "amenity", "place_of_worship")}


def count(path):
    things = list(read(path))
    nodes = {id: more for kind, id, _, more in things if kind == "n"}
    ways = {id: more for kind, id, _, more in things if kind == "w"}
    closed = {id for id, refs in ways.items() if len(refs) >= 4 and refs[0] == refs[-1]}
    said = {}

    def whole(id):
        return all(node in nodes for node in ways[id])

    for name, fits in KINDS.items():
        found = [(kind, id) for kind, id, tags, _ in things if fits(tags) and not gone(tags)
                 and (kind == "n" or id in closed or kind == "r" and tags.get("type") == "multipolygon")]
        said[name + " points"] = sum(kind == "n" for kind, _ in found)
        said[name + " surfaces"] = sum(kind != "n" for kind, _ in found)

    # Benches: points, and the middle of lines.
    said["benches"] = sum(
        (kind == "n" and (tags.get("amenity") == "bench" or tags.get("amenity") == "shelter" and tags.get("bench") == "yes")
         or kind == "w" and tags.get("amenity") == "bench") and tags.get("disused") != "yes"
        for kind, _, tags, _ in things)

    # Streets, without surfaces; a line between two points counts when both are in the file.
    length = {"all": 0.0, "footway": 0.0, "steps": 0.0}
    walked = set()
    said["walked ways"] = said["cut ways"] = 0
    said["ferries"] = sum(kind == "w" and is_ferry(tags) for kind, _, tags, _ in things)
    for kind, id, tags, refs in things:
        if kind != "w" or len(refs) < 2 or not may_walk(tags) or tags.get("area") == "yes" and id in closed:
            continue
        lines = [(nodes[a], nodes[b]) for a, b in zip(refs, refs[1:]) if a in nodes and b in nodes]
        long = sum(metres(a, b) for a, b in lines)
        said["walked ways"] += 1
        said["cut ways"] += not whole(id)
        walked.update(node for a, b in zip(refs, refs[1:]) if a in nodes and b in nodes for node in (a, b))
        length["all"] += long
        if not is_crossing_way(tags) and tags["highway"] in length:
            length[tags["highway"]] += long
    for name, long in length.items():
        said[name + " metres"] = round(long, 1)
    crossings = {id for kind, id, tags, _ in things if kind == "n" and tags.get("highway") == "crossing"}
    said["crossings"] = len(crossings)
    said["crossings on streets"] = len(crossings & walked)

    # Homes: addresses, and dwellings in squares without any.
    taken = set()
    for letter in "nwr":
        said["addresses " + letter] = 0
    for kind, id, tags, more in things:
        if not tags.get("addr:housenumber") or not (tags.get("addr:street") or tags.get("addr:place")):
            continue
        if kind == "n":
            at = more
        elif kind == "w" and id in closed and whole(id):
            at = centroid([nodes[node] for node in more])
        elif kind == "r" and tags.get("type") == "multipolygon":
            outer = [int(member[1:]) for member, role in more if member[0] == "w" and role != "inner"]
            if not outer or not all(way in ways and whole(way) for way in outer):
                continue
            # Near enough to say in which square it lies.
            corners = [nodes[node] for way in outer for node in ways[way]]
            at = tuple(sum(corner[i] for corner in corners) / len(corners) for i in (0, 1))
        else:
            continue
        said["addresses " + kind] += 1
        taken.add(cell(at))
    dwellings = 0
    for kind, id, tags, refs in things:
        if kind != "w" or id not in closed or tags.get("building") not in DWELLINGS:
            continue
        if tags.get("addr:housenumber") and (tags.get("addr:street") or tags.get("addr:place")):
            continue
        a, b = refs[0], refs[(len(refs) - 1) // 2]
        if a in nodes and b in nodes:
            middle = tuple((nodes[a][i] + nodes[b][i]) / 2 for i in (0, 1))
            dwellings += cell(middle) not in taken
    said["dwellings without address"] = dwellings
    return said


for name in sys.argv[1:]:
    print(name)
    for what, number in count(name).items():
        print(f"    {what:28} {number}")
