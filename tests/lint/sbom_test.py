# SPDX-License-Identifier: EUPL-1.2
"""The list of parts has the form of CycloneDX 1.5 (schema/bom-1.5.schema.json: what must be there, what may), and names what is in the
program: sbom_test.py PROGRAM"""
import json
import re
import subprocess
import sys

from tiny import ROOT, Checks

sys.path.insert(0, str(ROOT / "tools"))
from sbom import HEADERS  # noqa: E402

# Of the schema: members that an object may have, and those that it must have.
DOCUMENT = ({"bomFormat", "specVersion", "version"}, {"$schema", "serialNumber", "metadata", "components", "services", "externalReferences",
            "dependencies", "compositions", "vulnerabilities", "annotations", "formulation", "properties", "signature"})
COMPONENT = ({"type", "name"}, {"mime-type", "bom-ref", "supplier", "author", "publisher", "group", "version", "description", "scope",
             "hashes", "licenses", "copyright", "cpe", "purl", "swid", "modified", "pedigree", "externalReferences", "components",
             "evidence", "releaseNotes", "modelCard", "data", "properties", "signature"})
TYPES = {"application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver", "firmware", "file",
         "machine-learning-model", "data"}
HASHES = {"MD5": 32, "SHA-1": 40, "SHA-256": 64, "SHA-384": 96, "SHA-512": 128}

checks = Checks()


def fits(thing, members):
    must, may = members
    return must <= thing.keys() <= must | may


def is_component(part):
    licences = part.get("licenses", [])
    return (fits(part, COMPONENT) and part["type"] in TYPES and isinstance(part.get("bom-ref"), str)
            and re.fullmatch(r"pkg:(deb/debian|npm|generic)/[\w.%/~+-]+@[\w.%~+-]+(\?[\w=&.-]+)?", part.get("purl", ""))
            and all(fits(one, ({"alg", "content"}, set())) and re.fullmatch(f"[0-9a-f]{{{HASHES[one['alg']]}}}", one["content"])
                    for one in part.get("hashes", []))
            and all(one.keys() == {"expression"} or (one.keys() == {"license"} and one["license"].keys() & {"id", "name"}) for one in licences)
            and all(one.keys() <= {"name", "value"} for one in part.get("properties", [])))


def ask(*arguments, **more):
    return subprocess.run([sys.executable, str(ROOT / "tools/sbom.py"), *arguments], capture_output=True, text=True, check=False, **more)


done = ask(sys.argv[1], env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "SOURCE_DATE_EPOCH": "1767225600"})
checks.check(done.returncode == 0, "a list is made", done.stderr)
document = json.loads(done.stdout or "{}")
checks.check(fits(document, DOCUMENT) and document["bomFormat"] == "CycloneDX" and document["specVersion"] == "1.5"
             and document["version"] == 1, "its head is that of CycloneDX 1.5", str(document.keys()))
metadata = document.get("metadata", {})
checks.check(metadata.get("timestamp") == "2026-01-01T00:00:00Z", "its moment can be fixed", str(metadata.get("timestamp")))
parts = document.get("components", [])
wrong = [part for part in [metadata.get("component", {}), *parts] if not is_component(part)]
checks.check(not wrong, "every part is a component with a name, a version and a place", str(wrong[:2]))
refs = [part["bom-ref"] for part in parts]
checks.check(len(set(refs)) == len(refs), "none stands in it twice")
known = {*refs, metadata.get("component", {}).get("bom-ref")}
checks.check(all(set(one) <= {"ref", "dependsOn"} and {one["ref"], *one.get("dependsOn", [])} <= known for one in document.get("dependencies", [])),
             "what depends on what names parts of the list")

names = {part["name"]: part for part in parts}
for name in ("libsodium23", "libsqlite3-0", "libssl3", "libcurl4", "libc6", "libboost1.74-dev", "libeigen3-dev", "nlohmann-json3-dev", "maplibre-gl"):
    checks.check(name in names, f"{name} is in it", " ".join(names))
for name in ("esbuild", "axe-core", "playwright-core", "doctest-dev", "librapidcheck-dev", "libasan8"):
    checks.check(name not in names, f"{name} only builds or tests")
package = json.loads((ROOT / "web/package.json").read_text())
for name, version in package["dependencies"].items():
    if name != "esbuild":
        part = names.get(name.rpartition("/")[2], {})
        checks.check(part.get("version") == version and part.get("hashes"), f"{name} has the version of package.json", str(part))
found = set(re.findall(r"find_path\((?:\w+) (\S+\.hp?p?|Eigen/Core) ", (ROOT / "cmake/WfDependencies.cmake").read_text()))
linked = {"libstemmer.h", "cjose/cjose.h", "rapidcheck.h"}
checks.check(found - linked == set(HEADERS), "every library of headers alone is counted", f"{found - linked} {set(HEADERS)}")

checks.check(ask("/nowhere").returncode == 2, "no program, no list")
checks.check(ask().returncode == 2, "nor without a name")
checks.finish()
