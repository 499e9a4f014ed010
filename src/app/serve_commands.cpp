// SPDX-License-Identifier: EUPL-1.2
#include "app/check_installation.hpp"
#include "app/commands.hpp"
#include "app/daily_care.hpp"
#include "app/demo_agenda.hpp"
#include "app/demo_network.hpp"
#include "app/demo_programme.hpp"
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/import_job.hpp"
#include "app/renew_runs.hpp"
#include "app/site.hpp"
#include "commons/people/memberships.hpp"
#include "commons/watch/writer.hpp"
#include "feature/admin/alarm.hpp"
#include "feature/admin/choices.hpp"
#include "platform/clock/clock.hpp"
#include "platform/file/file.hpp"
#include "platform/http/server.hpp"
#include "platform/json/json.hpp"
#include "platform/web/refuse.hpp"

#include <chrono>
#include <csignal>
#include <mutex>

namespace wf::app {
namespace {

/// Blocks the signals that ask to stop, in this thread and all that it starts, so that `wait` alone gets them.
class StopSignals {
public:
    StopSignals()
    {
        sigemptyset(&m_set);
        sigaddset(&m_set, SIGINT);
        sigaddset(&m_set, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_set, &m_before);
    }
    ~StopSignals() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    StopSignals(StopSignals const&) = delete;
    StopSignals& operator=(StopSignals const&) = delete;
    /// True when told to stop within this time.
    [[nodiscard]] bool wait(std::chrono::milliseconds time) const
    {
        auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        timespec const limit{seconds.count(), std::chrono::nanoseconds{time - seconds}.count()};
        return sigtimedwait(&m_set, nullptr, &limit) > 0;
    }

private:
    sigset_t m_set{};
    sigset_t m_before{};
};

http::ServerOptions server_options(settings::Settings const& settings)
{
    http::ServerOptions options;
    options.address = settings.text("http.address");
    options.port = static_cast<std::uint16_t>(settings.integer("http.port"));
    options.workers = static_cast<int>(settings.integer("http.workers"));
    options.cache_bytes = static_cast<std::size_t>(settings.integer("http.cache_megabytes")) << 20;
    return options;
}

enum class Until { told_to_stop, first_answer };

Result<int> serve_site(web::CommandInput const& input, Until until)
{
    auto& store = *input.context.store;
    StopSignals const signals;
    intake::sweep_unpublished(store);
    job::Runner runner{store, 1}; // marks what an earlier life left behind
    WF_TRY(auto const rules, rules_of(*input.context.settings));
    WF_TRY(auto const house, make_house(*input.context.settings));
    WF_TRY(auto const postman, make_postman(store, *input.context.settings));
    WF_TRY_VOID(admin::apply_choices(store, *input.context.settings));
    WF_TRY(auto const provider, make_provider(*input.context.settings));
    auto const examine = [&] { return check_installation(*input.context.settings); };
    WF_TRY(auto const site, Site::make(store, *input.context.settings, make_features(rules, house, examine, provider),
                                       identify_by(house, store), refusals_for(house)));
    watch::Writer const writer{store, house->notebook()}; // ends after the server
    std::mutex log_mutex;
    http::ServerHooks hooks;
    hooks.handle = [&](http::Request const& request) { return site->handle(request); };
    hooks.is_slow = [&](http::Request const& request) { return site->is_slow(request); };
    hooks.on_failure = [&](int status, std::string_view code, http::Request const* request) {
        return site->explain_failure(status, code, request);
    };
    hooks.generation = [&] { return store.generation(); };
    hooks.log = [&](std::string_view line) {
        std::lock_guard const lock{log_mutex};
        input.err << line << std::endl;
    };
    auto const options = server_options(*input.context.settings);
    http::Server server{options, hooks};
    WF_TRY(auto const port, server.start());
    auto const address = "http://" + options.address + ':' + std::to_string(port);
    input.out << "Weefsel: " << address << "/" << std::endl;
    if (!store.read([](store::Session& session) { return people::is_kept(session); }))
        input.out << "Make the first administrator: " << address << "/begin?code=" << house->setup_code() << std::endl;
    if (until == Until::told_to_stop) {
        // Between two looks at the signals: did an import by another process change what pages show?
        DailyCare care{store, house->trail(), runner};
        RunRenewal renewal{store, *input.context.settings, input.context.code_version, runner};
        admin::Alarm alarm{site->context(), house};
        bool const may_tell = input.context.settings->boolean("login.alarm");
        while (!signals.wait(std::chrono::seconds{1})) {
            store.notice_changes();
            care.look(std::chrono::steady_clock::now());
            renewal.look();
            if (may_tell && alarm.look(now_millis()) > 0) postman->wake();
        }
        input.err << "stopping" << std::endl;
    } else {
        auto const answer = site->ask("/nl");
        input.out << "answered " << answer.status << " with " << answer.body.size() << " bytes" << std::endl;
    }
    server.stop();
    return 0;
}

Result<int> serve(web::CommandInput const& input)
{
    return serve_site(input, Until::told_to_stop);
}

Result<std::vector<ImportOrder>> read_demo(std::string const& folder,
                                           std::shared_ptr<walking::Rules const> const& rules)
{
    WF_TRY(auto const bytes, file::load(folder + "/demo.json"));
    WF_TRY(auto const document, json::read(bytes));
    std::vector<ImportOrder> orders;
    auto const* list = document.find("imports");
    if (list == nullptr || list->array() == nullptr)
        return Error{Trouble::bad_input, "demo.no_imports", folder + "/demo.json", "give a list \"imports\""};
    for (auto const& entry : *list->array()) {
        auto const* importer = entry.find("importer");
        auto const* name = entry.find("file");
        if (importer == nullptr || name == nullptr || importer->text() == nullptr || name->text() == nullptr)
            return Error{Trouble::bad_input, "demo.bad_import", folder + "/demo.json",
                         "each import has an importer and a file"};
        ImportOrder order{*importer->text(), folder + "/" + *name->text(), {}, rules};
        auto const* options = entry.find("options");
        if (options != nullptr && options->object() != nullptr) {
            for (auto const& [key, value] : *options->object()) {
                if (value.text() != nullptr) order.options[key] = *value.text();
            }
        }
        orders.push_back(std::move(order));
    }
    return orders;
}

Result<int> demo(web::CommandInput const& input)
{
    WF_TRY(auto const rules, rules_of(*input.context.settings));
    auto const folder = input.option("data").value_or("data/kampen");
    WF_TRY(auto const orders, read_demo(folder, rules));
    auto& store = *input.context.store;
    {
        intake::sweep_unpublished(store);
        job::Runner runner{store, 1};
        for (auto const& order : orders) {
            WF_TRY(auto const outcome, run_import_job(runner, store, order));
            auto const& report = outcome.report;
            input.out << order.path << ": ";
            if (outcome.already_there) input.out << "already there\n";
            else input.out << report.read << " read, " << report.kept << " kept, " << report.refused << " refused\n";
        }
    }
    job::NoProgress progress;
    WF_TRY_VOID(after_import(store, *input.context.settings, input.context.code_version, progress));
    WF_TRY(auto const house, make_house(*input.context.settings));
    WF_TRY_VOID(fill_agenda(store, house->trail(), folder + "/agenda.json"));
    WF_TRY_VOID(fill_network(store, house->trail(), folder + "/network.json"));
    WF_TRY_VOID(fill_programme(store, house->trail(), folder + "/programme.json"));
    return serve_site(input, input.option("once") ? Until::first_answer : Until::told_to_stop);
}

} // namespace

std::vector<web::Command> serve_commands()
{
    return {
        {"serve", "[--port N]", "Start the web server; by default for this machine alone", {"port"}, serve},
        {"demo",
         "[--data FOLDER] [--port N] [--once]",
         "Fill the store with the demonstration municipality and start the server",
         {"data", "port", "once"},
         demo},
    };
}

} // namespace wf::app
