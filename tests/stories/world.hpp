// SPDX-License-Identifier: EUPL-1.2
// What a story happens in: an empty store in memory, the whole site above it, and a folder of files to import. Nothing is
// pretended: import, run and page are those of the program.
#pragma once

#include "app/import_job.hpp"
#include "app/site.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace wf::story {

class World {
public:
    World();
    ~World();
    World(World const&) = delete;
    World& operator=(World const&) = delete;

    Result<void> write_file(std::string const& name, std::string_view bytes);
    /// Imports and, when that went well, works out the figures, as the command does.
    Result<intake::Outcome> import(std::string const& importer, std::string const& name,
                                   std::map<std::string, std::string, std::less<>> options);
    /// A page as a browser asks for it.
    [[nodiscard]] http::Response ask(std::string_view target) const { return m_site->ask(target); }
    /// A form as a browser sends it.
    [[nodiscard]] http::Response send(std::string_view target, std::string body) const;

private:
    std::string m_folder;
    std::unique_ptr<store::Store> m_store;
    std::optional<settings::Settings> m_settings;
    std::unique_ptr<app::Site> m_site;
};

} // namespace wf::story
