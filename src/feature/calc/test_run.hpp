// SPDX-License-Identifier: EUPL-1.2
// Commands as a researcher calls them, on small files.
#pragma once

#include "feature/calc/feature.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

namespace wf::calc::test {

struct Outcome {
    Result<int> status;
    std::string out;
};

using Options = std::vector<std::pair<std::string, std::string>>;

inline Outcome run(std::string const& words, std::vector<std::string> arguments, Options options, ReadNetwork read = {})
{
    auto const feature = make_feature(std::move(read));
    auto const command = std::find_if(feature.commands.begin(), feature.commands.end(),
                                      [&](web::Command const& each) { return each.words == words; });
    REQUIRE(command != feature.commands.end());
    for (auto const& option : options)
        CHECK_MESSAGE(std::count(command->options.begin(), command->options.end(), option.first) == 1, option.first);
    web::Context const context;
    std::ostringstream out;
    std::ostringstream err;
    auto status = command->run({std::move(arguments), std::move(options), context, out, err});
    return {std::move(status), out.str()};
}

class SmallFile {
public:
    explicit SmallFile(std::string const& text)
    {
        m_name = (std::filesystem::temp_directory_path() / "weefsel-calc-XXXXXX").string();
        auto const handle = ::mkstemp(m_name.data());
        REQUIRE(handle >= 0);
        ::close(handle);
        std::ofstream{m_name, std::ios::binary} << text;
    }
    ~SmallFile() { std::filesystem::remove(m_name); }
    SmallFile(SmallFile const&) = delete;
    SmallFile& operator=(SmallFile const&) = delete;
    [[nodiscard]] std::string const& name() const { return m_name; }

private:
    std::string m_name;
};

inline std::string load(std::string const& name)
{
    std::ifstream in{name, std::ios::binary};
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

inline bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace wf::calc::test
