// SPDX-License-Identifier: EUPL-1.2
#include "app/cli.hpp"
#include "app/installation.hpp"
#include "app/keys.hpp"
#include "platform/file/file.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>

using namespace wf;

namespace {

struct Said {
    int status;
    std::string out;
    std::string err;
};

Said run(std::vector<std::string> const& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    auto const status = app::run_command_line(arguments, out, err);
    return {status, out.str(), err.str()};
}

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// WEEFSEL_BACKUP_PASSPHRASE for the length of a test.
struct Passphrase {
    explicit Passphrase(char const* words) { ::setenv("WEEFSEL_BACKUP_PASSPHRASE", words, 1); }
    ~Passphrase() { ::unsetenv("WEEFSEL_BACKUP_PASSPHRASE"); }
};

std::string make_store(store::TestFolder const& folder)
{
    auto const path = folder.file("w.db");
    auto const imported = run({"import", "cbs", "data/kampen/wijk_2015.geojson", "--year", "2015", "--store", path});
    REQUIRE_MESSAGE(imported.status == 0, imported.err);
    return path;
}

} // namespace

TEST_CASE("a store goes into a backup and comes back by command")
{
    store::TestFolder const folder;
    auto const path = make_store(folder);
    Passphrase const phrase{"een zin van vier woorden"};
    auto const made = run({"backup", folder.file("b"), "--store", path});
    CHECK_MESSAGE(made.status == 0, made.err);
    CHECK(has(made.out, "encrypted with a passphrase"));
    CHECK(has(run({"backup", "verify", folder.file("b")}).out, "whole and unchanged"));
    auto const back = run({"restore", folder.file("b"), "--to", folder.file("back.db")});
    CHECK_MESSAGE(back.status == 0, back.err);
    CHECK(has(run({"datasets", "list", "--store", folder.file("back.db")}).out, "8 kept"));
    CHECK(run({"restore", folder.file("b"), "--to", folder.file("back.db")}).status == 5);
}

TEST_CASE("a backup without a lock says what to do, and a wrong use is one line")
{
    store::TestFolder const folder;
    auto const path = make_store(folder);
    auto const refused = run({"backup", folder.file("b"), "--store", path});
    CHECK(refused.status == 3);
    CHECK(has(refused.err, "WEEFSEL_BACKUP_PASSPHRASE"));
    CHECK(has(refused.err, "[backup.not_locked]"));
    auto const open = run({"backup", folder.file("b"), "--unencrypted", "--store", path});
    CHECK(open.status == 0);
    CHECK(has(open.out, "NOT encrypted"));
    auto const locked = run({"backup", folder.file("k"), "--key-file", folder.file("backup.key"), "--store", path});
    CHECK(locked.status == 0);
    CHECK(has(locked.out, "keep a copy"));
    CHECK(run({"backup", "verify", folder.file("k"), "--key-file", folder.file("backup.key")}).status == 0);
    CHECK(run({"backup", "verify", folder.file("k")}).status == 2);
    CHECK(run({"backup", "--store", path}).status == 2);
    CHECK(run({"restore", folder.file("b")}).status == 2);
    auto const absent = run({"backup", folder.file("c"), "--unencrypted", "--store", folder.file("no.db")});
    CHECK(absent.status == 4);
    CHECK(!file::exists(folder.file("no.db")));
}

TEST_CASE("the key of the installation stands beside its database unless a setting says otherwise")
{
    auto const settings = [](std::vector<settings::Definition> const& definitions) {
        return settings::Settings::load(definitions, "", {}).value();
    };
    settings::Definition const url{"store.url", settings::Kind::text, "sqlite:var/w.db", "x", "x"};
    settings::Definition const key{"secret.key_file", settings::Kind::path, "elsewhere.key", "x", "x"};
    settings::Definition const beside{"secret.key_file", settings::Kind::path, "", "x", "x"};
    CHECK(app::key_file_of(settings({url, beside})) == "var/w.db.key");
    CHECK(app::key_file_of(settings({url, key})) == "elsewhere.key");
    CHECK(app::database_path(settings({url})).value() == "var/w.db");
    settings::Definition const memory{"store.url", settings::Kind::text, "sqlite::memory:", "x", "x"};
    CHECK(app::database_path(settings({memory})).error().code == "store.no_file");
}
