// SPDX-License-Identifier: EUPL-1.2
#include "commons/reflections/reflections.hpp"

#include "commons/trail/trail.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/today.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

using namespace wf;
using namespace wf::reflections;

namespace {

std::string const anna = "0190a0b0-0000-7000-8000-00000000000a";
std::string const bram = "0190a0b0-0000-7000-8000-00000000000b";
std::string const studio = "0190a0b0-0000-7000-8000-0000000000cc";

struct Werkplaats {
    std::string folder;
    std::unique_ptr<store::Store> store;
    trail::Trail trail{secret::Key::make()};
    std::string id;

    Werkplaats()
    {
        folder = (std::filesystem::temp_directory_path() / "wf-reflections-XXXXXX").string();
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        store = store::Store::open("sqlite:" + folder + "/test.db").value();
        auto all = workspaces::migrations();
        for (auto const& more : {trail::migrations(), migrations()}) all.insert(all.end(), more.begin(), more.end());
        static_cast<void>(store->migrate(all).value());
        auto const made = store->write([&](store::Session& s) -> Result<workspaces::Workspace> {
            for (auto const& person : {anna, bram}) WF_TRY_VOID(trail.person_keys().make(s, person));
            return workspaces::add(s, "Werkplaats", workspaces::Kind::werkplaats, "");
        });
        id = made.value().id;
    }
    ~Werkplaats()
    {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    Werkplaats(Werkplaats const&) = delete;
    Werkplaats& operator=(Werkplaats const&) = delete;

    [[nodiscard]] Place place(std::string const& person) const { return {id, studio, person}; }
    template <class F>
    auto write(F&& work)
    {
        return store->write(std::forward<F>(work));
    }
    Result<void> add(std::string const& person, std::string const& words)
    {
        return write(
            [&](store::Session& s) { return reflections::write(s, trail.person_keys(), place(person), words); });
    }
    std::vector<Reflection> own(std::string const& person)
    {
        auto all = store->read([&](store::Session& s) { return list_own(s, trail.person_keys(), place(person)); });
        return all.value();
    }
    std::vector<Reflection> shared(std::string const& person)
    {
        auto all = store->read([&](store::Session& s) { return list_shared(s, trail.person_keys(), place(person)); });
        return all.value();
    }
    std::string sealed_bytes()
    {
        std::string bytes;
        store->read([&](store::Session& s) {
            s.query("SELECT sealed FROM reflection ORDER BY reflection_id", {},
                    [&](store::Row const& row) { bytes = std::string{row.bytes(0)}; });
        });
        return bytes;
    }
    /// Everything that lies on the disk.
    [[nodiscard]] std::string files() const
    {
        std::string all;
        for (auto const& entry : std::filesystem::directory_iterator{folder}) {
            std::ifstream in{entry.path(), std::ios::binary};
            all.append(std::istreambuf_iterator<char>{in}, {});
        }
        return all;
    }
};

bool holds(std::string const& all, std::string const& part)
{
    return all.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("who writes reads it, newest first, and nobody else does")
{
    Werkplaats here;
    CHECK(here.add(anna, " \n ").error().code == "reflection.no_words");
    CHECK(here.add(anna, std::string(longest_reflection + 1, 'a')).error().code == "reflection.too_long");
    REQUIRE(here.add(anna, "  Ik praatte te veel.  "));
    REQUIRE(here.add(anna, "Nu stiller."));
    auto const own = here.own(anna);
    REQUIRE(own.size() == 2);
    CHECK(own[0].words == "Nu stiller.");
    CHECK(own[1].words == "Ik praatte te veel.");
    CHECK(own[0].written_on == today_iso());
    CHECK(here.own(bram).empty());
    CHECK(here.shared(anna).empty());
    CHECK(here.shared(bram).empty());
}

TEST_CASE("what is shared has no id and no name, and can be taken back; by its writer alone")
{
    Werkplaats here;
    REQUIRE(here.add(anna, "Ik praatte te veel."));
    auto const id = here.own(anna).front().id;
    auto const as = [&](std::string const& person, auto what) {
        return here.write([&](store::Session& s) { return what(s, here.place(person), id); });
    };
    CHECK(as(bram, share).error().code == "reflection.unknown");
    CHECK(here.shared(bram).empty());
    REQUIRE(as(anna, share));
    REQUIRE(here.shared(bram).size() == 1);
    CHECK(here.shared(bram)[0].words == "Ik praatte te veel.");
    CHECK(here.shared(bram)[0].id.empty());
    CHECK(here.own(anna)[0].is_shared());
    CHECK(as(bram, take_back).error().code == "reflection.unknown");
    CHECK(as(bram, reflections::remove).error().code == "reflection.unknown");
    CHECK(here.shared(bram).size() == 1);
    REQUIRE(as(anna, take_back));
    CHECK(here.shared(bram).empty());
    CHECK_FALSE(here.own(anna)[0].is_shared());
}

TEST_CASE("the words stand nowhere in the file, private or shared, and nothing of them in the trail")
{
    Werkplaats here;
    std::string const secret_words = "Kornoelje en heggenmus";
    REQUIRE(here.add(anna, secret_words));
    REQUIRE(here.add(anna, secret_words + " gedeeld"));
    auto const id = here.own(anna).front().id;
    REQUIRE(here.write([&](store::Session& s) { return share(s, here.place(anna), id); }));
    CHECK(here.store->read([&](store::Session& s) { return here.trail.list(s, {.workspace_id = here.id}); }).empty());
    CHECK_FALSE(holds(here.files(), "Kornoelje"));
    here.store.reset();
    auto const all = here.files();
    CHECK(holds(all, "reflection")); // it is the right file
    CHECK_FALSE(holds(all, "Kornoelje"));
    CHECK_FALSE(holds(all, "heggenmus"));
}

TEST_CASE("what is removed is out of the file as well, sealed or not")
{
    Werkplaats here;
    REQUIRE(here.add(anna, "Weg hiermee"));
    auto const sealed = here.sealed_bytes();
    REQUIRE(sealed.size() > 20);
    auto const id = here.own(anna).front().id;
    REQUIRE(here.write([&](store::Session& s) { return reflections::remove(s, here.place(anna), id); }));
    CHECK(here.own(anna).empty());
    CHECK(here.write([&](store::Session& s) { return reflections::remove(s, here.place(anna), id); }).error().code ==
          "reflection.unknown");
    here.store.reset();
    CHECK_FALSE(holds(here.files(), sealed));
}

TEST_CASE("what somebody takes along is theirs alone; who goes leaves nothing, and what was shared goes too")
{
    Werkplaats here;
    REQUIRE(here.add(anna, "Van Anna"));
    REQUIRE(here.add(bram, "Van Bram"));
    auto const id = here.own(anna).front().id;
    REQUIRE(here.write([&](store::Session& s) { return share(s, here.place(anna), id); }));
    auto const kept =
        here.store->read([&](store::Session& s) { return list_of_person(s, here.trail.person_keys(), anna); });
    REQUIRE(kept);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().reflection.words == "Van Anna");
    CHECK(kept->front().studio_id == studio);
    CHECK(kept->front().reflection.is_shared());
    REQUIRE(here.write([&](store::Session& s) -> Result<void> {
        forget_person(s, anna);
        return {};
    }));
    CHECK(here.own(anna).empty());
    CHECK(here.shared(bram).empty());
    CHECK(here.own(bram).size() == 1);
}

TEST_CASE("without the key of its writer nothing opens, and a row that was put elsewhere does not either")
{
    Werkplaats here;
    REQUIRE(here.add(anna, "Een"));
    REQUIRE(here.add(anna, "Twee"));
    here.store
        ->write([&](store::Session& s) -> Result<void> {
            s.exec("UPDATE reflection SET sealed = (SELECT sealed FROM reflection ORDER BY reflection_id LIMIT 1) "
                   "WHERE workspace_id = $1",
                   {here.id});
            return {};
        })
        .value();
    auto const swapped =
        here.store->read([&](store::Session& s) { return list_own(s, here.trail.person_keys(), here.place(anna)); });
    CHECK(swapped.error().code == "secret.not_opened");
    here.store
        ->write([&](store::Session& s) -> Result<void> {
            trail::PersonKeys::destroy(s, anna);
            return {};
        })
        .value();
    auto const erased =
        here.store->read([&](store::Session& s) { return list_own(s, here.trail.person_keys(), here.place(anna)); });
    CHECK(erased.error().code == "trail.no_person_key");
    CHECK(here.shared(bram).empty());
}
