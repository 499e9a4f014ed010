// SPDX-License-Identifier: EUPL-1.2
#include "feature/sources/pages.hpp"
#include "feature/sources/views.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

namespace wf::sources {

namespace tag = html::tag;
namespace attr = html::attr;

Result<http::Response> job_page(web::Visit const& visit)
{
    constexpr int most = 50;
    auto const jobs = job::recent(visit.store(), most);
    web::Table<web::Nothing, JobRow> view;
    for (auto const& job : jobs) {
        view.rows.push_back(
            {job.id, job.kind, std::string{job::to_word(job.state)}, job.done, job.total, job.stage, job.outcome});
    }
    return web::answer_fresh(
        visit, [&] { return view; },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            web::Frame frame;
            frame.title = t("sources.jobs");
            frame.section = "sources";
            frame.crumbs = {{std::string{t("sources.title")}, visit.link("/bronnen")}, {frame.title, ""}};
            frame.formats = {{"JSON", visit.link("/taken.json")}, {"CSV", visit.link("/taken.csv")}};
            return web::page(visit, frame, [&](html::Html& page) {
                page(tag::h1, t("sources.jobs"));
                page(tag::p, attr::cls("lead"), t("sources.jobs.lead"));
                if (jobs.empty()) {
                    web::empty(page, t("sources.jobs.none"), [&] { page(tag::p, t("sources.jobs.none_help")); });
                    return;
                }
                std::vector<web::Column> const columns{
                    {"", std::string{t("sources.jobs.kind")}, web::Align::start, false},
                    {"", std::string{t("sources.jobs.state")}, web::Align::start, false},
                    {"", std::string{t("sources.jobs.progress")}, web::Align::number, false},
                    {"", std::string{t("sources.jobs.outcome")}, web::Align::start, true}};
                web::table(page, visit, t("sources.jobs.caption"), columns, "", [&] {
                    for (auto const& job : jobs) {
                        page(tag::tr, [&] {
                            page(tag::th, attr::scope("row"), job.kind);
                            page(tag::td, t("sources.jobs.state." + std::string{job::to_word(job.state)}));
                            page(tag::td, attr::cls("n"),
                                 job.total > 0 ? t.number(100.0 * static_cast<double>(job.done) /
                                                          static_cast<double>(job.total)) +
                                                     " %"
                                               : std::string{"–"});
                            page(tag::td, attr::cls("wide"), job.outcome.empty() ? job.stage : job.outcome);
                        });
                    }
                });
            });
        });
    // Progress moves without a publication, so this answer is never kept.
}

} // namespace wf::sources
