// SPDX-License-Identifier: EUPL-1.2
// A folder for the length of a test. Only tests of this folder include this header.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace wf::store {

struct TestFolder {
    TestFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "wf-store-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~TestFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;

    [[nodiscard]] std::string file(std::string const& name) const { return path + "/" + name; }
    [[nodiscard]] std::string url(std::string const& name) const { return "sqlite:" + file(name); }

    std::string path;
};

} // namespace wf::store
