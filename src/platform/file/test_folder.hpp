// SPDX-License-Identifier: EUPL-1.2
// A folder for the length of a test. Only tests include this.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace wf::file {

struct TestFolder {
    TestFolder()
    {
        path = (std::filesystem::temp_directory_path() / "wf-test-XXXXXX").string();
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error{"no folder for a test"};
    }
    ~TestFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;

    std::string path;
};

} // namespace wf::file
