// SPDX-License-Identifier: EUPL-1.2
#include "app/cli.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace wf;

namespace {

struct Outcome {
    int status;
    std::string out;
    std::string err;
};

Outcome run(std::vector<std::string> const& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    auto const status = app::run_command_line(arguments, out, err);
    return {status, out.str(), err.str()};
}

/// A folder with a store that goes away with the test.
struct Place {
    std::filesystem::path folder;
    Place()
    {
        auto name = (std::filesystem::temp_directory_path() / "weefsel-cli-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    ~Place() { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::string store() const { return folder / "deep" / "w.db"; }
    [[nodiscard]] std::string file(std::string const& name, std::string const& text) const
    {
        std::ofstream{folder / name} << text;
        return folder / name;
    }
};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("help lists every command, and a command explains itself")
{
    auto const help = run({"help"});
    CHECK(help.status == 0);
    for (auto const* command : {"serve", "demo", "import cbs", "import rivm", "areas compute", "doctor", "docs"}) {
        CHECK_MESSAGE(has(help.out, command), command);
    }
    CHECK(has(run({"import", "cbs", "--help"}).out, "--year"));
    auto const family = run({"calc", "--help"});
    CHECK(family.status == 0);
    CHECK(has(family.out, "weefsel calc indicator rate FILE"));
    CHECK(!has(family.out, "import"));
}

TEST_CASE("wrong usage is exit 2 with one line that says what to do")
{
    for (auto const& arguments : std::vector<std::vector<std::string>>{{"fly"},
                                                                       {"version", "--sideways", "1"},
                                                                       {"import", "cbs", "--year"},
                                                                       {"version", "--set", "http.port"},
                                                                       {"settings", "--set", "http.port=high"},
                                                                       {"settings", "--set", "no.such=1"}}) {
        auto const outcome = run(arguments);
        CHECK_MESSAGE(outcome.status == 2, arguments.front());
        CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    }
}

TEST_CASE("a kernel answers from the command line, and refuses with exit 3")
{
    Place const place;
    auto const file = place.file("d.csv", "a,b\n3,100\n");
    auto const answered = run({"calc", "indicator", "rate", file, "--numerator", "a", "--denominator=b"});
    CHECK(answered.status == 0);
    CHECK(has(answered.out, R"("rate":30)"));
    CHECK(run({"calc", "indicator", "rate", file, "--numerator", "a", "--denominator=b", "--least", "500"}).status ==
          3);
    auto const wrong = run({"calc", "indicator", "rate", file, "--numerator", "c", "--denominator", "b"});
    CHECK(wrong.status == 2);
    CHECK(has(wrong.err, "d.csv"));
}

TEST_CASE("settings say what they are and where that comes from")
{
    auto const shown = run({"settings", "--set", "http.port=9999"});
    CHECK(shown.status == 0);
    CHECK(has(shown.out, "http.port = 9999  (command line)"));
    CHECK(has(shown.out, "site.place = Kampen  (default)"));
}

TEST_CASE("an import on a new machine makes its store, reports, and does not double")
{
    Place const place;
    auto const first =
        run({"import", "cbs", "data/kampen/wijk_2015.geojson", "--year", "2015", "--store", place.store()});
    CHECK_MESSAGE(first.status == 0, first.err);
    CHECK(has(first.out, "8 read, 8 kept, 0 refused"));
    auto const again =
        run({"import", "cbs", "data/kampen/wijk_2015.geojson", "--year", "2015", "--store", place.store()});
    CHECK(again.status == 0);
    CHECK(has(again.out, "already there"));
    CHECK(has(run({"datasets", "list", "--store", place.store()}).out, "8 kept"));
    CHECK(has(run({"doctor", "--store", place.store()}).out, "1 published, 0 replaced"));
}

TEST_CASE("a file that is not there, and one that is broken, leave one clear line and nothing else")
{
    Place const place;
    auto const absent = run({"import", "cbs", place.folder / "no.csv", "--year", "2015", "--store", place.store()});
    CHECK(absent.status == 4);
    CHECK(has(absent.err, "no.csv"));
    auto const broken = run({"import", "cbs", place.file("b.geojson", R"({"type":"FeatureCollection","features":[{)"),
                             "--year", "2015", "--store", place.store()});
    CHECK(broken.status == 2);
    CHECK(has(broken.err, "line 1"));
    CHECK(has(run({"doctor", "--store", place.store()}).out, "0 published"));
    CHECK(has(run({"doctor", "--store", place.store()}).out, "none is half done"));
}

TEST_CASE("too many refused rows is exit 65 and changes nothing")
{
    Place const place;
    auto const file = place.file("c.csv", "gwb_code_10;a_inw\nBU01660001;125\nBU0166;7\nXX;8\n");
    auto const outcome = run({"import", "cbs", file, "--year", "2016", "--store", place.store()});
    CHECK(outcome.status == 65);
    CHECK(has(run({"doctor", "--store", place.store()}).out, "0 published"));
}

TEST_CASE("the reference that the program writes is the one it checks")
{
    Place const place;
    auto const folder = (place.folder / "reference").string();
    CHECK(run({"docs", folder, "--check"}).status == 1);
    CHECK(run({"docs", folder}).status == 0);
    CHECK(run({"docs", folder, "--check"}).status == 0);
    std::ofstream{folder + "/fields.md", std::ios::app} << "drift";
    auto const stale = run({"docs", folder, "--check"});
    CHECK(stale.status == 1);
    CHECK(has(stale.err, "fields.md"));
}
