# SPDX-License-Identifier: EUPL-1.2
"""Nothing of the machine that a file was made on goes into the repository: no paths, no addresses of mirrors."""
import re
import sys

import tree

# Written in halves, so that this file does not find itself.
PATHS = re.compile(r"(?<![\w./$}-])/(?:" + "|".join(("home", "root", "Users", "work", "workspace", "mnt")) + r")/[\w.-]")
FILE_URL = re.compile(r"file:" + r"///(?!\$)\w")
# Packages come from the public registries and from nowhere else.
PUBLIC = {"registry.npmjs.org", "opencollective.com", "github.com", "tidelift.com"}
URL = re.compile(r"https?://([^/\"\s:]+)")
KEYS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY-----|_authToken\s*=")


def main():
    root = tree.root_argument()
    faults = []
    files = tree.files(root)
    for path in files:
        name = path.relative_to(root).as_posix()
        text = tree.read(path)
        if text is None or path.stat().st_size > 20_000_000:
            continue
        if path.name == ".npmrc" or path.name == "pip.conf":
            faults.append(f"{name}:1: which registry a machine uses is its own affair")
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > 4000:
                continue
            found = PATHS.search(line) or FILE_URL.search(line)
            if found:
                faults.append(f"{name}:{number}: a path of somebody's machine: {found[0]}")
            if KEYS.search(line):
                faults.append(f"{name}:{number}: a secret")
            if path.name == "package-lock.json":
                for host in URL.findall(line):
                    if host not in PUBLIC and '"resolved"' in line:
                        faults.append(f"{name}:{number}: not the public registry: {host}")
    return tree.conclude(faults, f"private: {len(files)} files hold no path or mirror of a machine")


if __name__ == "__main__":
    sys.exit(main())
