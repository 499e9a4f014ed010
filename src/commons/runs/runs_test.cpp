// SPDX-License-Identifier: EUPL-1.2
#include "commons/runs/runs.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace wf::runs {
namespace {

constexpr std::string_view dataset_a = "01900000-0000-7000-8000-00000000000a";
constexpr std::string_view dataset_b = "01900000-0000-7000-8000-00000000000b";
constexpr std::string_view other_workspace = "01900000-0000-7000-8000-0000000000ff";

template <class F>
void check_on(std::string const& url, F const& check)
{
    auto const store = store::Store::open(url).value();
    REQUIRE(store->migrate(migrations()).has_value());
    check(*store);
}

template <class F>
void on_both(F const& check)
{
    SUBCASE("in memory")
    {
        check_on("sqlite::memory:", check);
    }
    SUBCASE("in a file")
    {
        std::string folder = (std::filesystem::temp_directory_path() / "wf-runs-XXXXXX").string();
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        check_on("sqlite:" + folder + "/test.db", check);
        std::filesystem::remove_all(folder);
    }
}

Run run_of(std::string kind, std::string subject)
{
    Run run;
    run.kind = std::move(kind);
    run.subject = std::move(subject);
    run.method = "indicator";
    run.method_version = "1";
    run.code_version = "0.1.0";
    run.settings = R"({"factor":1000})";
    run.inputs = {std::string{dataset_b}, std::string{dataset_a}, std::string{dataset_b}};
    run.answer = R"({"rate":26.5})";
    run.basis = R"({"n":35,"missing":2})";
    return run;
}

std::string publish_in(store::Store& store, Run const& run)
{
    return store.write([&](store::Session& s) -> Result<std::string> { return publish(s, run); }).value();
}

TEST_CASE("a run comes back as it was published")
{
    on_both([](store::Store& store) {
        auto const id = publish_in(store, run_of("areas.profile", "GM0166"));
        auto const found = store.read([&](store::Session& s) { return find(s, id); });
        REQUIRE(found.has_value());
        CHECK(found->id == id);
        CHECK(id.size() == 36);
        CHECK(found->workspace == public_workspace);
        CHECK(found->kind == "areas.profile");
        CHECK(found->subject == "GM0166");
        CHECK(found->method == "indicator");
        CHECK(found->method_version == "1");
        CHECK(found->code_version == "0.1.0");
        CHECK(found->settings == R"({"factor":1000})");
        CHECK(found->answer == R"({"rate":26.5})");
        CHECK(found->basis == R"({"n":35,"missing":2})");
        CHECK(found->inputs == std::vector<std::string>{std::string{dataset_a}, std::string{dataset_b}});
        CHECK(found->created_at.size() == 24);
        CHECK(found->current);
        CHECK(!store.read([&](store::Session& s) { return find(s, dataset_a); }).has_value());
    });
}

TEST_CASE("a newer run of the same kind and subject takes the place of the old one, which stays readable")
{
    on_both([](store::Store& store) {
        auto const old = publish_in(store, run_of("areas.profile", "GM0166"));
        auto const elsewhere = publish_in(store, run_of("areas.profile", "GM0193"));
        auto const other_kind = publish_in(store, run_of("areas.ranking", "GM0166"));
        auto const now = publish_in(store, run_of("areas.profile", "GM0166"));
        store.read([&](store::Session& s) {
            CHECK(find_current(s, "areas.profile", "GM0166")->id == now);
            CHECK(!find(s, old)->current);
            CHECK(find(s, old)->answer == R"({"rate":26.5})");
            CHECK(find(s, elsewhere)->current);
            CHECK(find(s, other_kind)->current);
            CHECK(!find_current(s, "areas.profile", "GM9999").has_value());
            auto const all = list(s, 10);
            REQUIRE(all.size() == 4);
            CHECK(all[0].id == now); // newest first
            CHECK(all[3].id == old);
            CHECK(all[0].inputs.size() == 2);
            CHECK(list(s, 2).size() == 2);
            CHECK(list(s, 0).empty());
        });
    });
}

TEST_CASE("what used a dataset or a run")
{
    on_both([](store::Store& store) {
        auto first = run_of("a", "x");
        first.inputs = {std::string{dataset_a}};
        auto const one = publish_in(store, first);
        auto second = run_of("b", "x");
        second.inputs = {one, std::string{dataset_a}};
        auto const two = publish_in(store, second);
        store.read([&](store::Session& s) {
            auto const using_a = list_using(s, dataset_a);
            REQUIRE(using_a.size() == 2);
            CHECK(using_a[0].id == two);
            CHECK(using_a[1].id == one);
            REQUIRE(list_using(s, one).size() == 1);
            CHECK(list_using(s, one)[0].id == two);
            CHECK(list_using(s, dataset_b).empty());
        });
    });
}

TEST_CASE("one workspace does not see or replace the runs of another")
{
    on_both([](store::Store& store) {
        auto const ours = publish_in(store, run_of("a", "x"));
        auto run = run_of("a", "x");
        run.workspace = other_workspace;
        auto const theirs = publish_in(store, run);
        store.read([&](store::Session& s) {
            CHECK(find(s, ours)->current);
            CHECK(!find(s, theirs).has_value());
            CHECK(find(s, theirs, other_workspace)->current);
            CHECK(find_current(s, "a", "x")->id == ours);
            CHECK(find_current(s, "a", "x", other_workspace)->id == theirs);
            CHECK(list(s, 10).size() == 1);
            CHECK(list(s, 10, other_workspace).size() == 1);
            CHECK(list_using(s, dataset_a).size() == 1);
        });
    });
}

TEST_CASE("an id of one's own is kept; the same id again, or what is no JSON object, is our bug and changes nothing")
{
    on_both([](store::Store& store) {
        auto run = run_of("a", "x");
        run.id = "01900000-0000-7000-8000-000000000001";
        CHECK(publish_in(store, run) == run.id);
        CHECK_THROWS_AS((void)publish_in(store, run), Bug);
        auto broken = run_of("a", "x");
        broken.answer = "[1]";
        CHECK_THROWS_AS((void)publish_in(store, broken), Bug);
        broken = run_of("a", "x");
        broken.basis = "{";
        CHECK_THROWS_AS((void)publish_in(store, broken), Bug);
        store.read([&](store::Session& s) { CHECK(find_current(s, "a", "x")->id == run.id); });

        auto empty = run_of("b", "x");
        empty.settings.clear();
        auto const id = publish_in(store, empty);
        store.read([&](store::Session& s) { CHECK(find(s, id)->settings == "{}"); });
    });
}

} // namespace
} // namespace wf::runs
