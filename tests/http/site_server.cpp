// SPDX-License-Identifier: EUPL-1.2
#include "site_server.hpp"

#include "app/cli.hpp"
#include "app/features.hpp"
#include "app/house.hpp"
#include "platform/web/refuse.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace wf::http_scenarios {
namespace {

template <class T>
T need(Result<T> result)
{
    if (!result) throw std::runtime_error{to_line(result.error())};
    return std::move(*result);
}

std::string make_folder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "weefsel-http-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"cannot make a folder like " + pattern};
    return pattern;
}

void import_demo(std::string const& data_folder, std::string const& store)
{
    std::ostringstream out;
    std::ostringstream err;
    auto const status = app::run_command_line({"demo", "--data", data_folder, "--store", store, "--port", "0", "--once",
                                               "--set", "reach.draws=10"},
                                              out, err);
    if (status != 0)
        throw std::runtime_error{"weefsel demo --once ended with " + std::to_string(status) + ": " + err.str()};
}

} // namespace

SiteServer::SiteServer(std::string const& data_folder) : m_folder{make_folder()}
{
    auto const path = m_folder + "/weefsel.db";
    import_demo(data_folder, path);
    m_store = need(store::Store::open("sqlite:" + path));
    auto const definitions = app::setting_definitions();
    m_settings.emplace(need(settings::Settings::load(
        definitions, "",
        {{"store.url", "sqlite:" + path}, {"site.url", "https://weefsel.example"}, {"http.proxy", "127.0.0.1"}})));
    m_house = need(app::make_house(*m_settings));
    auto features = app::make_features(walking::Rules::built_in(), m_house);
    (void)need(m_store->migrate(app::all_migrations(features)));
    m_site = need(app::Site::make(*m_store, *m_settings, std::move(features), app::identify_by(m_house, *m_store),
                                  app::refusals_for(m_house)));
    m_writer = std::make_unique<watch::Writer>(*m_store, m_house->notebook());
    http::ServerHooks hooks;
    hooks.handle = [this](http::Request const& request) { return m_site->handle(request); };
    hooks.is_slow = [this](http::Request const& request) { return m_site->is_slow(request); };
    hooks.on_failure = [this](int status, std::string_view code, http::Request const* request) {
        return m_site->explain_failure(status, code, request);
    };
    hooks.generation = [this] { return m_store->generation(); };
    hooks.log = [this](std::string_view line) {
        std::lock_guard const lock{m_mutex};
        m_log.emplace_back(line);
    };
    http::ServerOptions options;
    options.port = 0;
    m_server = std::make_unique<http::Server>(std::move(options), std::move(hooks));
    m_port = need(m_server->start());
}

SiteServer::~SiteServer()
{
    if (m_server) m_server->stop();
    m_server.reset();
    m_writer.reset();
    m_site.reset();
    m_store.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::vector<std::string> SiteServer::log()
{
    std::lock_guard const lock{m_mutex};
    return m_log;
}

} // namespace wf::http_scenarios
