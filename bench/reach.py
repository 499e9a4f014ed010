# SPDX-License-Identifier: EUPL-1.2
# needs: python3-scipy python3-igraph osmium-tool=osmium postgresql postgresql-15-pgrouting
"""Walking reach beside others on the same graph, and on maps larger than a town: ./wf bench reach

Kampen, seven Kampens side by side (167,000 nodes), four times four (5 million OSM nodes) and nine times six (1.3 million
nodes). Maps are made by tools/tile_osm.py into build/bench and kept there. For Kampen and the four times four, scipy, igraph and
pgRouting answer the same question (nearest place of each kind for every node) on the same graph in the same run; their sum of
costs must be ours. A peer that is not installed is named and left out. With a word, only maps with that word in their name.
"""
import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / "build" / "bench"
PROGRAM = ROOT / "build" / "release" / "src" / "app" / "app_reach_bench"
KAMPEN = ROOT / "data" / "kampen" / "kampen.osm.pbf"
MAPS = [("kampen", 1, 1, True), ("seven", 7, 1, False), ("province", 4, 4, True), ("large", 9, 6, False)]
RUNS = 5


def median_of(work, runs=RUNS):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        answer = work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times), min(times), max(times), answer


def read_graph(path):
    import numpy

    with open(path) as file:
        nodes, arcs = map(int, file.readline().split())
        table = numpy.loadtxt(file, dtype=numpy.int64, max_rows=arcs)
        seeds = numpy.loadtxt(file, dtype=numpy.int64)
    return nodes, table, [seeds[seeds[:, 0] == kind, 1] for kind in sorted(set(seeds[:, 0]))]


def tell(name, timed, ours):
    middle, low, high, checksum = timed
    print(f"  {name:<12} {middle:8.4f} s ({low:.4f}-{high:.4f}) = {middle / ours:6.1f} x ours, checksum {checksum}")
    sys.stdout.flush()


def with_scipy(nodes, table, kinds):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    usable = table[table[:, 2] < 4294967295]
    # Zero would mean no arc; two arcs between the same nodes would be added up.
    order = numpy.lexsort((usable[:, 2], usable[:, 1], usable[:, 0]))
    usable = usable[order]
    first = numpy.ones(len(usable), bool)
    first[1:] = (usable[1:, 0] != usable[:-1, 0]) | (usable[1:, 1] != usable[:-1, 1])
    usable = usable[first]
    matrix = csr_matrix((numpy.maximum(usable[:, 2], 1e-9), (usable[:, 0], usable[:, 1])), shape=(nodes, nodes))

    def work():
        total = 0
        for seeds in kinds:
            cost = dijkstra(matrix, indices=seeds, min_only=True)
            total += int(numpy.rint(cost[numpy.isfinite(cost)]).sum())
        return total

    return work


def with_igraph(nodes, table, kinds):
    import igraph
    import numpy

    usable = table[table[:, 2] < 4294967295]
    pairs = [(int(a), int(b)) for a, b in usable[:, :2]]
    weights = usable[:, 2].tolist()
    for seeds in kinds:  # one more node a kind, with free arcs to its places
        source = nodes
        nodes += 1
        pairs += [(source, int(seed)) for seed in seeds]
        weights += [0] * len(seeds)
    graph = igraph.Graph(n=nodes, edges=pairs, directed=True)
    first = nodes - len(kinds)

    def work():
        total = 0
        for source in range(first, nodes):
            cost = numpy.array(graph.distances(source=source, weights=weights)[0][:first])
            total += int(numpy.rint(cost[numpy.isfinite(cost)]).sum())
        return total

    return work


class Postgres:
    """A server of its own in a temporary folder, gone afterwards."""

    def __init__(self):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not found:
            raise ImportError("postgresql is not installed")
        self.bin = found[-1].parent
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="weefsel-pg-"))
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.as_user:
            shutil.chown(self.folder, "postgres")
        self.run(self.bin / "initdb", "-D", self.folder / "data", "-A", "trust", "--no-sync")
        self.run(self.bin / "pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                 f"-c listen_addresses='' -k {self.folder} -c fsync=off -c shared_buffers=512MB -c work_mem=256MB", "start")

    def run(self, *words, stdin=None):
        return subprocess.run([*self.as_user, *map(str, words)], check=True, stdin=stdin, capture_output=True, text=True,
                              cwd="/").stdout

    def query(self, sql, stdin=None):
        return self.run("psql", "-h", self.folder, "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-Atc", sql, stdin=stdin)

    def close(self):
        self.run(self.bin / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def with_pgrouting(server, nodes, table, kinds):
    usable = table[table[:, 2] < 4294967295]
    server.query("create extension if not exists pgrouting cascade; drop table if exists arc;"
                 "create table arc (id serial, source bigint, target bigint, cost float8)")
    with tempfile.TemporaryFile("w+") as file:
        for a, b, weight in usable:
            file.write(f"{a},{b},{weight}\n")
        for kind, seeds in enumerate(kinds):
            for seed in seeds:
                file.write(f"{nodes + kind},{seed},0\n")
        file.seek(0)
        server.query("copy arc (source, target, cost) from stdin with (format csv)", stdin=file)
    server.query("analyze arc")
    sources = ",".join(str(nodes + kind) for kind in range(len(kinds)))
    sql = ("select sum(round(agg_cost))::bigint from pgr_drivingDistance('select id, source, target, cost from arc', "
           f"array[{sources}]::bigint[], 1e12, true)")
    return lambda: int(server.query(sql).strip())


def compare(graph_file, ours):
    nodes, table, kinds = read_graph(graph_file)
    for name, make in (("scipy", with_scipy), ("igraph", with_igraph)):
        try:
            tell(name, median_of(make(nodes, table, kinds)), ours)
        except ImportError as error:
            print(f"  {name}: left out, {error}")
    try:
        server = Postgres()
        try:
            tell("pgRouting", median_of(with_pgrouting(server, nodes, table, kinds), 3), ours)
        finally:
            server.close()
    except (ImportError, subprocess.CalledProcessError) as error:
        print(f"  pgRouting: left out, {getattr(error, 'stderr', '') or error}")


def use_system_python():
    """Debian's packages are for Debian's python3; another one may stand before it in the path."""
    system = "/usr/bin/python3"
    if importlib.util.find_spec("numpy") is None and os.path.realpath(sys.executable) != os.path.realpath(system):
        os.execv(system, [system, *sys.argv])


def main():
    use_system_python()
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    BENCH.mkdir(parents=True, exist_ok=True)
    for name, columns, rows, peers in MAPS:
        if wanted not in name:
            continue
        extract = KAMPEN
        if columns * rows > 1:
            extract = BENCH / f"kampen_{columns}x{rows}.osm.pbf"
            if not extract.exists():
                subprocess.run([sys.executable, ROOT / "tools" / "tile_osm.py", KAMPEN, extract, str(columns), str(rows)],
                               check=True)
        graph_file = BENCH / f"{name}.graph"
        print(f"-- {name}: {columns} x {rows}")
        sys.stdout.flush()
        output = subprocess.run([PROGRAM, extract, *(["--graph", graph_file] if peers else [])], check=True,
                                capture_output=True, text=True).stdout
        print(output, end="")
        if peers:
            ours = float(re.search(r"nearest place of each kind, all nodes, one thread +([0-9.]+)", output).group(1))
            print("  the same question, the same graph:")
            compare(graph_file, ours)


if __name__ == "__main__":
    main()
