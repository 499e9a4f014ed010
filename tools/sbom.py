# SPDX-License-Identifier: EUPL-1.2
"""A list of the parts that a program is made of, in the form of CycloneDX 1.5 (JSON): sbom.py PROGRAM

Libraries that the loader finds for it, with the Debian package and version of each; libraries of headers alone, which were compiled in;
and what web/package-lock.json puts in the pages. What only builds or tests is not in the program and not in the list.
SOURCE_DATE_EPOCH (seconds) makes the same list each time. Exit status: 0, or 2 when a part is of no package.
"""
import base64
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
from urllib.parse import quote

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What cmake/WfDependencies.cmake finds by a header and links nothing of; rapidcheck and doctest are for tests.
HEADERS = {"boost/beast.hpp": "libboost1.74-dev", "boost/math/distributions/binomial.hpp": "libboost1.74-dev", "Eigen/Core": "libeigen3-dev", "nlohmann/json.hpp": "nlohmann-json3-dev", "Random123/philox.h": "librandom123-dev",
           "osmium/osm.hpp": "libosmium2-dev", "protozero/pbf_reader.hpp": "libprotozero-dev"}
# npm's own kind of "it builds the others".
BUILDERS = re.compile(r"(@esbuild/.*|esbuild|@types/.*)$")
SANITIZERS = re.compile(r"lib(asan|ubsan|tsan)\d*$")


class Unknown(Exception):
    """A part that no package owns."""


def ask(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout


def system():
    known = dict(line.split("=", 1) for line in pathlib.Path("/etc/os-release").read_text().splitlines() if "=" in line)
    return known["ID"].strip('"'), known.get("VERSION_ID", "").strip('"')


def package_of(path):
    """The package that put the file there; Debian knows it by the one or by the other name of its folder."""
    for name in dict.fromkeys((path, os.path.realpath(path), path.removeprefix("/usr"), f"/usr{path}")):
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(": ")[0].split(",")[0]
    raise Unknown(f"{path}: of no package; a list of parts is made where the program was built, on Debian")


def describe(package, kind):
    """A component, from what dpkg knows of the package."""
    try:
        name, version, architecture, source = ask("dpkg-query", "--show", "--showformat",
                                                  "${Package}\t${Version}\t${Architecture}\t${source:Package}", package).split("\t")
    except subprocess.CalledProcessError as failure:
        raise Unknown(f"{package}: {failure.stderr.strip()}") from failure
    distribution, release = system()
    where = f"pkg:deb/{distribution}/{quote(name, safe='')}@{quote(version, safe='')}?arch={architecture}&distro={distribution}-{release}"
    return {"type": "library", "bom-ref": where, "name": name, "version": version, "purl": where,
            "properties": [{"name": "weefsel:part", "value": kind}, {"name": "debian:source", "value": source}]}


def linked(program):
    """(components, the refs of those that our own code names)."""
    files = {found[1]: found[2] for found in re.finditer(r"^\s*(\S+) => (/\S+) \(", ask("ldd", program), re.M)}
    needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", ask("readelf", "--wide", "--dynamic", program)))
    parts, ours = {}, []
    for name, path in sorted(files.items()):
        package = package_of(path)
        if SANITIZERS.match(package.split(":")[0]):
            continue
        part = parts.setdefault(package, describe(package, "linked"))
        if name in needed and part["bom-ref"] not in ours:
            ours.append(part["bom-ref"])
    return list(parts.values()), ours


def from_npm():
    packages = json.loads((ROOT / "web" / "package-lock.json").read_text())["packages"]
    parts = []
    for path, package in sorted(packages.items()):
        full = path.removeprefix("node_modules/")
        if not path or package.get("dev") or BUILDERS.match(full):
            continue
        group, _, name = full.rpartition("/")
        where = f"pkg:npm/{quote(group, safe='') + '/' if group else ''}{name}@{package['version']}"
        algorithm, digest = package["integrity"].split("-", 1)
        written = package.get("license", "")
        licence = {"expression": written.strip("()")} if " " in written else {"license": {"id": written}}
        parts.append({"type": "library", "bom-ref": where, **({"group": group} if group else {}), "name": name,
                      "version": package["version"], "purl": where, "licenses": [licence] if written else [],
                      "hashes": [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}],
                      "properties": [{"name": "weefsel:part", "value": "page"}]})
    return parts


def make(program):
    version = re.search(r"project\(weefsel VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    own = f"pkg:generic/weefsel@{version}"
    libraries, ours = linked(program)
    compiled = [describe(package, "compiled in") for package in sorted(set(HEADERS.values()))]
    pages = from_npm()
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc) if seconds else datetime.datetime.now(datetime.timezone.utc)
    direct = ours + [part["bom-ref"] for part in compiled + pages]
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "component": {"type": "application", "bom-ref": own, "name": "weefsel", "version": version, "purl": own,
                                       "licenses": [{"license": {"id": "EUPL-1.2"}}]}},
            "components": libraries + compiled + pages,
            "dependencies": [{"ref": own, "dependsOn": direct}]}


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        parts = make(sys.argv[1])
    except Unknown as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except (OSError, subprocess.CalledProcessError) as failure:
        print(f"{sys.argv[1]}: {failure}; ldd, readelf (binutils) and dpkg-query are wanted", file=sys.stderr)
        return 2
    print(json.dumps(parts, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
