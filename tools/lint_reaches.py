# SPDX-License-Identifier: EUPL-1.2
"""The program asks nothing of a server but what an administrator named, and runs nothing but itself.

1. libcurl stands in platform/mail and platform/oidc alone, sockets in platform/http alone: no address that somebody types in a page
   is ever fetched;
2. no other program is started;
3. no code is loaded while it runs: no plug-in, and no text that becomes script in the browser.

Tests and benches may, for they play the other side.
"""
import re
import sys

import lint_layers
import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"](?P<what>[^">]+)[">]')
NETWORK = (
    (re.compile(r"curl/"), ("platform/mail", "platform/oidc")),
    (re.compile(r"boost/(asio|beast)|sys/(socket|un)\.h|netinet/|arpa/|netdb\.h"), ("platform/http",)),
)
STARTS = re.compile(r"(?<![\w.>])(::|std::)?(system|popen|posix_spawnp?|exec[lv]p?e?|v?fork)\s*\(")
LOADS = re.compile(r"(?<![\w.>])(::)?(dlopen|dlmopen)\s*\(")

# The names of SVG and its kin are written as addresses, and fetched by nobody.
BROWSER_LOADS = re.compile(r"(?<![\w.])(eval|importScripts)\s*\(|\bnew\s+Function\s*\(|\bimport\s*\(\s*[^\"'\s]|[\"']https?://(?!www\.w3\.org/)")


def without_strings(line):
    return lint_layers.QUOTED.sub('""', line)


def check_program(root, path):
    module = lint_layers.module_of(path.relative_to(root / "src"))
    for number, line in enumerate(tree.without_comments(path.read_text()).splitlines(), 1):
        place = f"{path.relative_to(root)}:{number}"
        include = INCLUDE.match(line)
        for what, where in NETWORK if include else ():
            if what.match(include["what"]) and module not in where:
                yield f"{place}: {module} reaches the network; that is for {' and '.join(where)}: {line.strip()}"
        code = without_strings(line)
        if STARTS.search(code):
            yield f"{place}: {module} starts another program: {line.strip()}"
        if LOADS.search(code):
            yield f"{place}: {module} loads code: {line.strip()}"


def check_script(root, path):
    for number, line in enumerate(tree.without_comments(path.read_text()).splitlines(), 1):
        if BROWSER_LOADS.search(line):
            yield f"{path.relative_to(root)}:{number}: a page loads code or names another site: {line.strip()}"


def main():
    root = tree.root_argument()
    faults, count = [], 0
    for path in tree.files(root, ".cpp", ".hpp", ".cc"):
        if root / "src" in path.parents and not lint_layers.is_test(path):
            count += 1
            faults.extend(check_program(root, path))
    for path in tree.files(root, ".ts"):
        if root / "web" / "src" in path.parents:
            count += 1
            faults.extend(check_script(root, path))
    return tree.conclude(faults, f"reaches: {count} files; the network from platform/http, mail and oidc alone")


if __name__ == "__main__":
    sys.exit(main())
