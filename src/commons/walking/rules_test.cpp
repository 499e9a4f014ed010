// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/rules.hpp"

#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace wf::walking {
namespace {

class Folder {
public:
    Folder()
    {
        m_path = (std::filesystem::temp_directory_path() / "wf-walking-XXXXXX").string();
        REQUIRE(::mkdtemp(m_path.data()) != nullptr);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    void put(std::string const& name, std::string_view text) const { file::save(m_path + "/" + name, text).value(); }
    [[nodiscard]] std::string const& path() const { return m_path; }

private:
    std::string m_path;
};

std::string built_in_text(std::string_view name)
{
    auto const& files = rules_files();
    auto const found =
        std::find_if(files.begin(), files.end(), [&](RulesFile const& file) { return file.name == name; });
    REQUIRE(found != files.end());
    return std::string{found->text};
}

std::string with(std::string text, std::string_view piece, std::string_view other)
{
    auto const at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), other);
}

TEST_CASE("without a folder the built-in rules hold")
{
    auto const rules = load_rules("").value();
    CHECK(rules == Rules::built_in());
    CHECK(rules->own.empty());
    CHECK(rules_files().size() == 4);
}

TEST_CASE("a file in the folder takes the place of the built-in one, and of that one alone")
{
    Folder const folder;
    folder.put("profiles.json", with(built_in_text("profiles.json"), "\"speed_mean\": 1.34", "\"speed_mean\": 1.3"));
    folder.put("readme.txt", "not for us");
    auto const rules = load_rules(folder.path()).value();
    CHECK(rules->profiles.find("adult")->profile.speed_mean == 1.3);
    CHECK(rules->profiles.version() != Profiles::built_in().version());
    CHECK(rules->categories.version() == Categories::built_in().version());
    REQUIRE(rules->own.size() == 1);
    CHECK(rules->is_own("profiles.json"));
    CHECK_FALSE(rules->is_own("categories.json"));
}

TEST_CASE("the built-in files as files of one's own change nothing")
{
    Folder const folder;
    for (auto const& file : rules_files()) folder.put(std::string{file.name}, file.text);
    auto const rules = load_rules(folder.path()).value();
    CHECK(rules->own.size() == 4);
    CHECK(rules->profiles.version() == Profiles::built_in().version());
    CHECK(rules->categories.version() == Categories::built_in().version());
    CHECK(rules->priors.version == WalkPriors::built_in().version);
    for (auto const& file : rules_files()) CHECK(list_differences(file.text, file.text).value().empty());
}

TEST_CASE("what is wrong with the folder is said, with the file, the place in it and what to do")
{
    Folder const folder;
    auto const fault = [&] { return load_rules(folder.path()).error(); };
    CHECK(fault().code == "walking.no_file");

    folder.put("profile.json", "{}");
    CHECK(fault().code == "walking.other_file");
    std::filesystem::remove(folder.path() + "/profile.json");

    folder.put("profiles.json", with(built_in_text("profiles.json"), "\"speed_mean\": 1.34", "\"speed_mean\": 134"));
    CHECK(fault().code == "walking.bad_number");
    CHECK(fault().field == folder.path() + "/profiles.json: profiles[0].speed_mean");

    folder.put("profiles.json", with(built_in_text("profiles.json"), "\"id\": \"adult\"", "\"id\": \"somebody\""));
    CHECK(fault().code == "walking.no_adult");
    std::filesystem::remove(folder.path() + "/profiles.json");

    folder.put(
        "provision_norms.json",
        R"({"norms":{"GM0166":[{"category":"zoo","profile":"adult","minutes":10,"least_percent":80,"source":"raad"}]}})");
    CHECK(fault().code == "walking.unknown_norm");
    CHECK(fault().detail == "\"zoo\" is not a kind of place in categories.json");

    CHECK(load_rules(folder.path() + "/nowhere").error().kind == Trouble::not_found);
}

TEST_CASE("differences: what was added, taken out and changed, by the names that people use")
{
    auto const before = built_in_text("profiles.json");
    auto const slower = list_differences(before, with(before, "\"speed_mean\": 1.34", "\"speed_mean\": 1.3")).value();
    REQUIRE(slower.size() == 1);
    CHECK(slower[0] == Difference{Difference::Kind::changed, "adult.speed_mean", "1.34", "1.3"});

    auto const renamed = list_differences(before, with(before, "\"id\": \"adult\"", "\"id\": \"grown_up\"")).value();
    REQUIRE(renamed.size() == 2);
    CHECK(renamed[0].kind == Difference::Kind::removed);
    CHECK(renamed[0].path == "adult");
    CHECK(renamed[0].after.empty());
    CHECK(renamed[1].kind == Difference::Kind::added);
    CHECK(renamed[1].path == "grown_up");
    CHECK(renamed[1].before.empty());

    auto const priors = built_in_text("priors_walk.json");
    auto const chance = list_differences(priors, with(priors, "\"low\": 0.87", "\"low\": 0.8")).value();
    REQUIRE(chance.size() == 1);
    CHECK(chance[0].path == "surface footway built_up.low");
}

TEST_CASE("differences: order and blanks do not count, nor does what a file says about itself")
{
    CHECK(list_differences(R"({"about":"a","items":[{"id":"x","n":1},{"id":"y","n":2}]})",
                           R"({ "items":[ {"n":2,"id":"y"}, {"n":1.0,"id":"x"} ], "about":"b" })")
              .value()
              .empty());
    // Words in a list are one value; a number is not the same as the text of it, nor is nothing.
    auto const one = [](std::string_view before, std::string_view after) {
        auto const found = list_differences(before, after).value();
        REQUIRE(found.size() == 1);
        return found[0];
    };
    CHECK(one(R"({"items":[{"id":"x","tags":["a","b"]}]})", R"({"items":[{"id":"x","tags":["a"]}]})") ==
          Difference{Difference::Kind::changed, "x.tags", R"(["a","b"])", R"(["a"])"});
    CHECK(one(R"({"items":[{"id":"x","n":1}]})", R"({"items":[{"id":"x","n":"1"}]})").kind ==
          Difference::Kind::changed);
    CHECK(one(R"({"items":[{"id":"x","n":null}]})", R"({"items":[{"id":"x"}]})").kind == Difference::Kind::removed);
    CHECK(one(R"({"norms":{"*":[{"category":"gp","profile":"adult","minutes":10}]}})",
              R"({"norms":{"*":[{"category":"gp","profile":"adult","minutes":15}]}})")
              .path == "*.gp adult.minutes");
    // Without names of their own, items go by number.
    CHECK(
        one(R"({"items":[{"all":{"a":1}},{"all":{"b":1}}]})", R"({"items":[{"all":{"a":1}},{"all":{"b":2}}]})").path ==
        "[1].all.b");
    CHECK_FALSE(list_differences("{", "{}"));
}

} // namespace
} // namespace wf::walking
