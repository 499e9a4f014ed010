# SPDX-License-Identifier: EUPL-1.2
"""The folders mean what ARCHITECTURE.md says: lint_layers.py [ROOT [MODULES_TXT]]

1. a module includes only modules that its wf_module(DEPS ...) names, always by their full name;
2. tiers look down only: base < kernel, platform < commons < import, feature < app; a feature never includes a feature,
   an importer never an importer;
3. there are no circles;
4. base and kernel reach for no file, clock, thread, environment or chance of their own;
5. Beast, Asio and nlohmann/json stay out of headers;
6. SQL stands in store.cpp (or store_*.cpp, when one is not enough) and schema.sql;
7. the platform does not know what a neighbourhood is.

DEPS come from the CMakeLists.txt of each module, and from MODULES_TXT, which CMake writes, when it is given.
"""
import pathlib
import re
import sys

import tree

BELOW = {
    "base": set(),
    "kernel": {"base", "kernel"},
    "platform": {"base", "platform"},
    "commons": {"base", "kernel", "platform", "commons"},
    "import": {"base", "kernel", "platform", "commons"},
    "feature": {"base", "kernel", "platform", "commons"},
    "app": {"base", "kernel", "platform", "commons", "import", "feature"},
}
SINGLE = ("base", "app")  # tiers that are one module
INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<open>["<])(?P<what>[^">]+)[">]')
IMPURE = re.compile(
    r"#\s*include\s*<(c?stdio(\.h)?|iostream|fstream|filesystem|thread|mutex|shared_mutex|future|condition_variable|"
    r"semaphore|latch|barrier|sys/[^>]+|unistd\.h|sqlite3\.h|libpq-fe\.h)>"
    r"|\brandom_device\b|(?<![\w.>])(std::|::)?(s?rand|getenv)\s*\(|\btime\s*\(\s*(nullptr|NULL|0|&)"
    r"|\b(system|steady|high_resolution|utc)_clock\b")
HEAVY = re.compile(r"#\s*include\s*<(boost/(beast|asio)[^>]*|nlohmann/[^>]+)>")
SQL = re.compile(
    r"\b(SELECT\s+\S|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(TABLE|INDEX|VIEW)\b)"
    r"|\b(insert\s+into\s+\w+\s*\(|update\s+\w+\s+set\s+\w+\s*=|delete\s+from\s+\w+\s+where\b|select\s.+\sfrom\s+\w+\s+where\b)")
QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
DOMAIN = re.compile(
    r"(?<![a-zA-Z])(neighbou?rhoods?|municipalit(y|ies)|buurt(en)?|wijk(en)?|gemeente(n)?|area_?codes?|loneliness|"
    r"eenzaamheid|inhabitants|inwoners)(?![a-z])", re.I)


def tier(module):
    return module.split("/")[0]


def module_of(path):
    """Module that a path below src/ belongs to."""
    parts = pathlib.PurePath(path).parts
    return parts[0] if parts[0] in SINGLE else "/".join(parts[:2])


def is_test(path):
    """x_test.cpp, x_bench.cpp, x_fuzz.cpp, and the headers that tests share: test_site.hpp, x_test_store.hpp."""
    return path.stem.endswith(("_bench", "_fuzz")) or "test" in path.stem.split("_")


def read_deps(src):
    """{module: {wanted module: (file, line)}} as the CMakeLists.txt files say."""
    deps = {}
    for file in sorted(src.rglob("CMakeLists.txt")):
        name = file.parent.relative_to(src).as_posix()
        text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment[0]), file.read_text())
        call = re.search(r"\bwf_module\s*\(([^)]*)\)", text)
        if not call:
            continue
        deps[name] = {}
        naming = False
        for word in re.finditer(r"[^\s()]+", call[1]):
            if word[0] in ("DEPS", "LINK", "EMBED"):
                naming = word[0] == "DEPS"
            elif naming:
                deps[name][word[0]] = (file, tree.line_of(text, call.start(1) + word.start()))
    return deps


def add_graph(deps, src, graph_file):
    """What CMake says counts too: a DEPS made by a variable is not seen in the text."""
    for line in graph_file.read_text().splitlines():
        name, _, rest = line.partition(":")
        if name.strip():
            module = deps.setdefault(name.strip(), {})
            for want in rest.split():
                module.setdefault(want, (src / name.strip() / "CMakeLists.txt", 1))


def check_graph(deps):
    for name, wants in deps.items():
        for want, (file, line) in wants.items():
            place = f"{file}:{line}"
            if tier(name) not in BELOW:
                yield f"{place}: {name} is in no tier: the folders below src/ are {', '.join(BELOW)}"
            elif want not in deps:
                yield f"{place}: {name} names {want}, which is no module"
            elif tier(want) not in BELOW[tier(name)]:
                yield f"{place}: {name} may not depend on {want}: {why_not(name, want)}"
    yield from find_circles(deps)


def why_not(here, there):
    if tier(here) == tier(there) == "feature":
        return "a feature never includes a feature; what two need moves down to commons or kernel, app connects the rest"
    if tier(here) == tier(there) == "import":
        return "an importer never includes an importer"
    return f"{tier(here)} looks down only ({', '.join(sorted(BELOW[tier(here)])) or 'at nothing of ours'})"


def find_circles(deps):
    done = set()

    def visit(name, trail):
        if name in trail:
            circle = trail[trail.index(name):]
            first = circle.index(min(circle))
            circle = circle[first:] + circle[:first]
            file, line = deps[circle[0]][circle[1 % len(circle)]]
            yield f"{file}:{line}: circle: {' -> '.join([*circle, circle[0]])}"
        elif name not in done:
            for want in deps.get(name, {}):
                yield from visit(want, [*trail, name])
            done.add(name)

    for name in deps:
        yield from visit(name, [])


def check_file(src, path, deps):
    here = module_of(path.relative_to(src))
    mine = tier(here)
    raw = path.read_text()
    text = tree.without_comments(raw)
    pure = mine in ("base", "kernel") and not is_test(path)
    parallel = mine == "base" and path.stem.startswith("parallel")
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{path}:{number}"
        include = INCLUDE.match(line)
        if include:
            yield from check_include(place, here, include, deps)
        if pure and not parallel and IMPURE.search(line):
            yield f"{place}: {mine} reaches for nothing outside its arguments: {line.strip()}"
        if path.suffix == ".hpp" and HEAVY.search(line):
            yield f"{place}: a heavy header belongs in one .cpp behind a small header of ours: {line.strip()}"
        if mine == "platform" and not is_test(path):
            word = DOMAIN.search(QUOTED.sub('""', line))  # the menu's paths are words for people
            if word:
                yield f"{place}: the platform does not know what \"{word[0]}\" is; that is for commons or a feature"
    if mine != "platform" and not is_test(path) and not re.fullmatch(r"store(_\w+)?\.cpp", path.name):
        for number, content in tree.literals(text):
            if SQL.search(content):
                yield f"{path}:{number}: SQL stands in store.cpp or schema.sql only: \"{content.strip()[:60]}\""


def check_include(place, here, include, deps):
    what = include["what"]
    first = what.split("/")[0]
    if "/" not in what or first not in BELOW:
        if include["open"] == '"':
            yield f"{place}: name it by its path below src/: #include \"{here}/{pathlib.PurePath(what).name}\""
        return
    there = module_of(what)
    if there == here or here == "app":
        return
    if there == "app":
        yield f"{place}: {here} includes {what}; nobody includes app"
    elif there not in deps.get(here, {}):
        if tier(there) in BELOW.get(tier(here), set()):
            yield f"{place}: {here} includes {what}; name {there} in its DEPS or do without"
        else:
            yield f"{place}: {here} includes {what}: {why_not(here, there)}"


def main(arguments):
    root = pathlib.Path(arguments[0]).resolve() if arguments else tree.HERE
    src = root / "src"
    deps = read_deps(src)
    if len(arguments) > 1:
        add_graph(deps, src, pathlib.Path(arguments[1]))
    faults = set(check_graph(deps))
    for path in tree.files(root, ".cpp", ".hpp", ".cc"):
        if src in path.parents and path.parent != src:
            faults.update(check_file(src, path, deps))
    return tree.conclude([fault.replace(f"{root}/", "") for fault in sorted(faults)], f"layers: {len(deps)} modules")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
