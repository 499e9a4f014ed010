# SPDX-License-Identifier: EUPL-1.2
"""The rule about words is proved by breaking it: what a page would show wrongly is found with its file and line."""
from tiny import SPDX, Checks, ask

checks = Checks()
NL = """# SPDX-License-Identifier: EUPL-1.2
# dynamic: error.
msgid ""
msgstr "Language: nl\\n"

msgid "x.title"
msgstr "Bereik"

msgid "x.lead"
msgstr "In {area} "
"woont niemand"

msgid "x.people"
msgid_plural "x.people"
msgstr[0] "{n} inwoner"
msgstr[1] "{n} inwoners"

msgid "error.not_there"
msgstr "Dat is er niet"
"""
EN = NL.replace("nl\\n", "en\\n").replace("Bereik", "Reach").replace("woont niemand", "nobody lives").replace("inwoner", "person")
PAGE = SPDX + """void page()
{
    out(visit.t("x.title"));
    out(t("x.lead", {{"area", name(a, "b")}}));
    out(t.count("x.people", 3));
    out(t("error." + code));
    // t("x.comment") is no call
}
"""
CLEAN = {"src/feature/x/words/nl.po": NL, "src/feature/x/words/en.po": EN, "src/feature/x/pages.cpp": PAGE}


def expect(claim, changes, *wanted):
    status, said = ask("lint_words", changes, CLEAN)
    checks.check(status == 1 and all(words in said for words in wanted), f"{claim}: {' and '.join(wanted)}", said)


status, said = ask("lint_words", {}, CLEAN)
checks.check(status == 0 and "4 keys in two languages" in said, "the clean tree passes", said)


def change(name, before, after):
    return {f"src/feature/x/{name}": lambda text: text.replace(before, after)}


expect("a key that is nowhere", change("pages.cpp", '"x.title"', '"x.titel"'), 'pages.cpp:4: no word "x.titel"',
       'nl.po:6: nobody uses "x.title"')
expect("both sides of a choice", change("pages.cpp", 't("x.title")', 't(good ? "x.title" : "x.bad")'), 'pages.cpp:4: no word "x.bad"')
expect("a title_key", change("pages.cpp", "{\n", '{\n    panel.title_key = "x.panel";\n'), 'pages.cpp:4: no word "x.panel"')
expect("a key in one language", change("words/en.po", 'msgid "x.title"\nmsgstr "Reach"\n', ""), 'words/nl.po:6: "x.title" is not in en.po')
expect("a missing language", {"src/feature/x/words/en.po": None}, "words/nl.po:1: en.po is missing beside it")
expect("a placeholder in one language", change("words/en.po", "{area}", "{place}"), 'words/nl.po:9: "x.lead": {area} {place} in one language only')
expect("a placeholder that is not filled in", change("pages.cpp", '{"area",', '{"place",'), 'pages.cpp:5: "x.lead" has {area}')
expect("a count without a plural", change("pages.cpp", 't("x.title")', 't.count("x.title", 2)'), 'pages.cpp:4: "x.title" has no plural')
expect("a plural that is not counted", change("pages.cpp", 't.count("x.people", 3)', 't("x.people")'), 'pages.cpp:6: "x.people" counts')
expect("an empty word", change("words/nl.po", "Bereik", ""), 'words/nl.po:6: "x.title" is empty')
expect("a key twice", change("words/nl.po", "x.lead", "x.title"), 'words/nl.po:9: "x.title" is there already, on line 6')
expect("a line that is no PO", change("words/nl.po", 'msgstr "Bereik"', "msgstr Bereik"), "words/nl.po:7: not a line of a PO file")
expect("an unannounced prefix", change("pages.cpp", '"error."', '"trouble."'), 'pages.cpp:7: keys below "trouble." are made at run time')
expect("a prefix without keys", change("words/nl.po", "dynamic: error.", "dynamic: fout."), 'no key begins with "fout."')
expect("the same key in two modules", {"src/feature/y/words/nl.po": NL, "src/feature/y/words/en.po": EN}, "stands in src/feature/x/words/nl.po:6 too")
status, said = ask("lint_words", {name: (lambda text: text + '\n#. dynamic\nmsgid "x.one"\nmsgstr "a"\n')
                                  for name in CLEAN if name.endswith(".po")}, CLEAN)
checks.check(status == 0, "an entry marked dynamic may be unused", said)
status, said = ask("lint_words", {
    "src/feature/x/pages.cpp": lambda text: text + 'void more(std::string key) { out(t("x.title" + std::string{".text"})); }\n',
    **{name: (lambda text: text + '\nmsgid "x.title.text"\nmsgstr "a"\n') for name in CLEAN if name.endswith(".po")}}, CLEAN)
checks.check(status == 0, "an ending added to a key that is used", said)
checks.finish()
