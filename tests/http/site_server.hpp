// SPDX-License-Identifier: EUPL-1.2
// The demonstration municipality in a store of its own, served on a free port as `weefsel serve` does.
#pragma once

#include "app/site.hpp"
#include "commons/people/house.hpp"
#include "commons/watch/writer.hpp"
#include "platform/http/server.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace wf::http_scenarios {

class SiteServer {
public:
    /// Imports the demonstration of that folder by the program's own command, and listens. Throws when that cannot be done.
    explicit SiteServer(std::string const& data_folder);
    ~SiteServer();
    SiteServer(SiteServer const&) = delete;
    SiteServer& operator=(SiteServer const&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] app::Site const& site() const { return *m_site; }
    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] people::House& house() { return *m_house; }
    /// What went wrong inside: nothing, when all is well.
    [[nodiscard]] std::vector<std::string> log();

private:
    std::string m_folder;
    std::unique_ptr<store::Store> m_store;
    std::optional<settings::Settings> m_settings;
    std::shared_ptr<people::House> m_house;
    std::unique_ptr<app::Site> m_site;
    std::unique_ptr<watch::Writer> m_writer;
    std::unique_ptr<http::Server> m_server;
    std::uint16_t m_port{0};
    std::mutex m_mutex; ///< guards m_log
    std::vector<std::string> m_log;
};

} // namespace wf::http_scenarios
