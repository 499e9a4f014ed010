// SPDX-License-Identifier: EUPL-1.2
// What a feature sees of the store: values, transactions, migrations. On a file and in memory, which must not differ.
#include "platform/store/store.hpp"
#include "platform/store/store_test_folder.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

using namespace wf::store;
using wf::Error;
using wf::Result;
using wf::Trouble;

namespace {

using Opened = std::unique_ptr<Store>;

/// Runs `check` on a new store of each sort.
template <class F>
void on_both(F const& check)
{
    SUBCASE("in memory")
    {
        auto store = Store::open("sqlite::memory:").value();
        check(*store);
    }
    SUBCASE("in a file")
    {
        TestFolder const folder;
        auto store = Store::open(folder.url("a.db")).value();
        check(*store);
    }
}

void make_table(Store& store)
{
    REQUIRE(store.write([](Session& s) -> Result<void> {
        s.script("create table t (id {int} primary key, a {int}, x {real}, name text) {strict};");
        return {};
    }));
}

std::int64_t count(Store& store)
{
    return store.read([](Session& s) {
        std::int64_t n = -1;
        s.query("select count(*) from t", {}, [&](Row const& row) { n = row.integer(0); });
        return n;
    });
}

} // namespace

TEST_CASE("parameters go by number, whatever their order and however often")
{
    on_both([](Store& store) {
        std::string seen;
        store.read([&](Session& s) {
            s.query("select $2, $1, $2 || $1 || $3, $11, $4 + $5 + $6 + $7 + $8 + $9 + $10",
                    {"one", "two", "three", 4, 5, 6, 7, 8, 9, 10, "eleven"}, [&](Row const& row) {
                        for (int i = 0; i < 5; ++i) seen += row.string(i) + ",";
                    });
        });
        CHECK(seen == "two,one,twoonethree,eleven,49,");
    });
}

TEST_CASE("a wrong number or sort of parameter is a bug, not an empty answer")
{
    auto store = Store::open("sqlite::memory:").value();
    auto const ask = [&](std::string_view sql, std::initializer_list<Value> parameters) {
        store->read([&](Session& s) { s.query(sql, parameters, [](Row const&) {}); });
    };
    CHECK_NOTHROW(ask("select $1, $2", {1, 2}));
    CHECK_THROWS_AS(ask("select $1, $2", {1}), wf::Bug);
    CHECK_THROWS_AS(ask("select $1", {1, 2}), wf::Bug);
    CHECK_THROWS_AS(ask("select $1, $3", {1, 2}), wf::Bug);
    CHECK_THROWS_AS(ask("select ?", {1}), wf::Bug);
    CHECK_THROWS_AS(ask("select :a", {1}), wf::Bug);
    CHECK_THROWS_AS(ask("select $1::text", {1}), wf::Bug);
    CHECK_THROWS_AS(ask("select $1", {std::nan("")}), wf::Bug);
    CHECK_THROWS_AS(ask("select 1; select 2", {}), wf::Bug);
    CHECK_THROWS_AS(ask("  ", {}), wf::Bug);
    CHECK_NOTHROW(ask("select 1 ;\n", {}));
}

TEST_CASE("every type comes back as it went in")
{
    on_both([](Store& store) {
        make_table(store);
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        std::string const with_nul{"a\0b\0", 4};
        REQUIRE(store.write([&](Session& s) -> Result<void> {
            constexpr auto insert = "insert into t (id, a, x, name) values ($1, $2, $3, $4)";
            CHECK(s.exec(insert, {1, least, 1e308, ""}) == 1);
            CHECK(s.exec(insert, {2, most, -5e-324, with_nul}) == 1);
            CHECK(s.exec(insert, {3, nullptr, nullptr, nullptr}) == 1);
            CHECK(s.exec(insert, {4, std::optional<int>{}, std::nullopt, std::optional<std::string>{}}) == 1);
            CHECK(s.exec(insert, {5, std::optional<int>{7}, 0.1, std::optional<std::string>{"Kampen ë 🏠"}}) == 1);
            CHECK(s.exec(insert, {6, true, std::numeric_limits<double>::infinity(), std::string_view{}}) == 1);
            return {};
        }));
        int rows = 0;
        store.read([&](Session& s) {
            s.query("select id, a, x, name from t order by id", {}, [&](Row const& row) {
                ++rows;
                switch (row.integer(0)) {
                case 1:
                    CHECK(row.integer(1) == least);
                    CHECK(row.real(2) == 1e308);
                    CHECK(!row.is_null(3));
                    CHECK(row.text(3).empty());
                    break;
                case 2:
                    CHECK(row.maybe_integer(1) == most);
                    CHECK(row.maybe_real(2) == -5e-324);
                    CHECK(row.text(3) == with_nul);
                    break;
                case 3:
                case 4:
                    CHECK(row.is_null(1));
                    CHECK(!row.maybe_integer(1).has_value());
                    CHECK(!row.maybe_real(2).has_value());
                    CHECK(row.integer(1) == 0);
                    CHECK(row.real(2) == 0.0);
                    CHECK(row.is_null(3));
                    CHECK(row.text(3).empty());
                    break;
                case 5:
                    CHECK(row.integer(1) == 7);
                    CHECK(row.real(2) == 0.1);
                    CHECK(row.string(3) == "Kampen ë 🏠");
                    break;
                default:
                    CHECK(row.integer(1) == 1);
                    CHECK(std::isinf(row.real(2)));
                    CHECK(!row.is_null(3));
                }
                CHECK_THROWS_AS((void)row.text(4), wf::Bug);
                CHECK_THROWS_AS((void)row.integer(-1), wf::Bug);
            });
        });
        CHECK(rows == 6);
    });
}

TEST_CASE("bytes come back as they went in, also zeros and what is no text")
{
    on_both([](Store& store) {
        std::string const odd{"\0\xff\xfe a\0", 6};
        REQUIRE(store.write([&](Session& s) -> Result<void> {
            s.script("create table b (id {int} primary key, held {bytes}) {strict};");
            s.exec("insert into b (id, held) values ($1, $2)", {1, Bytes{odd}});
            s.exec("insert into b (id, held) values ($1, $2)", {2, Bytes{std::string_view{}}});
            s.exec("insert into b (id, held) values ($1, $2)", {3, nullptr});
            return {};
        }));
        int rows = 0;
        store.read([&](Session& s) {
            s.query("select id, held from b order by id", {}, [&](Row const& row) {
                ++rows;
                CHECK(row.bytes(1) == (row.integer(0) == 1 ? std::string_view{odd} : std::string_view{}));
                CHECK(row.is_null(1) == (row.integer(0) == 3));
            });
        });
        CHECK(rows == 3);
    });
}

TEST_CASE("an Error and an exception roll back, a value commits")
{
    on_both([](Store& store) {
        make_table(store);
        auto const insert = [](Session& s, int id) { s.exec("insert into t (id) values ($1)", {id}); };
        auto const kept = store.write([&](Session& s) -> Result<std::string> {
            insert(s, 1);
            return std::string{"yes"};
        });
        CHECK(kept.value() == "yes");
        auto const refused = store.write([&](Session& s) -> Result<int> {
            insert(s, 2);
            return Error{Trouble::conflict, "test.no", "", ""};
        });
        CHECK(refused.error().code == "test.no");
        CHECK_THROWS_AS((void)store.write([&](Session& s) -> Result<void> {
            insert(s, 3);
            throw std::runtime_error{"boom"};
        }),
                        std::runtime_error);
        CHECK_THROWS_AS((void)store.write([&](Session& s) -> Result<void> {
            insert(s, 4);
            insert(s, 1);
            return {};
        }),
                        ConstraintFailure);
        CHECK(count(store) == 1);
        CHECK(store
                  .write([&](Session& s) -> Result<void> {
                      insert(s, 5);
                      return {};
                  })
                  .has_value());
        CHECK(count(store) == 2);
    });
}

TEST_CASE("exec says how many rows it changed, also after statements that change none")
{
    auto store = Store::open("sqlite::memory:").value();
    make_table(*store);
    REQUIRE(store->write([](Session& s) -> Result<void> {
        for (int id = 1; id <= 3; ++id) CHECK(s.exec("insert into t (id) values ($1)", {id}) == 1);
        CHECK(s.exec("update t set a = 1") == 3);
        CHECK(s.exec("create table u (id integer)") == 0);
        CHECK(s.exec("select 1") == 0);
        CHECK(s.exec("update t set a = 2 where id = $1", {99}) == 0);
        CHECK(s.exec("insert into t (id) values ($1) on conflict (id) do nothing", {1}) == 0);
        CHECK(s.exec("delete from t") == 3);
        return {};
    }));
}

TEST_CASE("a query inside a visitor, with the same text and with another")
{
    on_both([](Store& store) {
        std::string seen;
        store.read([&](Session& s) {
            constexpr auto numbers = "select value from json_each($1)";
            s.query(numbers, {"[1,2]"}, [&](Row const& outer) {
                s.query(numbers, {"[7,8,9]"},
                        [&](Row const& inner) { seen += outer.string(0) + inner.string(0) + " "; });
                s.query("select 'x'", {}, [&](Row const& other) { seen += other.string(0) + " "; });
            });
        });
        CHECK(seen == "17 18 19 x 27 28 29 x ");
    });
}

TEST_CASE("a visitor that throws leaves the statement clean for the next")
{
    auto store = Store::open("sqlite::memory:").value();
    constexpr auto sql = "select value from json_each($1)";
    CHECK_THROWS_AS(store->read([&](Session& s) { s.query(sql, {"[1,2,3]"}, [](Row const&) { throw 5; }); }), int);
    int sum = 0;
    store->read([&](Session& s) {
        s.query(sql, {"[1,2,3]"}, [&](Row const& row) { sum += static_cast<int>(row.integer(0)); });
    });
    CHECK(sum == 6);
}

TEST_CASE("batch writes all rows, and none when one is refused")
{
    on_both([](Store& store) {
        make_table(store);
        constexpr auto insert = "insert into t (id, name, a) values ($1, $3, $2)";
        auto const put = [&](std::initializer_list<Value> rows) {
            return store.write([&](Session& s) -> Result<void> {
                s.batch(insert, 3, {rows.begin(), rows.size()});
                return {};
            });
        };
        CHECK(put({1, 10, "een", 2, nullptr, "twee", 3, 30, nullptr}).has_value());
        CHECK(put({}).has_value());
        CHECK(count(store) == 3);
        CHECK_THROWS_AS((void)put({4, 40, "vier", 1, 10, "weer een"}), ConstraintFailure);
        CHECK_THROWS_AS((void)put({4, 40}), wf::Bug);
        CHECK(count(store) == 3);
        store.read([](Session& s) {
            s.query("select name, a from t where id = $1", {2}, [](Row const& row) {
                CHECK(row.text(0) == "twee");
                CHECK(row.is_null(1));
            });
        });
    });
}

TEST_CASE("a reading session cannot write")
{
    on_both([](Store& store) {
        make_table(store);
        CHECK_THROWS_AS(store.read([](Session& s) { s.exec("insert into t (id) values (1)"); }), wf::Bug);
        CHECK_THROWS_AS(store.read([](Session& s) { s.query("delete from t returning id", {}, [](Row const&) {}); }),
                        wf::Bug);
        CHECK_THROWS_AS(store.read([](Session& s) { s.script("create table u (id integer)"); }), wf::Bug);
        CHECK(count(store) == 0);
    });
}

TEST_CASE("a second session of the same store inside the first is a bug; of another store it is not")
{
    on_both([](Store& store) {
        make_table(store);
        auto other = Store::open("sqlite::memory:").value();
        make_table(*other);
        CHECK_THROWS_AS((void)store.write([&](Session&) -> Result<std::int64_t> { return count(store); }), wf::Bug);
        CHECK_THROWS_AS(store.read([&](Session&) { (void)count(store); }), wf::Bug);
        CHECK_THROWS_AS(store.read([&](Session&) { other->read([&](Session&) { (void)count(store); }); }), wf::Bug);
        CHECK(store.read([&](Session&) { return count(*other); }) == 0);
        CHECK(count(store) == 0);
    });
}

TEST_CASE("a statement that ends the transaction is found out")
{
    auto store = Store::open("sqlite::memory:").value();
    make_table(*store);
    CHECK_THROWS_AS((void)store->write([](Session& s) -> Result<void> { return s.exec("commit"), Result<void>{}; }),
                    wf::Bug);
    CHECK_THROWS_AS((void)store->write(
                        [](Session& s) -> Result<void> { return s.script("rollback;"), Result<void>{}; }),
                    wf::Bug);
    CHECK(count(*store) == 0);
}

TEST_CASE("foreign keys hold and double quotes are no text")
{
    auto store = Store::open("sqlite::memory:").value();
    auto const run = [&](std::string_view sql) {
        return store->write([&](Session& s) -> Result<void> { return s.script(sql), Result<void>{}; });
    };
    REQUIRE(run("create table a (id integer primary key); create table b (a integer references a (id));"));
    CHECK_THROWS_AS((void)run("insert into b values (1)"), ConstraintFailure);
    CHECK_THROWS_AS((void)run("select \"text\""), StoreFailure);
}

TEST_CASE("a failure names the statement and the reason, never the values")
{
    auto store = Store::open("sqlite::memory:").value();
    make_table(*store);
    std::string message;
    std::string const padding(200, ' ');
    try {
        (void)store->write([&](Session& s) -> Result<void> {
            s.exec("insert into t (id, a) values (1,\n$1)" + padding + "-- far away", {"Geheim"});
            return {};
        });
    } catch (StoreFailure const& failure) {
        message = failure.what();
    }
    CHECK(message.find("INTEGER column t.a") != std::string::npos);
    CHECK(message.find("insert into t (id, a) values (1, $1)") != std::string::npos);
    CHECK(message.find("Geheim") == std::string::npos);
    CHECK(message.find("far away") == std::string::npos);
    CHECK_THROWS_AS(store->read([](Session& s) { s.query("select nothing from nowhere", {}, [](Row const&) {}); }),
                    StoreFailure);
}

TEST_CASE("many different texts do not pile up or break statements in use")
{
    auto store = Store::open("sqlite::memory:").value();
    std::int64_t sum = 0;
    store->read([&](Session& s) {
        s.query("select value from json_each('[1,2,3]')", {}, [&](Row const& outer) {
            for (int i = 0; i < 700; ++i) {
                s.query("select $1 + " + std::to_string(i), {outer.integer(0)},
                        [&](Row const& row) { sum += row.integer(0); });
            }
        });
    });
    CHECK(sum == 3 * (699 * 700 / 2) + 700 * 6);
}

TEST_CASE("migrations: applied once and in order, unchanged afterwards")
{
    on_both([](Store& store) {
        std::vector<Migration> steps{{"0001_a", "create table t (id {uuid} primary key) {strict};"},
                                     {"0002_b",
                                      "-- adds\nalter table t add column name text; insert into t values ('i', 'n');"}};
        CHECK(store.migrate(steps).value() == 2);
        CHECK(store.migrate(steps).value() == 0);
        steps.push_back({"0003_c", "create table u (id {int} primary key) {strict}"});
        CHECK(store.migrate(steps).value() == 1);
        std::string names;
        bool dated = true;
        store.read([&](Session& s) {
            s.query("select name, applied_at, length(checksum) from migration order by name", {}, [&](Row const& row) {
                names += row.string(0) + " ";
                dated = dated && row.text(1).size() == 24 && row.text(1)[10] == 'T' && row.integer(2) == 64;
            });
        });
        CHECK(names == "0001_a 0002_b 0003_c ");
        CHECK(dated);

        steps[0].sql += " ";
        steps.push_back({"0004_d", "create table v (id {int} primary key) {strict}"});
        auto const changed = store.migrate(steps);
        REQUIRE(!changed);
        CHECK(changed.error().code == "store.migration_changed");
        CHECK(changed.error().field == "0001_a");
        CHECK(store.migrate(std::vector<Migration>{{"0004_d", "create table v (id {int})"}}).value() == 1);
    });
}

TEST_CASE("a migration that fails takes the others of its call with it, and is named")
{
    on_both([](Store& store) {
        std::vector<Migration> const steps{{"0001_good", "create table t (id {int});"},
                                           {"0002_bad", "create table u (id {int}); create tabel v (id {int});"}};
        std::string message;
        try {
            (void)store.migrate(steps);
        } catch (StoreFailure const& failure) {
            message = failure.what();
        }
        CHECK(message.find("0002_bad") != std::string::npos);
        CHECK(message.find("create tabel v") != std::string::npos);
        CHECK(store.migrate(std::span{steps}.first(1)).value() == 1);
        std::vector<Migration> const twice{steps[0], steps[0]};
        CHECK_THROWS_AS((void)store.migrate(twice), wf::Bug);
    });
}

TEST_CASE("the generation grows by one at each announcement")
{
    auto store = Store::open("sqlite::memory:").value();
    auto const before = store->generation();
    store->announce_change();
    CHECK(store->generation() == before + 1);
    store->announce_change();
    CHECK(store->generation() == before + 2);
}

TEST_CASE("a change announced by another process is noticed, once")
{
    TestFolder const folder;
    auto server = Store::open(folder.url("a.db")).value();
    REQUIRE(server->migrate({}).has_value());
    server->notice_changes();
    auto const before = server->generation();
    server->notice_changes();
    CHECK(server->generation() == before);
    auto importer = Store::open(folder.url("a.db")).value();
    importer->announce_change();
    CHECK(server->generation() == before);
    server->notice_changes();
    CHECK(server->generation() == before + 1);
    server->notice_changes();
    CHECK(server->generation() == before + 1);
}
