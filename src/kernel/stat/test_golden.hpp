// SPDX-License-Identifier: EUPL-1.2
// Reference answers whose licence keeps them out of the project lie beside it: in ../shared/golden, or where WEEFSEL_GOLDEN says.
// A test that needs one begins with `if (!golden::is_present("02_meta/reference.json")) return;`: what that prints is counted as skipped
// (tools/count_tests.py).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace wf::golden {

[[nodiscard]] inline std::string path(std::string const& name)
{
    auto const* const folder = std::getenv("WEEFSEL_GOLDEN");
    return (folder != nullptr ? std::string{folder} : std::string{"../shared/golden"}) + "/" + name;
}

[[nodiscard]] inline bool is_present(std::string const& name)
{
    std::error_code ignored;
    bool const there = std::filesystem::exists(path(name), ignored);
    if (!there) std::printf("skipped: not present: %s\n", path(name).c_str());
    return there;
}

} // namespace wf::golden
