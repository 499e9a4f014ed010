// SPDX-License-Identifier: EUPL-1.2
#include "app/renew_runs.hpp"

#include "app/features.hpp"

namespace wf::app {
namespace {

std::vector<runs::Missing> list_missing(store::Store& store)
{
    return store.read([](store::Session& session) { return runs::list_missing(session); });
}

} // namespace

Result<Renewed> renew_runs(store::Store& store, settings::Settings const& settings, std::string const& version,
                           job::Progress& progress)
{
    auto const before = list_missing(store);
    if (before.empty()) return Renewed{};
    // Each kind is made where it lacks a current run, and left alone where it has one.
    WF_TRY_VOID(after_import(store, settings, version, progress));
    auto left = list_missing(store);
    return Renewed{before.size() - left.size(), std::move(left)};
}

void RunRenewal::look()
{
    auto const generation = m_store.generation();
    if (generation == m_seen) return;
    auto const missing = list_missing(m_store);
    if (missing.empty() || missing == m_tried) {
        m_seen = generation;
        return;
    }
    auto const work = [this](job::Progress& progress) -> Result<std::string> {
        WF_TRY(auto const renewed, renew_runs(m_store, m_settings, m_version, progress));
        return std::to_string(renewed.made) + " runs made anew, " + std::to_string(renewed.left.size()) +
               " could not be";
    };
    // A full queue: at the next look.
    if (!m_runner.start("renew runs", work)) return;
    m_tried = missing;
    m_seen = generation;
}

} // namespace wf::app
