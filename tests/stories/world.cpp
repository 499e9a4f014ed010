// SPDX-License-Identifier: EUPL-1.2
#include "world.hpp"

#include "app/features.hpp"
#include "app/house.hpp"
#include "commons/people/accounts.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/file/file.hpp"
#include "platform/web/refuse.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace wf::story {
namespace {

/// Without these no story can begin: what went wrong is the machine's or our own.
template <class T>
T need(Result<T> result)
{
    if (!result) throw std::runtime_error{to_line(result.error())};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::string make_folder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "weefsel-story-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"cannot make a folder like " + pattern};
    return pattern;
}

http::Pairs headers_of(std::string_view token)
{
    if (token.empty()) return {};
    return {{"cookie", std::string{web::session_cookie} + "=" + std::string{token}}};
}

} // namespace

World::World() : m_folder{make_folder()}
{
    // No story is about letters: what would be posted is let go.
    m_house = std::make_shared<people::House>(secret::Key::make(), people::LoginTimes{},
                                              [](store::Session&, people::Letter const&) { return Result<void>{}; });
    auto features = app::make_features(walking::Rules::built_in(), m_house);
    m_store = need(store::Store::open("sqlite::memory:"));
    (void)need(m_store->migrate(app::all_migrations(features)));
    auto const definitions = app::setting_definitions();
    m_settings.emplace(need(settings::Settings::load(
        definitions, "",
        {{"site.municipality", "GM0001"}, {"site.place", "Voorbeeldstad (verzonnen)"}, {"reach.draws", "20"}})));
    m_site = need(app::Site::make(*m_store, *m_settings, std::move(features), app::identify_by(m_house, *m_store)));
}

World::~World()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

Result<void> World::write_file(std::string const& name, std::string_view bytes)
{
    if (name.empty() || name.find('/') != std::string::npos || name.starts_with('.'))
        return Error{Trouble::bad_input, "story.bad_file_name", name, "a file has a plain name"};
    return file::save(m_folder + "/" + name, bytes);
}

Result<intake::Outcome> World::import(std::string const& importer, std::string const& name,
                                      std::map<std::string, std::string, std::less<>> options)
{
    job::NoProgress progress;
    app::ImportOrder const order{importer, m_folder + "/" + name, std::move(options)};
    WF_TRY(auto outcome, app::run_import(*m_store, order, progress));
    WF_TRY_VOID(app::after_import(*m_store, *m_settings, app::code_version(), progress));
    return outcome;
}

Result<std::string> World::begin_werkplaats(std::string const& name)
{
    auto address = m_store->write([&](store::Session& session) -> Result<std::string> {
        if (!workspaces::find_top(session))
            WF_TRY_VOID(workspaces::add(session, "Vereniging (verzonnen)", workspaces::Kind::association, ""));
        WF_TRY(auto made, workspaces::add(session, name, workspaces::Kind::werkplaats, "GM0001"));
        return std::move(made.address);
    });
    if (address) app::keep_search_index(*m_store); // as a server does when it starts
    return address;
}

Result<std::string> World::let_in(std::string const& name, std::string const& werkplaats, access::Role role)
{
    return m_store->write([&](store::Session& session) -> Result<std::string> {
        auto const where = workspaces::find_by_address(session, werkplaats);
        if (!where) return Error{Trouble::not_found, "workspace.unknown", werkplaats, "no such werkplaats"};
        WF_TRY(auto const id, people::add_account(session, *m_house, std::to_string(++m_people) + "@voorbeeld.example",
                                                  name + " (verzonnen)", "nl"));
        WF_TRY_VOID(people::set_roles(session, *m_house, where->id, id, {role}, id));
        return people::begin_login(session, *m_house, id, people::Proof::two_factors, "Verhaal");
    });
}

http::Response World::ask(std::string_view target, std::string_view token) const
{
    return m_site->ask(target, headers_of(token));
}

http::Response World::send(std::string_view target, std::string body, std::string_view token) const
{
    http::Request request;
    request.method = http::Method::post;
    request.target = target;
    auto const mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string_view::npos) request.query = need(http::read_query(target.substr(mark + 1)));
    request.headers = headers_of(token);
    if (auto const cookie = request.header("cookie")) request.cookies = http::read_cookies(*cookie);
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.headers.emplace_back("sec-fetch-site", "same-origin");
    request.body = std::move(body);
    return m_site->handle(request);
}

} // namespace wf::story
