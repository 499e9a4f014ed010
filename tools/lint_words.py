# SPDX-License-Identifier: EUPL-1.2
"""Every word that the code asks for is there in both languages, and nothing else is: lint_words.py [ROOT]

1. nl.po and en.po of a module are well formed, have the same keys, each key once in the whole program, none empty;
2. t("key"), t.count("key", ...) and title_key name keys that exist; t("error." + code) names a prefix that a PO file
   announces with the comment "# dynamic: error.";
3. the {placeholders} of a key are the same in both languages, and those that the call fills in;
4. no key is unused: it stands in the code as a whole literal (an ending like ".text" may be added),
   below a dynamic prefix, or its entry says "#. dynamic".
"""
import dataclasses
import re
import sys

import tree

KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_-]+)+")
PLACE = re.compile(r"\{([a-z0-9_]+)\}")
CALL = re.compile(r"(?<![\w])(?:t|m_t)(?P<count>\.count)?\s*\(")
TITLE = re.compile(r"\btitle_key\s*(?:=|\{)\s*\"(?P<key>[^\"]+)\"")
GIVEN = re.compile(r"\{\s*\"([a-z0-9_]+)\"\s*,")
LINE = re.compile(r'(?:(?P<keyword>msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?"(?P<text>(?:\\.|[^"\\])*)"\s*')


@dataclasses.dataclass
class Entry:
    file: str
    line: int
    texts: dict = dataclasses.field(default_factory=dict)
    dynamic: bool = False

    def places(self):
        return {name for part, text in self.texts.items() if part != "msgid" for name in PLACE.findall(text)}


def read_po(file, text, faults):
    """{key: Entry} and the prefixes of keys that are put together at run time."""
    entries, prefixes = {}, {}
    entry = part = None
    marked = False
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("#"):
            announced = re.fullmatch(r"#\s*dynamic:\s*(\S+)", line)
            if announced:
                prefixes[announced[1]] = f"{file}:{number}"
            marked = marked or re.match(r"#\.\s*dynamic\b", line) is not None
            part = None
            continue
        if not line:
            part = None
            continue
        found = LINE.fullmatch(line)
        if not found or (found["keyword"] is None and part is None):
            faults.append(f"{file}:{number}: not a line of a PO file: {line[:60]}")
            part = None
            continue
        if found["keyword"]:
            part = found["keyword"]
            if part == "msgid":
                entry = Entry(file, number, dynamic=marked)
                marked = False
            elif entry is None:
                faults.append(f"{file}:{number}: {part} before any msgid")
                part = None
                continue
            entry.texts[part] = ""
        entry.texts[part] += found["text"]
        if part.startswith("msgstr"):
            key = entry.texts["msgid"]
            if key in entries and entries[key] is not entry:
                faults.append(f"{file}:{entry.line}: \"{key}\" is there already, on line {entries[key].line}")
            elif key:
                entries[key] = entry
    for key, entry in entries.items():
        if any(not text for part, text in entry.texts.items() if part.startswith("msgstr")):
            faults.append(f"{file}:{entry.line}: \"{key}\" is empty")
        if "msgid_plural" in entry.texts and {"msgstr[0]", "msgstr[1]"} - entry.texts.keys():
            faults.append(f"{file}:{entry.line}: \"{key}\" counts, so it needs msgstr[0] and msgstr[1]")
    return entries, prefixes


def arguments_of(text, start):
    """The arguments of a call whose opening bracket ends at `start`, split at the commas of its own level."""
    parts, depth, at, begin = [], 0, start, start
    while at < len(text):
        token = tree.TOKEN.match(text, at)
        if token:
            at = token.end()
            continue
        letter = text[at]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            if depth == 0:
                break
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(text[begin:at])
            begin = at + 1
        at += 1
    return [*parts, text[begin:at]]


def read_all_words(root, faults):
    """{language: {key: Entry}}, {prefix: place}"""
    words, prefixes = {"nl": {}, "en": {}}, {}
    for path in tree.files(root, ".po"):
        name = path.relative_to(root).as_posix()
        language = path.stem
        if not name.startswith("src/"):
            continue
        if language not in words:
            faults.append(f"{name}:1: words are in nl.po and en.po, not in {path.name}")
            continue
        other = path.with_name("en.po" if language == "nl" else "nl.po")
        if not other.exists():
            faults.append(f"{name}:1: {other.name} is missing beside it")
        entries, announced = read_po(name, path.read_text(), faults)
        prefixes.update(announced)
        for key, entry in entries.items():
            if key in words[language]:
                first = words[language][key]
                faults.append(f"{name}:{entry.line}: \"{key}\" stands in {first.file}:{first.line} too")
            words[language].setdefault(key, entry)
    return words, prefixes


def compare_languages(words, faults):
    for here, there in (("nl", "en"), ("en", "nl")):
        for key, entry in words[here].items():
            twin = words[there].get(key)
            place = f"{entry.file}:{entry.line}"
            if twin is None:
                faults.append(f"{place}: \"{key}\" is not in {there}.po")
            elif here == "nl":
                if entry.places() != twin.places():
                    differ = " ".join(sorted("{" + name + "}" for name in entry.places() ^ twin.places()))
                    faults.append(f"{place}: \"{key}\": {differ} in one language only ({twin.file}:{twin.line})")
                if ("msgid_plural" in entry.texts) != ("msgid_plural" in twin.texts):
                    faults.append(f"{place}: \"{key}\" counts in one language only ({twin.file}:{twin.line})")


def check_calls(name, text, words, prefixes, faults):
    known = words["nl"].keys() | words["en"].keys()
    for found in TITLE.finditer(text):
        if found["key"] not in known:
            faults.append(f"{name}:{tree.line_of(text, found.start())}: no word \"{found['key']}\"")
    for found in CALL.finditer(text):
        arguments = arguments_of(text, found.end())
        place = f"{name}:{tree.line_of(text, found.start())}"
        asked = [content for _, content in tree.literals(arguments[0])]
        joined = "+" in tree.TOKEN.sub("", arguments[0])
        for key in asked:
            if joined:
                if key.endswith(".") and not any(key.startswith(prefix) for prefix in prefixes):
                    faults.append(f"{place}: keys below \"{key}\" are made at run time: "
                                  f"say \"# dynamic: {key}\" in the PO file that has them")
            elif KEY.fullmatch(key) and key not in known:
                faults.append(f"{place}: no word \"{key}\"")
        if len(asked) == 1 and not joined and asked[0] in known and arguments[0].strip().startswith('"'):
            entry = words["nl"].get(asked[0]) or words["en"][asked[0]]
            counts = "msgid_plural" in entry.texts
            if bool(found["count"]) != counts:
                faults.append(f"{place}: \"{asked[0]}\" {'counts: use t.count' if counts else 'has no plural'}")
            filled = arguments[2 if found["count"] else 1:]
            if filled and filled[0].strip().startswith("{"):
                open_places = entry.places() - set(GIVEN.findall(filled[0])) - ({"n"} if counts else set())
                for place_name in sorted(open_places):
                    faults.append(f"{place}: \"{asked[0]}\" has {{{place_name}}}, which this call does not fill in")


def find_unused(root, words, prefixes, faults):
    written = set()
    for path in tree.files(root, ".cpp", ".hpp", ".ts", ".mjs"):
        name = path.relative_to(root).as_posix()
        if name.startswith(("src/", "web/src/")) and not path.stem.endswith("_test"):
            written.update(content for _, content in tree.literals(path.read_text()))
            written.update(re.findall(r"'([a-z0-9_.-]+)'", path.read_text()))
    endings = {text for text in written if re.fullmatch(r"\.[a-z0-9_]+", text)}  # t(key + ".text")
    for key, entry in words["nl"].items():
        if any(key.endswith(ending) and key.removesuffix(ending) in written for ending in endings):
            continue
        if key not in written and not entry.dynamic and not any(key.startswith(prefix) for prefix in prefixes):
            faults.append(f"{entry.file}:{entry.line}: nobody uses \"{key}\"")
    for prefix, place in prefixes.items():
        if not any(key.startswith(prefix) for key in words["nl"]):
            faults.append(f"{place}: no key begins with \"{prefix}\"")


def main():
    root = tree.root_argument()
    faults = []
    words, prefixes = read_all_words(root, faults)
    compare_languages(words, faults)
    for path in tree.files(root, ".cpp", ".hpp"):
        name = path.relative_to(root).as_posix()
        # The words module's own tests speak of words that only they have.
        if name.startswith("src/") and not path.stem.endswith("_test"):
            check_calls(name, tree.without_comments(path.read_text()), words, prefixes, faults)
    find_unused(root, words, prefixes, faults)
    return tree.conclude(sorted(set(faults)), f"words: {len(words['nl'])} keys in two languages")


if __name__ == "__main__":
    sys.exit(main())
