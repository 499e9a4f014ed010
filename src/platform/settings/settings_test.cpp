// SPDX-License-Identifier: EUPL-1.2
#include "platform/settings/settings.hpp"

#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using wf::settings::Definition;
using wf::settings::Kind;
using wf::settings::Settings;

namespace {

std::vector<Definition> const definitions{
    {.name = "http.port",
     .kind = Kind::integer,
     .fallback = "8080",
     .help_nl = "Poort",
     .help_en = "Port",
     .least = 1,
     .most = 65'535},
    {.name = "http.address", .kind = Kind::text, .fallback = "127.0.0.1", .help_nl = "Adres", .help_en = "Address"},
    {.name = "demo",
     .kind = Kind::boolean,
     .fallback = "no",
     .help_nl = "Voorbeeld | demo",
     .help_en = "Demonstration"},
    {.name = "data-folder", .kind = Kind::path, .fallback = "", .help_nl = "Map", .help_en = "Folder"},
    {.name = "offset",
     .kind = Kind::integer,
     .fallback = "-3",
     .help_nl = "Verschil",
     .help_en = "Offset",
     .least = INT64_MIN},
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// A settings file and variables for the length of a test.
struct World {
    World()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "wf-settings-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~World()
    {
        std::filesystem::remove_all(folder);
        for (auto const& name : variables) ::unsetenv(name.c_str());
    }
    std::string file(std::string_view text) const
    {
        REQUIRE(wf::file::save(folder + "/settings.json", text).has_value());
        return folder + "/settings.json";
    }
    void set(std::string const& variable, char const* text)
    {
        ::setenv(variable.c_str(), text, 1);
        variables.push_back(variable);
    }
    std::string folder;
    std::vector<std::string> variables;
};

std::string from(Settings const& settings, std::string_view name)
{
    for (auto const& shown : settings.all()) {
        if (shown.definition.name == name) return shown.from;
    }
    return "nowhere";
}

wf::Error refused(std::string const& file, Arguments const& arguments = {})
{
    auto const settings = Settings::load(definitions, file, arguments);
    REQUIRE(!settings);
    CHECK(!settings.error().detail.empty());
    return settings.error();
}

} // namespace

TEST_CASE("without anything, the defaults")
{
    auto const settings = Settings::load(definitions, "", {}).value();
    CHECK(settings.integer("http.port") == 8'080);
    CHECK(settings.text("http.address") == "127.0.0.1");
    CHECK(!settings.boolean("demo"));
    CHECK(settings.text("demo") == "false");
    CHECK(settings.text("data-folder").empty());
    CHECK(settings.integer("offset") == -3);
    CHECK(from(settings, "http.port") == "default");
}

TEST_CASE("command line over environment over file over default")
{
    World world;
    auto const file =
        world.file(R"({"http.port": 1, "http.address": "file", "demo": true, "offset": -9007199254740991})");
    world.set("WEEFSEL_HTTP_PORT", "2");
    world.set("WEEFSEL_HTTP_ADDRESS", "environment");
    world.set("WEEFSEL_DATA_FOLDER", "/data");
    world.set("WEEFSEL_SOMETHING_ELSE", "x");
    auto const settings = Settings::load(definitions, file, {{"http.port", "3"}}).value();
    CHECK(settings.integer("http.port") == 3);
    CHECK(settings.text("http.address") == "environment");
    CHECK(settings.boolean("demo"));
    CHECK(settings.integer("offset") == -9'007'199'254'740'991);
    CHECK(settings.text("data-folder") == "/data");
    CHECK(from(settings, "http.port") == "command line");
    CHECK(from(settings, "http.address") == "environment");
    CHECK(from(settings, "demo") == "file");
    CHECK(from(settings, "data-folder") == "environment");

    auto const twice = Settings::load(definitions, "", {{"http.port", "3"}, {"http.port", "4"}}).value();
    CHECK(twice.integer("http.port") == 4);
}

TEST_CASE("a boolean has several words and one meaning")
{
    for (auto const* const yes : {"true", "yes", "on", "1"}) {
        CHECK(Settings::load(definitions, "", {{"demo", yes}}).value().text("demo") == "true");
    }
    for (auto const* const no : {"false", "no", "off", "0"}) {
        CHECK(Settings::load(definitions, "", {{"demo", no}}).value().text("demo") == "false");
    }
}

TEST_CASE("every Error says which setting and where it was set")
{
    World world;
    CHECK(refused("", {{"http.prot", "1"}}).code == "settings.unknown");
    CHECK(refused("", {{"http.prot", "1"}}).field == "http.prot, command line");
    CHECK(refused(world.file(R"({"htp.port": 1})")).code == "settings.unknown");
    CHECK(refused(world.file(R"({"htp.port": 1})")).field == "htp.port, file");
    for (auto const* const text : {"", "many", "80 ", "8080.5", "1e3", "99999999999999999999"}) {
        CHECK(refused("", {{"http.port", text}}).code == "settings.not_a_number");
    }
    CHECK(refused("", {{"http.port", "0"}}).code == "settings.out_of_range");
    CHECK(refused("", {{"http.port", "65536"}}).code == "settings.out_of_range");
    CHECK(refused("", {{"demo", "maybe"}}).code == "settings.not_a_boolean");
    CHECK(refused("", {{"demo", ""}}).code == "settings.not_a_boolean");
    CHECK(refused(world.file(R"({"http.port": "80"})")).code == "settings.not_a_number");
    CHECK(refused(world.file(R"({"http.port": 80.5})")).code == "settings.not_a_number");
    CHECK(refused(world.file(R"({"http.port": 70000})")).code == "settings.out_of_range");
    CHECK(refused(world.file(R"({"offset": 1e300})")).code == "settings.out_of_range");
    CHECK(refused(world.file(R"({"demo": "true"})")).code == "settings.not_a_boolean");
    CHECK(refused(world.file(R"({"http.address": 7})")).code == "settings.not_text");
    CHECK(refused(world.file(R"({"data-folder": null})")).code == "settings.not_text");
    CHECK(refused(world.file("[1]")).code == "settings.not_an_object");
    CHECK(refused(world.folder + "/none.json").code == "file.not_found");
    auto const syntax = refused(world.file("{\n\"demo\": tru }"));
    CHECK(syntax.code == "json.syntax");
    CHECK(syntax.field == world.folder + "/settings.json, line 2, column 12");
    CHECK(refused(world.file(R"({"demo": true, "demo": false})")).code == "json.duplicate_key");

    world.set("WEEFSEL_HTTP_PORT", "none");
    CHECK(refused("").code == "settings.not_a_number");
    CHECK(refused("").field == "http.port, environment");
}

TEST_CASE("what was never defined, or defined otherwise, is a bug")
{
    auto const settings = Settings::load(definitions, "", {}).value();
    CHECK_THROWS_AS((void)settings.text("http.prot"), wf::Bug);
    CHECK_THROWS_AS((void)settings.integer("demo"), wf::Bug);
    CHECK_THROWS_AS((void)settings.boolean("http.port"), wf::Bug);
    std::vector<Definition> const twice{definitions[0], definitions[0]};
    CHECK_THROWS_AS((void)Settings::load(twice, "", {}), wf::Bug);
    std::vector<Definition> const bad{
        {.name = "n", .kind = Kind::integer, .fallback = "x", .help_nl = "", .help_en = ""}};
    CHECK_THROWS_AS((void)Settings::load(bad, "", {}), wf::Bug);
}

TEST_CASE("all settings in order of name, and the table for the manual")
{
    std::string names;
    for (auto const& shown : Settings::load(definitions, "", {}).value().all()) names += shown.definition.name + " ";
    CHECK(names == "data-folder demo http.address http.port offset ");
    auto const table = wf::settings::to_markdown(definitions);
    CHECK(table.find("| `http.port` | `WEEFSEL_HTTP_PORT` | `8080` (1 - 65535) | Poort | Port |\n") !=
          std::string::npos);
    CHECK(table.find("| `demo` | `WEEFSEL_DEMO` | `no` | Voorbeeld \\| demo | Demonstration |\n") != std::string::npos);
    CHECK(table.find("| `data-folder` | `WEEFSEL_DATA_FOLDER` |  | Map | Folder |\n") != std::string::npos);
    CHECK(table.find("`data-folder`") < table.find("`demo`"));
    CHECK(table.find("`http.port`") < table.find("`offset`"));
}
