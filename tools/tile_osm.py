#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A large map out of a small one: tile_osm.py INPUT OUTPUT.osm.pbf COLUMNS ROWS

The extract is laid out COLUMNS x ROWS times, each tile beside the next, for measuring and for tests of volume. Coordinates
are shifted by whole boxes; ids are numbered anew from 1, each tile a step (a million or more) after the one before, so that
they stay far below 2e10. The output is sorted: nodes, ways, relations, each by id. References to things that are not in the
extract are left out. Needs osmium-tool, which reads and writes the lines (OPL) that pass through here.
"""
import re
import subprocess
import sys
import time

REFERENCE = re.compile(r"([nwr])(-?\d+)(@.*)?")


def read(path):
    """The lines of each kind, by id."""
    lines = {"n": [], "w": [], "r": []}
    command = ["osmium", "cat", path, "-f", "opl,add_metadata=false", "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as reader:
        for line in reader.stdout:
            thing, *fields = line.split()
            lines[thing[0]].append((int(thing[1:]), {field[0]: field[1:] for field in fields}))
    if reader.returncode != 0:
        raise SystemExit(2)
    for things in lines.values():
        things.sort(key=lambda thing: thing[0])
    return lines


def box_of(path, nodes):
    said = subprocess.run(["osmium", "fileinfo", "-g", "header.boxes", path], capture_output=True, text=True, check=False)
    numbers = re.findall(r"-?\d+\.?\d*", said.stdout)
    if len(numbers) >= 4:
        return [float(number) for number in numbers[:4]]
    lons, lats = [float(fields["x"]) for _, fields in nodes], [float(fields["y"]) for _, fields in nodes]
    return [min(lons), min(lats), max(lons), max(lats)]


def node_lines(things, offset, shift):
    lon, lat = shift
    for place, (x, y, tags) in enumerate(things, offset + 1):
        yield f"n{place} T{tags} x{x + lon:.7f} y{y + lat:.7f}\n"


def way_lines(things, offset):
    for place, (nodes, tags) in enumerate(things, offset + 1):
        yield f"w{place} T{tags} N{','.join([f'n{offset + node}' for node in nodes])}\n"


def relation_lines(things, offset):
    for place, (members, tags) in enumerate(things, offset + 1):
        there = ",".join(f"{kind}{offset + number}{role}" for kind, number, role in members)
        yield f"r{place} T{tags} M{there}\n"


def write(lines, box, path, columns, rows):
    number = {kind: {thing[0]: place for place, thing in enumerate(things, 1)} for kind, things in lines.items()}

    def references(text):
        for one in filter(None, text.split(",")):
            kind, ref, role = REFERENCE.fullmatch(one).groups()
            if int(ref) in number[kind]:
                yield kind, number[kind][int(ref)], role or ""

    nodes = [(float(fields["x"]), float(fields["y"]), fields.get("T", "")) for _, fields in lines["n"]]
    ways = [([node for _, node, _ in references(fields["N"])], fields.get("T", "")) for _, fields in lines["w"]]
    relations = [(list(references(fields["M"])), fields.get("T", "")) for _, fields in lines["r"]]
    step = 1_000_000 * (1 + max(map(len, lines.values())) // 1_000_000)
    width, height = box[2] - box[0], box[3] - box[1]
    tiles = [(tile * step, (tile % columns * width, tile // columns * height)) for tile in range(columns * rows)]
    command = ["osmium", "cat", "-F", "opl", "-", "-o", path, "--overwrite"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True, encoding="utf-8") as writer:
        for offset, shift in tiles:
            writer.stdin.write("".join(node_lines(nodes, offset, shift)))
        for offset, _ in tiles:
            writer.stdin.write("".join(way_lines(ways, offset)))
        for offset, _ in tiles:
            writer.stdin.write("".join(relation_lines(relations, offset)))
        writer.stdin.close()
    return writer.returncode


def main(words):
    if len(words) != 4 or not all(word.isdigit() and int(word) > 0 for word in words[2:]):
        print(__doc__.strip().splitlines()[0], file=sys.stderr)
        return 2
    start = time.monotonic()
    lines = read(words[0])
    lines["n"] = [(node, fields) for node, fields in lines["n"] if fields.get("x") and fields.get("y")]
    if not lines["n"]:
        print(f"{words[0]}: there are no nodes in it", file=sys.stderr)
        return 2
    columns, rows = int(words[2]), int(words[3])
    if write(lines, box_of(words[0], lines["n"]), words[1], columns, rows) != 0:
        return 2
    count = columns * rows
    print(f"{len(lines['n']) * count} nodes, {len(lines['w']) * count} ways, {len(lines['r']) * count} relations "
          f"in {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
