# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml has the keys that the standard (0.4) asks for, in the subset of YAML that it needs."""
import re
import sys

import tree

WANTED = (
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description",
    "description.nl.shortDescription", "description.nl.longDescription", "description.nl.features",
    "description.en.shortDescription", "description.en.longDescription", "description.en.features",
    "legal.license", "maintenance.type", "localisation.localisationReady", "localisation.availableLanguages")
ALLOWED = {
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "softwareType": {"standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
                     "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"},
    "maintenance.type": {"internal", "contract", "community", "none"},
    "legal.license": {"EUPL-1.2"},
}


def read_keys(text):
    """{dotted key: (line, plain value)} of nested mappings; lists and blocks of text belong to their key."""
    keys, trail, block = {}, [], None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if block is not None and indent > block:
            continue
        block = None
        found = re.match(r"\s*([\w-]+):(?:\s+(.*))?$", line)
        if not found:
            continue
        while trail and trail[-1][0] >= indent:
            trail.pop()
        trail.append((indent, found[1]))
        value = re.sub(r"\s+#.*$", "", found[2] or "").strip().strip("\"'")
        keys[".".join(name for _, name in trail)] = (number, value)
        if re.match(r"[|>]", value):
            block = indent
    return keys


def main():
    path = tree.root_argument() / "publiccode.yml"
    if not path.exists():
        return tree.conclude(["publiccode.yml:1: is missing"], "")
    keys = read_keys(path.read_text())
    faults = [f"publiccode.yml:1: does not say {key}" for key in WANTED if key not in keys]
    for key, values in ALLOWED.items():
        if key in keys and keys[key][1] not in values:
            faults.append(f"publiccode.yml:{keys[key][0]}: {key} is {keys[key][1]}, not one of {', '.join(sorted(values))}")
    for language in ("nl", "en"):
        short = keys.get(f"description.{language}.shortDescription")
        if short and len(short[1]) > 150:
            faults.append(f"publiccode.yml:{short[0]}: shortDescription has {len(short[1])} characters, at most 150")
    return tree.conclude(faults, f"publiccode: {len(keys)} keys")


if __name__ == "__main__":
    sys.exit(main())
