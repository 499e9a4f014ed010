# SPDX-License-Identifier: EUPL-1.2
"""Which files are ours, and C++ text without its comments: what every rule in tools/lint_*.py starts from.

A rule is a program: lint_x.py [ROOT]. It prints one line when it holds, one line "file:line: what is wrong" for each
fault otherwise. Exit status 0 holds, 1 does not hold, 77 could not be asked on this machine.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
NOT_OURS = {".git", "build", "node_modules", "var", "__pycache__", ".cache"}
HOLDS, BROKEN, NOT_ASKED = 0, 1, 77


def root_argument():
    return pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE


def files(root, *suffixes):
    """Files of the repository below root, sorted; without git: everything but build output."""
    listed = None
    if (root / ".git").exists():
        try:
            done = subprocess.run(
                ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                capture_output=True, check=True)
            listed = [root / name for name in done.stdout.decode().split("\0") if name]
        except (OSError, subprocess.CalledProcessError):
            listed = None
    if listed is None:
        listed = list(walk(root))
    chosen = {path for path in listed if path.is_file() and not NOT_OURS & set(path.relative_to(root).parts)}
    return sorted(path for path in chosen if not suffixes or path.name.endswith(suffixes))


def walk(folder):
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            if entry.name not in NOT_OURS:
                yield from walk(entry)
        else:
            yield entry


def read(path):
    """Text of a file, or nothing when it is not text (fonts, pictures, databases)."""
    data = path.read_bytes()
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def conclude(faults, praise):
    print("\n".join(faults) if faults else praise)
    return BROKEN if faults else HOLDS


TOKEN = re.compile(
    r"""//(?:\\\n|[^\n])*"""
    r"""|/\*.*?\*/"""
    r"""|\bR"(?P<fence>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=fence)\""""
    r"""|"(?P<text>(?:\\.|[^"\\\n])*)\""""
    r"""|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""",
    re.S)


def without_comments(text):
    """The same text, line for line, with every comment made blank."""
    def blank(found):
        token = found[0]
        return re.sub(r"[^\n]", " ", token) if token.startswith(("//", "/*")) else token
    return TOKEN.sub(blank, text)


def literals(text):
    """(line, content) of every string literal; includes are no literals."""
    for found in TOKEN.finditer(text):
        content = found["raw"] if found["raw"] is not None else found["text"]
        if content is None:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        if not re.match(r"\s*#\s*include", text[start:found.start()]):
            yield text.count("\n", 0, found.start()) + 1, content


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
