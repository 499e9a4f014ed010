# SPDX-License-Identifier: EUPL-1.2
"""Each rule about layers is proved by breaking it: the clean tree passes, and every planted fault is found with its file
and line."""
from tiny import SPDX, Checks, ask, header, source

checks = Checks()


def expect(tool, claim, changes, *wanted, graph=None):
    status, said = ask(tool, changes, graph=graph)
    checks.check(status == 1 and all(words in said for words in wanted), f"{claim}: {' and '.join(wanted)}", said)


for tool in ("lint_layers", "lint_length", "lint_spdx", "lint_open_ends", "check_headers", "lint_reaches"):
    status, said = ask(tool, {})
    checks.check(status == 0, f"{tool}: the clean tree passes", said)

LAYERS = "lint_layers"
expect(LAYERS, "two kernels that need each other are a circle",
       {"src/kernel/walk/CMakeLists.txt": "wf_module(DEPS base kernel/talk)\n",
        "src/kernel/walk/walk.cpp": source("", "kernel/walk/walk.hpp", "kernel/talk/talk.hpp")},
       "src/kernel/talk/CMakeLists.txt:1: circle: kernel/talk -> kernel/walk -> kernel/talk")
expect(LAYERS, "the other direction alone, without naming it, is found too",
       {"src/kernel/walk/walk.cpp": source("", "kernel/walk/walk.hpp", "kernel/talk/talk.hpp")},
       "src/kernel/walk/walk.cpp:3: kernel/walk includes kernel/talk/talk.hpp; name kernel/talk in its DEPS")
expect(LAYERS, "a circle of three is found",
       {"src/kernel/walk/CMakeLists.txt": "wf_module(DEPS base kernel/look)\n",
        "src/kernel/look/CMakeLists.txt": "wf_module(DEPS kernel/talk)\n"},
       "circle: kernel/look -> kernel/talk -> kernel/walk -> kernel/look")
expect(LAYERS, "a circle that only CMake sees is found",
       {}, "circle: kernel/talk -> kernel/walk -> kernel/talk", graph="kernel/walk: base kernel/talk\n")
expect(LAYERS, "a feature never includes a feature",
       {"src/feature/reach/feature.hpp": header("", "feature/register/feature.hpp")},
       "src/feature/reach/feature.hpp:4: feature/reach includes feature/register/feature.hpp", "a feature never includes a feature")
expect(LAYERS, "a feature never depends on a feature, on whatever line it says so",
       {"src/feature/reach/CMakeLists.txt": "wf_module(\n  DEPS base\n       feature/register\n       kernel/walk)\n"},
       "src/feature/reach/CMakeLists.txt:3: feature/reach may not depend on feature/register")
expect(LAYERS, "a kernel opens no file",
       {"src/kernel/walk/walk.cpp": SPDX + '#include "kernel/walk/walk.hpp"\n\n#include <fstream>\n'},
       "src/kernel/walk/walk.cpp:4: kernel reaches for nothing outside its arguments: #include <fstream>")
for number, impure in enumerate(("auto t = std::chrono::steady_clock::now();", "auto d = std::random_device{}();",
                                 "char* home = std::getenv(\"HOME\");", "auto t = time(nullptr);", "int r = rand();")):
    expect(LAYERS, f"a kernel has no clock, chance or environment ({impure})",
           {"src/kernel/walk/walk.cpp": source("\n" * number + impure)},
           f"src/kernel/walk/walk.cpp:{3 + number}: kernel reaches for nothing")
expect(LAYERS, "threads are for base/parallel alone",
       {"src/base/parallel.cpp": source("") + "#include <thread>\n", "src/base/length.cpp": SPDX + "#include <thread>\n"},
       "src/base/length.cpp:2: base reaches for nothing outside its arguments: #include <thread>")
status, said = ask(LAYERS, {"src/base/parallel.cpp": SPDX + "#include <thread>\n"})
checks.check(status == 0, "base/parallel may have threads", said)
status, said = ask(LAYERS, {"src/kernel/walk/walk_bench.cpp": SPDX + "#include <chrono>\nauto t = std::chrono::steady_clock::now();\n"})
checks.check(status == 0, "a benchmark may look at the clock", said)
expect(LAYERS, "the platform includes no kernel",
       {"src/platform/store/store.cpp": source("", "kernel/walk/walk.hpp")},
       "src/platform/store/store.cpp:2: platform/store includes kernel/walk/walk.hpp: platform looks down only (base, platform)")
expect(LAYERS, "an importer includes no feature",
       {"src/import/cbs/read.hpp": header("", "feature/reach/feature.hpp")},
       "src/import/cbs/read.hpp:4: import/cbs includes feature/reach/feature.hpp: import looks down only")
expect(LAYERS, "an importer includes no importer",
       {"src/import/osm/CMakeLists.txt": "wf_module(DEPS import/cbs)\n"}, "src/import/osm/CMakeLists.txt:1:", "an importer never includes an importer")
expect(LAYERS, "nobody includes app",
       {"src/feature/reach/feature.hpp": header("", "app/features.hpp")},
       "src/feature/reach/feature.hpp:4: feature/reach includes app/features.hpp; nobody includes app")
expect(LAYERS, "a way around by dots is no way",
       {"src/feature/reach/feature.hpp": header("", "../register/feature.hpp")},
       "src/feature/reach/feature.hpp:4: name it by its path below src/")
expect(LAYERS, "a module that is not there is said so",
       {"src/feature/reach/CMakeLists.txt": "wf_module(DEPS base\n kernel/wlak)\n"},
       "src/feature/reach/CMakeLists.txt:2: feature/reach names kernel/wlak, which is no module")
expect(LAYERS, "SQL stands in store.cpp",
       {"src/feature/reach/pages.cpp": source("auto a = 1;\nauto b = \"SELECT name FROM place\";")},
       "src/feature/reach/pages.cpp:4: SQL stands in store.cpp or schema.sql only: \"SELECT name FROM place\"")
for statement in ("INSERT INTO place VALUES ($1)", "UPDATE place SET name = $1", "DELETE FROM place", "delete from place where id = $1"):
    expect(LAYERS, f"SQL stands in store.cpp ({statement})",
           {"src/commons/areas/areas.cpp": source(f'auto sql = R"({statement})";')}, "src/commons/areas/areas.cpp:3: SQL")
status, said = ask(LAYERS, {"src/feature/reach/pages.cpp": source('auto words = "Select a place from the list, or update it";'),
                            "src/feature/reach/pages_test.cpp": source('auto sql = "SELECT 1";')})
checks.check(status == 0, "plain words are no SQL, and a test may look into the store", said)
expect(LAYERS, "the platform does not know what a neighbourhood is",
       {"src/platform/store/store.cpp": source("struct Neighbourhood {};")},
       "src/platform/store/store.cpp:3: the platform does not know what \"Neighbourhood\" is")
expect(LAYERS, "a heavy header stays out of ours",
       {"src/platform/store/store.hpp": header("") + "#include <nlohmann/json.hpp>\n"},
       "src/platform/store/store.hpp:6: a heavy header belongs in one .cpp")

expect("lint_length", "a file of 1,001 lines is too long", {"src/kernel/walk/walk.cpp": SPDX + "\n" * 1000},
       "src/kernel/walk/walk.cpp:1001: 1001 lines, the limit is 1000")
status, said = ask("lint_length", {"src/kernel/walk/walk.cpp": SPDX + "\n" * 999})
checks.check(status == 0, "a file of 1,000 lines is not too long", said)
expect("lint_spdx", "a file names its licence", {"src/base/length.cpp": "int x;\n"}, "src/base/length.cpp:1:")
expect("lint_open_ends", "no test is skipped",
       {"src/base/length_test.cpp": source('\nTEST_CASE("x" * doctest::' + "skip()) {}")}, "src/base/length_test.cpp:4: a test that does not run")
expect("lint_open_ends", "nothing is left for later", {"src/base/length.hpp": header("// TO" + "DO more")}, "src/base/length.hpp:5:")
expect("check_headers", "a header that leaves out what it needs does not compile alone",
       {"src/kernel/walk/walk.hpp": header("namespace wf { std::string name(Length way); }", "base/length.hpp")},
       "src/kernel/walk/walk.hpp:6:", "does not compile alone")
expect("check_headers", "a header that cannot be included twice is found",
       {"src/base/length.hpp": SPDX + "namespace wf { struct Length { int metres{0}; }; }\n"},
       "src/base/length.hpp:2:", "src/base/length.hpp does not compile alone")
expect("lint_private", "no path of a machine", {"docs/x.md": "see\n/ho" + "me/jan/weefsel\n"}, "docs/x.md:2: a path of somebody's machine")
expect("lint_private", "no mirror in the lock",
       {"web/package-lock.json": '{\n"resolved": "https://npm.example.org/x.tgz"\n}\n'},
       "web/package-lock.json:2: not the public registry: npm.example.org")
expect("lint_links", "a link leads somewhere", {"docs/x.md": "\n[there](y.md)\n"}, "docs/x.md:2: leads nowhere: y.md")
expect("lint_syntax", "JSON can be read", {"data/x.json": "{\n,}"}, "data/x.json:2:")
expect("lint_publiccode", "publiccode.yml is complete", {"publiccode.yml": "name: x\nlegal:\n  license: MIT\n"},
       "does not say softwareType", "publiccode.yml:3: legal.license is MIT")

REACHES = "lint_reaches"
expect(REACHES, "nobody else asks a server", {"src/feature/reach/pages.cpp": source("#include <curl/curl.h>")},
       "src/feature/reach/pages.cpp:3: feature/reach reaches the network; that is for platform/mail and platform/oidc")
for name in ("sys/socket.h", "netinet/in.h", "boost/asio/ip/tcp.hpp"):
    expect(REACHES, f"nobody else opens a socket ({name})", {"src/platform/mail/smtp.cpp": source(f"#include <{name}>")},
           "src/platform/mail/smtp.cpp:3: platform/mail reaches the network; that is for platform/http")
for call in ("std::system(name)", "::popen(name, mode)", "execvp(name, all)", "fork()"):
    expect(REACHES, f"no other program is started ({call})", {"src/commons/areas/areas.cpp": source(f"auto x = {call};")},
           "src/commons/areas/areas.cpp:3: commons/areas starts another program")
expect(REACHES, "no plug-ins", {"src/base/length.cpp": source("auto x = dlopen(name, 1);")}, "src/base/length.cpp:3: base loads code")
for text in ("eval(words);", "new Function(words);", "await import(name);", "fetch('https://elsewhere.example');"):
    expect(REACHES, f"a page runs its own script alone ({text})", {"web/src/x.ts": f"\n{text}\n"},
           "web/src/x.ts:2: a page loads code or names another site")
status, said = ask(REACHES, {"src/platform/mail/smtp.cpp": source("#include <curl/curl.h>"),
                             "src/platform/http/server.cpp": source("#include <boost/asio/ip/tcp.hpp>"),
                             "src/platform/mail/smtp_test.cpp": source("#include <sys/socket.h>\nauto x = ::system(name);"),
                             "src/base/length.cpp": source('auto x = run.system(1); auto y = "system(1)"; // fork()')})
checks.check(status == 0, "who may reach the network does, and a test may play a server", said)

ASVS = "lint_asvs"
PAGE = "docs/reference/asvs.md"
PROOF = {"src/base/length_test.cpp": source('TEST_CASE("a length is one") {}')}


def row(item="1.1.1", verdict="met", why='`src/base/length_test.cpp`: "a length is one"', level="1"):
    return {PAGE: f"# Items\n| {item} | {level} | what | {verdict} | {why} |\n", **PROOF}


status, said = ask(ASVS, row())
checks.check(status == 0 and "1 items: 1 met" in said, "an item with a test that is there", said)
expect(ASVS, "a test that is not there", row(why='`src/base/length_test.cpp`: "a length is two"'),
       f"{PAGE}:2: 1.1.1 names a test that is not in src/base/length_test.cpp: a length is two")
expect(ASVS, "a file that is not there", row(why='`src/base/width_test.cpp`: "a length is one"'),
       f"{PAGE}:2: 1.1.1 names a file that is not there: src/base/width_test.cpp")
expect(ASVS, "met without a test", row(why="it is so"), f"{PAGE}:2: 1.1.1 is met, and names no test")
expect(ASVS, "no verdict", row(verdict=""), f"{PAGE}:2: 1.1.1 has no verdict")
expect(ASVS, "a verdict of its own", row(verdict="nearly"), f"{PAGE}:2: 1.1.1 has no verdict")
expect(ASVS, "not met without why", row(verdict="not met", why=""), f"{PAGE}:2: 1.1.1 does not say why")
expect(ASVS, "no level", row(level=""), f"{PAGE}:2: 1.1.1 has no level")
expect(ASVS, "no items", {PAGE: "# Items\n"}, f"{PAGE}:1: there is no item in it")
expect(ASVS, "an item twice", {PAGE: row()[PAGE] + row()[PAGE].split("\n", 1)[1], **PROOF}, f"{PAGE}:3: 1.1.1 stands here twice")

checks.finish()
