// SPDX-License-Identifier: EUPL-1.2
#include "commons/datasets/datasets.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/job/job.hpp"

#include <algorithm>

namespace wf::admin {

using namespace html;

namespace {

web::Message message_of(Health health)
{
    return health == Health::wrong ? web::Message::error : web::Message::warn;
}

/// What is wrong before what asks for care.
std::vector<Finding> that_need_care(Checked const& checked)
{
    std::vector<Finding> some;
    for (auto const& finding : checked.findings) {
        if (finding.health != Health::ok) some.push_back(finding);
    }
    std::stable_sort(some.begin(), some.end(), [](Finding const& a, Finding const& b) { return a.health > b.health; });
    return some;
}

void write_care(Html& page, web::Visit const& visit, Checked const& checked)
{
    auto const& t = visit.t;
    auto const findings = that_need_care(checked);
    page(tag::section, [&] {
        page(tag::h2, t("admin.care"));
        if (checked.findings.empty()) page(tag::p, t("admin.care.not_looked"));
        else if (findings.empty())
            web::message(
                page, web::Message::ok, t("admin.care.none"), [&] { page(tag::p, t("admin.care.none_text")); },
                web::Level::h3);
        for (auto const& finding : findings) {
            web::message(
                page, message_of(finding.health), finding_title(t, finding),
                [&] { write_finding(page, visit, finding); }, web::Level::h3);
        }
        page(tag::p, attr::cls("small soft"),
             [&] { page(tag::a, attr::href(visit.link("/beheer/opslag")), t("admin.care.all")); });
    });
}

bool is_now(job::Record const& job)
{
    return job.state == job::State::waiting || job.state == job::State::running;
}

void write_job(Html& page, web::Visit const& visit, job::Record const& job)
{
    auto const& t = visit.t;
    auto const part = job.total > 0 ? 100.0 * static_cast<double>(job.done) / static_cast<double>(job.total) : 0.0;
    auto const percent = std::to_string(static_cast<int>(std::clamp(part, 0.0, 100.0)));
    page(tag::li, attr::cls("job"), [&] {
        page(tag::div, [&] {
            page(tag::b, job.kind);
            page.text(" ");
            web::tag_label(page, "run",
                           t(job.state == job::State::running ? "admin.job.running" : "admin.job.waiting"));
            if (!job.stage.empty())
                page(tag::p, attr::cls("small soft"), [&] { write_english(page, visit, job.stage); });
        });
        page(tag::div, attr::cls("pg"), [&] {
            page(tag::progress, attr::named("value", percent), attr::named("max", "100"), attr::label(job.kind));
            page(tag::span, attr::cls("num"), percent + " %");
        });
    });
}

void write_jobs(Html& page, web::Visit const& visit, std::vector<job::Record> const& jobs)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("admin.now"));
        if (std::none_of(jobs.begin(), jobs.end(), is_now)) {
            page(tag::p, [&] {
                page.text(t("admin.now.nothing"));
                page.text(" ");
                page(tag::a, attr::href(visit.link("/taken")), t("admin.now.earlier"));
            });
            return;
        }
        page(tag::ul, attr::cls("card joblist"), [&] {
            for (auto const& job : jobs) {
                if (is_now(job)) write_job(page, visit, job);
            }
        });
    });
}

void write_datasets(Html& page, web::Visit const& visit, std::vector<datasets::Dataset> const& list)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("admin.data"));
        if (list.empty()) {
            web::empty(
                page, t("admin.data.none"),
                [&] {
                    page(tag::p, t("admin.data.none_text"));
                    page(tag::p, [&] { page(tag::code, "weefsel import"); });
                },
                web::Level::h3);
            return;
        }
        std::vector<web::Column> const columns{{"", std::string{t("admin.data.title")}, web::Align::start, false},
                                               {"", std::string{t("admin.data.period")}, web::Align::start, true},
                                               {"", std::string{t("admin.data.kept")}, web::Align::number, false},
                                               {"", std::string{t("admin.data.refused")}, web::Align::number, false},
                                               {"", std::string{t("admin.data.report")}, web::Align::start, false}};
        web::table(page, visit, t("admin.data.caption"), columns, "", [&] {
            for (auto const& dataset : list) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), [&] {
                        page.text(dataset.origin.title);
                        page(tag::span, attr::cls("small soft blk"), dataset.origin.source);
                    });
                    page(tag::td, attr::cls("wide"), dataset.origin.period);
                    page(tag::td, attr::cls("n"), t.number(static_cast<double>(dataset.kept)));
                    page(tag::td, attr::cls("n"), [&] {
                        auto const refused = t.number(static_cast<double>(dataset.refused));
                        if (dataset.refused > 0) page(tag::b, refused);
                        else page.text(refused);
                    });
                    page(tag::td, [&] {
                        page(tag::a, attr::href(visit.link("/dataset/" + dataset.id)),
                             attr::label(t("admin.data.report_of", {{"title", dataset.origin.title}})),
                             t("admin.data.report"));
                    });
                });
            }
        });
    });
}

} // namespace

Result<http::Response> overview_page(web::Visit const& visit, Office& office)
{
    constexpr int jobs_looked_at = 50;
    auto const checked = office.checkup.ask();
    auto const jobs = job::recent(visit.store(), jobs_looked_at);
    auto const list = visit.store().read([](store::Session& session) { return datasets::list(session, false); });
    return write_page(visit, "/beheer", "admin.title", [&](Html& page) {
        write_care(page, visit, *checked);
        write_jobs(page, visit, jobs);
        write_datasets(page, visit, list);
    });
}

} // namespace wf::admin
