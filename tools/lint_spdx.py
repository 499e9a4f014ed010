# SPDX-License-Identifier: EUPL-1.2
"""Every file of ours that can say so names its licence in its first lines; data and prose are covered by NOTICE."""
import re
import sys

import tree

SAYS = "SPDX-License-Identifier: EUPL-1.2"
CODE = (".cpp", ".hpp", ".cc", ".py", ".sh", ".ts", ".mjs", ".js", ".css", ".cmake", ".sql", ".po", ".story",
        ".yml", ".yaml", "CMakeLists.txt", ".clang-format", ".clang-tidy", ".editorconfig", "/wf", "/.ci/run")
# One line says all there is to say: a module's list of what it needs.
SHORT = re.compile(r"\s*wf_module\(", re.S)


def main():
    root = tree.root_argument()
    files = [path for path in tree.files(root) if f"/{path.relative_to(root)}".endswith(CODE)]
    faults = []
    for path in files:
        text = tree.read(path) or ""
        if SAYS in "\n".join(text.splitlines()[:3]):
            continue
        if path.name == "CMakeLists.txt" and SHORT.match(text):
            continue
        faults.append(f"{path.relative_to(root)}:1: the first lines do not say {SAYS}")
    return tree.conclude(faults, f"spdx: {len(files)} files name their licence")


if __name__ == "__main__":
    sys.exit(main())
