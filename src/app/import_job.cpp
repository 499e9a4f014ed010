// SPDX-License-Identifier: EUPL-1.2
#include "app/import_job.hpp"

#include "app/features.hpp"
#include "base/text.hpp"
#include "import/cbs/import.hpp"
#include "import/osm/import.hpp"
#include "import/rivm/import.hpp"
#include "platform/file/file.hpp"

#include <optional>

namespace wf::app {
namespace {

Error bad_option(std::string_view name, std::string detail)
{
    return {Trouble::bad_input, "import.bad_option", "--" + std::string{name}, std::move(detail)};
}

std::string text_option(ImportOrder const& order, std::string_view name)
{
    auto const found = order.options.find(name);
    return found != order.options.end() ? found->second : std::string{};
}

Result<int> year_option(ImportOrder const& order, std::string_view name)
{
    auto const text = text_option(order, name);
    if (text.empty()) return 0;
    auto const year = parse_integer(text);
    if (!year || *year < 1900 || *year > 2100) return bad_option(name, "give a year as 2015");
    return static_cast<int>(*year);
}

Result<double> share_option(ImportOrder const& order)
{
    constexpr double usual = 0.2;
    auto const text = text_option(order, "refused-share");
    if (text.empty()) return usual;
    auto const share = parse_double(text);
    if (!share || *share < 0 || *share > 1) return bad_option("refused-share", "give a share between 0 and 1");
    return *share;
}

std::string last_part(std::string const& path)
{
    auto const slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

} // namespace

Result<intake::Outcome> run_import(store::Store& store, ImportOrder const& order, job::Progress& progress)
{
    WF_TRY(auto const share, share_option(order));
    WF_TRY(auto const year, year_option(order, "year"));
    WF_TRY(auto const boundary_year, year_option(order, "boundary-year"));
    auto const name = last_part(order.path);
    auto const place = text_option(order, "place");
    // Read in streams, since a province does not fit in memory as bytes.
    if (order.importer == "osm")
        return osm::import_osm(store,
                               {order.path, name, place, code_version(), order.rules->categories,
                                order.options.contains("no-map") ? osm::WithMap::no : osm::WithMap::yes},
                               progress);
    WF_TRY(auto const bytes, file::load(order.path));
    if (order.importer == "cbs") {
        return cbs::import_cbs(store, {name, bytes, year, place, code_version(), boundary_year, share}, progress);
    }
    if (order.importer == "rivm") {
        return rivm::import_rivm(store, {name, bytes, place, code_version(), share}, progress);
    }
    return Error{Trouble::bad_input, "import.unknown_importer", order.importer,
                 "there are importers cbs, osm and rivm"};
}

namespace {

class WatchedProgress final : public job::Progress {
public:
    WatchedProgress(job::Progress& inner, Watch const& watch) : m_inner{inner}, m_watch{watch} {}
    void report(std::int64_t done, std::int64_t total, std::string_view stage) override
    {
        if (m_watch) m_watch(done, total, stage);
        m_inner.report(done, total, stage);
    }
    [[nodiscard]] bool cancelled() const override { return m_inner.cancelled(); }

private:
    job::Progress& m_inner;
    Watch const& m_watch;
};

} // namespace

Result<intake::Outcome> run_import_job(job::Runner& runner, store::Store& store, ImportOrder const& order,
                                       Watch const& watch)
{
    std::optional<Result<intake::Outcome>> outcome;
    WF_TRY(auto const id, runner.start("import " + order.importer, [&](job::Progress& progress) -> Result<std::string> {
        WatchedProgress watched{progress, watch};
        outcome.emplace(run_import(store, order, watched));
        if (!*outcome) return outcome->error();
        return "dataset " + (*outcome)->dataset_id;
    }));
    WF_TRY(auto const record, runner.wait(id));
    // Without an outcome the work threw: the record holds what the machine said.
    if (!outcome) return Error{Trouble::refused, "import.did_not_finish", order.path, record.outcome};
    return std::move(*outcome);
}

} // namespace wf::app
