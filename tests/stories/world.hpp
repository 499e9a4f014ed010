// SPDX-License-Identifier: EUPL-1.2
// What a story happens in: an empty store in memory, the whole site above it, a folder of files to import, and people who have an
// account. Nothing is pretended: import, run and page are those of the program; only the typing of a password is left out.
#pragma once

#include "app/import_job.hpp"
#include "app/site.hpp"
#include "commons/people/house.hpp"

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
    /// A werkplaats in GM0001, below one workspace that is above all; gives its address.
    Result<std::string> begin_werkplaats(std::string const& name);
    /// An account with this role there, logged in with two proofs; gives the word in the cookie of the browser.
    Result<std::string> let_in(std::string const& name, std::string const& werkplaats, access::Role role);
    /// A page as a browser asks for it; `token`: of who asks, empty for who has no account.
    [[nodiscard]] http::Response ask(std::string_view target, std::string_view token = {}) const;
    /// A form as a browser sends it.
    [[nodiscard]] http::Response send(std::string_view target, std::string body, std::string_view token = {}) const;

private:
    std::string m_folder;
    std::unique_ptr<store::Store> m_store;
    std::optional<settings::Settings> m_settings;
    std::shared_ptr<people::House> m_house;
    std::unique_ptr<app::Site> m_site;
    int m_people{0};
};

} // namespace wf::story
