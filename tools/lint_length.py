# SPDX-License-Identifier: EUPL-1.2
"""No file that people edit is longer than 1,000 lines: aim at 300, talk at 600."""
import sys

import tree

LIMIT = 1000
EDITED = (".cpp", ".hpp", ".cc", ".py", ".sh", ".ts", ".mjs", ".js", ".css", ".cmake", ".sql", ".md", "CMakeLists.txt", "/wf")


def main():
    root = tree.root_argument()
    files = [path for path in tree.files(root) if f"/{path.relative_to(root)}".endswith(EDITED)]
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
