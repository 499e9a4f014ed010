// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/backup.hpp"

#include "platform/backup/last.hpp"
#include "platform/file/file.hpp"
#include "platform/store/store.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <set>

namespace wf::backup {
namespace {

std::vector<store::Migration> const steps{{"0001_thing", "CREATE TABLE thing (name TEXT NOT NULL) {strict};"},
                                          {"0002_person", "CREATE TABLE person (name TEXT NOT NULL) {strict};"}};
std::vector<std::string> const known{"0001_thing", "0002_person"};
Keys const phrase{"een zin van vier woorden", ""};

struct Place : store::TestFolder {
    std::unique_ptr<store::Store> store{store::Store::open(url("a.db")).value()};

    explicit Place(int things = 3)
    {
        REQUIRE(store->migrate(steps));
        REQUIRE(store->write([&](store::Session& session) -> Result<void> {
            for (int at = 0; at < things; ++at)
                session.exec("INSERT INTO thing (name) VALUES ($1)", {"thing number " + std::to_string(at)});
            return {};
        }));
    }
    void add_person() const
    {
        REQUIRE(store->write([](store::Session& session) -> Result<void> {
            session.exec("INSERT INTO person (name) VALUES ('Verzonnen')");
            return {};
        }));
    }
    [[nodiscard]] Order order(Keys const& keys) const
    {
        return {file("a.db"), file("a.db.key"), file("b"), keys, Open::never, {"person", "absent"}, "0.1.0"};
    }
    /// Names in the folder, but for those of the database itself.
    [[nodiscard]] std::set<std::string> others() const
    {
        std::set<std::string> names;
        auto const all = file::list(path).value();
        for (auto const& name : all) {
            if (!name.starts_with("a.db")) names.insert(name);
        }
        return names;
    }
};

std::vector<std::string> things(std::string const& path)
{
    std::vector<std::string> names;
    store::Store::open("sqlite:" + path).value()->read([&](store::Session& session) {
        session.query("SELECT name FROM thing ORDER BY name", {},
                      [&](store::Row const& row) { names.push_back(row.string(0)); });
    });
    return names;
}

} // namespace

TEST_CASE("a database comes back whole, with the installation's key, for its owner alone")
{
    Place const place;
    REQUIRE(file::save(place.file("a.db.key"), std::string(64, 'a') + '\n'));
    auto const made = make(place.order(phrase));
    REQUIRE_MESSAGE(made.has_value(), made.error().detail);
    CHECK(made->own_key);
    CHECK(made->bytes == static_cast<std::int64_t>(std::filesystem::file_size(place.file("b"))));
    CHECK(file::load(place.file("b"))->find("thing number") == std::string::npos);
    CHECK(file::load(place.file("b"))->find("aaaaaaaa") == std::string::npos);

    auto const checked = verify(place.file("b"), phrase);
    REQUIRE(checked);
    CHECK(checked->sha256 == made->sha256);

    auto const back = restore(place.file("b"), phrase, place.file("c.db"), known);
    REQUIRE_MESSAGE(back.has_value(), back.error().detail);
    CHECK(place.others() == std::set<std::string>{"b", "c.db", "c.db.key"});
    CHECK(file::checksum(file::load(place.file("c.db")).value()) == made->sha256);
    CHECK(file::load(place.file("c.db.key")).value() == std::string(64, 'a') + '\n');
    for (auto const* name : {"b", "c.db", "c.db.key"}) {
        struct stat facts {};
        REQUIRE(::stat(place.file(name).c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0777) == 0600);
    }
    CHECK(things(place.file("c.db")) == std::vector<std::string>{"thing number 0", "thing number 1", "thing number 2"});
}

TEST_CASE("a key file locks too, and is made when it is not there")
{
    Place const place;
    Keys const keys{"", place.file("backup.key")};
    REQUIRE(make(place.order(keys)));
    CHECK(file::exists(place.file("backup.key")));
    CHECK(restore(place.file("b"), keys, place.file("c.db"), known).has_value());
    CHECK(verify(place.file("b"), {}).error().code == "backup.no_key");
    CHECK(verify(place.file("b"), phrase).error().code == "backup.no_key");
    CHECK(verify(place.file("b"), {"", place.file("other.key")}).error().code == "file.not_found");
    CHECK(!file::exists(place.file("other.key")));
    REQUIRE(make_key({"", place.file("other.key")}, *std::make_unique<Header>()));
    CHECK(verify(place.file("b"), {"", place.file("other.key")}).error().code == "backup.wrong_key");
}

TEST_CASE("an open backup is asked for in so many words, holds no key, and no persons unless that is said too")
{
    Place const place;
    REQUIRE(file::save(place.file("a.db.key"), std::string(64, 'a')));
    auto order = place.order({});
    CHECK(make(order).error().code == "backup.not_locked");
    order.open = Open::without_persons;
    auto const made = make(order);
    REQUIRE(made);
    CHECK(!made->own_key);
    CHECK(file::load(place.file("b"))->find("aaaaaaaa") == std::string::npos);
    CHECK(restore(place.file("b"), {}, place.file("c.db"), known).has_value());
    CHECK(!file::exists(place.file("c.db.key")));

    place.add_person();
    order.to = place.file("b2");
    auto const refused = make(order);
    REQUIRE(!refused);
    CHECK(refused.error().code == "backup.holds_persons");
    CHECK(refused.error().field == "person");
    CHECK(!file::exists(place.file("b2")));
    order.open = Open::with_persons;
    CHECK(make(order).has_value());
}

TEST_CASE("another passphrase, a changed byte or a cut file leaves nothing behind")
{
    Place const place;
    REQUIRE(make(place.order(phrase)));
    auto const whole = file::load(place.file("b")).value();
    auto const fails = [&](std::string const& bytes, Keys const& keys) {
        REQUIRE(file::save(place.file("b"), bytes));
        auto const back = restore(place.file("b"), keys, place.file("c.db"), known);
        REQUIRE(!back);
        CHECK(back.error().field.find(place.file("b")) != std::string::npos);
        CHECK(place.others() == std::set<std::string>{"b"});
        return back.error().code;
    };
    CHECK(fails(whole, {"een andere zin van woorden", ""}) == "backup.wrong_key");
    CHECK(fails(whole, {}) == "backup.no_key");
    CHECK(fails(whole.substr(0, whole.size() - 1), phrase) == "backup.cut_off");
    CHECK(fails(whole.substr(0, whole.size() / 2), phrase) == "backup.cut_off");
    CHECK(fails(whole + "x", phrase) == "backup.too_long");
    CHECK(fails("a letter", phrase) == "backup.not_a_backup");
    CHECK(fails("", phrase) == "backup.not_a_backup");
    for (std::size_t const at : {std::size_t{20}, whole.size() / 2, whole.size() - 20}) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        CHECK(fails(flipped, phrase) == "backup.changed");
    }
    CHECK(verify(place.file("nothing"), phrase).error().code == "file.not_found");
}

TEST_CASE("nothing that stands at a place is written over, and a backup keeps its name to itself")
{
    Place const place;
    REQUIRE(make(place.order(phrase)));
    CHECK(make(place.order(phrase)).error().code == "file.exists");
    for (auto const* ending : {"", "-wal", "-shm", "-journal", ".key"}) {
        REQUIRE(file::save(place.file("c.db") + ending, "mine"));
        auto const back = restore(place.file("b"), phrase, place.file("c.db"), known);
        REQUIRE(!back);
        CHECK(back.error().code == "backup.place_taken");
        CHECK(file::load(place.file("c.db") + ending).value() == "mine");
        std::filesystem::remove(place.file("c.db") + ending);
    }
}

TEST_CASE("a backup of a newer program, or of a damaged database, is refused with what to do")
{
    Place place{500};
    REQUIRE(make(place.order(phrase)));
    auto const newer = restore(place.file("b"), phrase, place.file("c.db"), {"0001_thing"});
    REQUIRE(!newer);
    CHECK(newer.error().code == "backup.newer_program");
    CHECK(newer.error().field.ends_with(": 0002_person"));
    CHECK(place.others() == std::set<std::string>{"b"});

    place.store.reset(); // closed: all stands in the file, nothing in the log
    auto bytes = file::load(place.file("a.db")).value();
    bytes.replace(bytes.size() - 4096, 100, 100, '\x55');
    REQUIRE(file::save(place.file("d.db"), bytes));
    auto order = place.order(phrase);
    order.database = place.file("d.db");
    order.to = place.file("b2");
    REQUIRE(make(order));
    auto const broken = restore(place.file("b2"), phrase, place.file("c.db"), known);
    REQUIRE(!broken);
    CHECK(broken.error().code == "backup.not_sound");
    CHECK(!file::exists(place.file("c.db")));
    CHECK(!file::exists(place.file("c.db.part")));
}

TEST_CASE("a passphrase that is soon guessed is refused, and so is a database that is not there")
{
    Place const place;
    CHECK(make(place.order({"kort", ""})).error().code == "backup.short_passphrase");
    auto order = place.order(phrase);
    order.database = place.file("no.db");
    CHECK(make(order).error().code == "store.no_file");
    CHECK(place.others().empty());
}

TEST_CASE("the last backup is told beside the database")
{
    Place const place;
    CHECK(!read_last(place.file("a.db")));
    auto const made = make(place.order(phrase));
    REQUIRE(made);
    auto const last = read_last(place.file("a.db"));
    REQUIRE(last);
    CHECK(last->file == place.file("b"));
    CHECK(last->bytes == made->bytes);
    CHECK(last->sha256 == made->sha256);
    CHECK(last->made_millis > 0);
    for (auto const* text : {"", "{}", "[1]", R"({"made_millis":-4})", R"({"made_millis":"x"})"}) {
        REQUIRE(file::save(place.file("a.db.last_backup"), text));
        CHECK(!read_last(place.file("a.db")));
    }
}

} // namespace wf::backup
