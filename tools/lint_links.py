# SPDX-License-Identifier: EUPL-1.2
"""A link in a page of documentation leads to a file that is there."""
import re
import sys
import urllib.parse

import tree

LINK = re.compile(r"\[[^\]\n]*\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)")


def main():
    root = tree.root_argument()
    faults = []
    links = 0
    for path in tree.files(root, ".md"):
        name = path.relative_to(root)
        if name.parts[:2] == ("tools", "templates"):
            continue
        fenced = False
        for number, line in enumerate((tree.read(path) or "").splitlines(), 1):
            if line.lstrip().startswith("```"):
                fenced = not fenced
            if fenced:
                continue
            for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
                if re.match(r"[a-z]+:|#|//", target):
                    continue
                links += 1
                there = urllib.parse.unquote(target.split("#")[0])
                start = root if there.startswith("/") else path.parent
                if not (start / there.lstrip("/")).exists():
                    faults.append(f"{name}:{number}: leads nowhere: {target}")
    return tree.conclude(faults, f"links: {links} lead somewhere")


if __name__ == "__main__":
    sys.exit(main())
