# SPDX-License-Identifier: EUPL-1.2
"""No file that people edit is longer than 1,000 lines: aim at 300, talk at 600."""
import sys

import tree

LIMIT = 1000
MADE = "/docs/reference/"  # by the program; nobody edits those, but asvs.md
EDITED = (".cpp", ".hpp", ".cc", ".py", ".sh", ".ts", ".mjs", ".js", ".css", ".cmake", ".sql", ".md", "CMakeLists.txt", "/wf")


def main():
    root = tree.root_argument()
    names = {path: f"/{path.relative_to(root)}" for path in tree.files(root)}
    files = [path for path, name in names.items() if name.endswith(EDITED) and (not name.startswith(MADE) or name.endswith("/asvs.md"))]
    faults = []
    longest = 0
    for path in files:
        lines = len((tree.read(path) or "").splitlines())
        longest = max(longest, lines)
        if lines > LIMIT:
            faults.append(f"{path.relative_to(root)}:{LIMIT + 1}: {lines} lines, the limit is {LIMIT}")
    return tree.conclude(faults, f"length: {len(files)} files, the longest has {longest} lines")


if __name__ == "__main__":
    sys.exit(main())
