// SPDX-License-Identifier: EUPL-1.2
#include "world.hpp"

#include "app/features.hpp"
#include "platform/file/file.hpp"

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

} // namespace

World::World() : m_folder{make_folder()}
{
    auto features = app::make_features();
    m_store = need(store::Store::open("sqlite::memory:"));
    (void)need(m_store->migrate(app::all_migrations(features)));
    auto const definitions = app::setting_definitions();
    m_settings.emplace(need(settings::Settings::load(
        definitions, "",
        {{"site.municipality", "GM0001"}, {"site.place", "Voorbeeldstad (verzonnen)"}, {"reach.draws", "20"}})));
    m_site = need(app::Site::make(*m_store, *m_settings, std::move(features)));
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

http::Response World::send(std::string_view target, std::string body) const
{
    http::Request request;
    request.method = http::Method::post;
    request.target = target;
    request.path = target;
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"sec-fetch-site", "same-origin"}};
    request.body = std::move(body);
    return m_site->handle(request);
}

} // namespace wf::story
