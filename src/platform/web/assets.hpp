// SPDX-License-Identifier: EUPL-1.2
// Style, script and fonts, bundled by esbuild and embedded in the program under names that carry their hash.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wf::web {

class Assets {
public:
    /// What was embedded at build time.
    Assets();

    struct File {
        std::string name; ///< "weefsel.css"
        std::string path; ///< "/assets/weefsel-3f2a9c1b.css"
        std::string content_type;
        std::string_view bytes;
    };

    /// The path to link to for "weefsel.css"; an unknown name is a bug.
    [[nodiscard]] std::string const& path(std::string_view name) const;
    /// The file served at "/assets/...", or nullptr.
    [[nodiscard]] File const* find(std::string_view path) const;
    [[nodiscard]] std::vector<File> const& all() const { return m_files; }

private:
    std::vector<File> m_files;
};

} // namespace wf::web
