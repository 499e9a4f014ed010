// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/commands.hpp"
#include "feature/reach/rules_compared.hpp"
#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

using namespace wf;
using namespace wf::reach_pages;

namespace {

class Folder {
public:
    Folder()
    {
        m_path = (std::filesystem::temp_directory_path() / "wf-rules-XXXXXX").string();
        REQUIRE(::mkdtemp(m_path.data()) != nullptr);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    [[nodiscard]] std::string const& path() const { return m_path; }

private:
    std::string m_path;
};

struct Said {
    Result<int> status;
    std::string out;
};

Said ask(std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> options)
{
    web::Context const context;
    std::ostringstream out;
    std::ostringstream err;
    auto status = rules_command({std::move(arguments), std::move(options), context, out, err}, *Rules::built_in());
    return {std::move(status), out.str()};
}

} // namespace

TEST_CASE("built-in files differ from nothing")
{
    CHECK(compare_with_built_in(*Rules::built_in()).empty());
    CHECK(ask({}, {}).out == "file,kind,what,before,after\n");
}

TEST_CASE(
    "the four files are written to begin with, changed by hand, and what was changed is told; nothing is written over")
{
    Folder const folder;
    auto const written = ask({}, {{"write", folder.path()}});
    REQUIRE(written.status);
    CHECK(std::count(written.out.begin(), written.out.end(), '\n') == 4);
    CHECK(ask({folder.path()}, {}).out == "file,kind,what,before,after\n");

    auto const name = folder.path() + "/profiles.json";
    auto text = file::load(name).value();
    std::string_view const before = "\"speed_mean\": 1.34";
    auto const at = text.find(before);
    REQUIRE(at != std::string::npos);
    file::save(name, text.replace(at, before.size(), "\"speed_mean\": 1.3")).value();
    CHECK(ask({folder.path()}, {}).out ==
          "file,kind,what,before,after\nprofiles.json,changed,adult.speed_mean,1.34,1.3\n");

    auto const again = ask({}, {{"write", folder.path()}});
    REQUIRE_FALSE(again.status);
    CHECK(again.status.error().code == "walking.already_there");
    CHECK(file::load(name).value() == text);
}
