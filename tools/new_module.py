# SPDX-License-Identifier: EUPL-1.2
"""A new module that compiles, with a test and a page of documentation: new_module.py KIND NAME [ROOT]

Files come from tools/templates/KIND; @name@, @Name@, @Title@ and @path@ in their text and names become the name. A feature or an
importer is then named where app names everything, at the marks "wf new: include", "wf new: feature" and "wf new: modules".
"""
import pathlib
import re
import sys

TOOLS = pathlib.Path(__file__).resolve().parent
KINDS = ("feature", "kernel", "import")
# Words that a namespace of ours cannot be called: those of the language and those that we have.
TAKEN = set("""alignas alignof and asm auto bool break case catch char class concept const constexpr continue default delete
    do double else enum explicit export extern false final float for friend goto if import inline int long module mutable
    namespace new not nullptr operator or override private protected public register requires return short signed sizeof
    static struct switch template this throw true try typedef typename union unsigned using virtual void volatile while xor
    std wf html http store settings words web job json file clock embedded detail""".split())


class Refusal(Exception):
    """Said to the person; nothing was written."""


def check_name(root, kind, name):
    if kind not in KINDS:
        raise Refusal(f"new knows {', '.join(KINDS)}, not: {kind}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise Refusal(f"a name is lower case words with _ between them, not: {name}")
    if len(name) > 40:
        raise Refusal("a name has at most 40 letters")
    if name in TAKEN or name.endswith(("_test", "_bench", "_fuzz")):
        raise Refusal(f"{name} means something else already; choose another name")
    for other in sorted((root / "src").glob(f"*/{name}")):
        if other.is_dir() and any(other.iterdir()):
            raise Refusal(f"{other.relative_to(root)} is there already")


def files_of(root, kind, name):
    """{new path: text}"""
    words = {"@name@": name, "@Name@": "".join(part.capitalize() for part in name.split("_")),
             "@Title@": name.replace("_", " ").capitalize(), "@path@": name.replace("_", "-")}

    def fill(text):
        return re.sub("|".join(words), lambda found: words[found[0]], text)

    made = {}
    sources = [(TOOLS / "templates" / kind, root / "src" / kind / name)]
    if kind == "kernel":
        sources.append((TOOLS / "templates" / "docs", root / "docs" / "methods"))
    for template, folder in sources:
        for path in sorted(template.rglob("*")):
            if path.is_file():
                made[folder / fill(path.relative_to(template).as_posix())] = fill(path.read_text())
    there = [path for path in made if path.exists()]
    if there:
        raise Refusal(f"{there[0].relative_to(root)} is there already")
    return made


def name_in_app(root, kind, name):
    """Writes the lines that app needs at its marks; returns (what was written, what is left to a person)."""
    wanted = [("CMakeLists.txt", "modules", f"{kind}/{name}")]
    if kind == "feature":
        wanted += [("features.cpp", "include", f'#include "feature/{name}/feature.hpp"'),
                   ("features.cpp", "feature", f"features.push_back({name}::make_feature());")]
    written, left = [], []
    for file, mark, text in wanted:
        path = root / "src" / "app" / file
        lines = path.read_text().splitlines() if path.exists() else []
        at = next((i for i, line in enumerate(lines) if re.search(rf"(//|#) wf new: {mark}\s*$", line)), None)
        if at is None:
            left.append(f"src/app/{file}: {text}")
            continue
        before, sign, after = re.fullmatch(r"(.*?)((?://|#) wf new: )(.*)", lines[at]).groups()
        if before.strip():  # the mark ends a line that is a list
            lines[at] = f"{before.rstrip()} {text} {sign}{after}"
        else:
            while mark == "include" and lines[at - 1].startswith("#include \"") and lines[at - 1] > text:
                at -= 1  # includes stand in order
            lines.insert(at, before + text)
        path.write_text("\n".join(lines) + "\n")
        written.append(f"src/app/{file}: {text}")
    return written, left


def main(arguments):
    kind, name = arguments[:2]
    root = pathlib.Path(arguments[2]).resolve() if len(arguments) > 2 else TOOLS.parent
    try:
        check_name(root, kind, name)
        made = files_of(root, kind, name)
    except Refusal as refusal:
        print(f"wf: {refusal}", file=sys.stderr)
        return 2
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        print(f"made   {path.relative_to(root)}")
    if kind != "kernel":
        written, left = name_in_app(root, kind, name)
        for line in written:
            print(f"added  {line}")
        for line in left:
            print(f"add by hand to {line}")
    print(f"Next: ./wf test -R '^{kind}/{name}$'")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
