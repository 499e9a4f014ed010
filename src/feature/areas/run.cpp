// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/areas/areas.hpp"
#include "commons/runs/runs.hpp"
#include "commons/statistics/statistics.hpp"
#include "feature/areas/locator.hpp"
#include "feature/areas/profile.hpp"
#include "feature/areas/store.hpp"
#include "kernel/indicator/rate.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wf::area_pages {
namespace {

std::vector<std::string> datasets_of(std::vector<ProfileFigure> const& figures, std::vector<areas::Area> const& shapes)
{
    std::set<std::string> ids;
    for (auto const& figure : figures) {
        if (!figure.dataset_id.empty()) ids.insert(figure.dataset_id);
    }
    for (auto const& area : shapes) ids.insert(area.dataset_id);
    return {ids.begin(), ids.end()};
}

/// A figure says whether the land that it is about is the land that pages show: the same, changed, or not compared.
void compare_boundaries(store::Session& session, std::vector<ProfileFigure>& figures,
                        std::vector<areas::Area> const& shapes)
{
    std::map<std::string_view, int> shown;
    for (auto const& area : shapes) shown.emplace(area.code, area.year);
    std::map<std::pair<std::string_view, int>, areas::Boundary> compared;
    for (auto& figure : figures) {
        if (figure.boundary_year == 0) continue; // no figure, no land
        auto const year = shown.at(figure.area_code);
        if (figure.boundary_year == year) {
            figure.boundary = areas::Boundary::same;
            continue;
        }
        auto const [found, is_new] = compared.try_emplace({figure.area_code, figure.boundary_year});
        if (is_new) found->second = areas::compare_boundary(session, figure.area_code, figure.boundary_year, year);
        figure.boundary = found->second;
    }
}

std::string write_basis(std::vector<ProfileFigure> const& figures, std::size_t areas)
{
    auto const count = [&](Status status) {
        return std::count_if(figures.begin(), figures.end(),
                             [&](auto const& figure) { return figure.status == status; });
    };
    JsonWriter json;
    json.begin_object()
        .member("n", areas)
        .member("figures", figures.size())
        .member("answered", count(Status::answered))
        .member("refused", count(Status::refused))
        .member("missing", count(Status::missing))
        .end_object();
    return std::move(json).finish();
}

/// What changes the answer besides the inputs: the same inputs and settings give the same run.
std::string write_settings()
{
    JsonWriter json;
    json.begin_object()
        .member("least_denominator", indicator::RateInput{}.least_denominator)
        .member("indicators", Indicators::built_in().version())
        .member("measures", statistics::Measures::built_in().all().size())
        .end_object();
    return std::move(json).finish();
}

/// Where the answer is, since a table holds it better than a text.
constexpr std::string_view run_kind = "areas.profile";
constexpr std::string_view answer_text = R"({"table":"area_profile","locators":"area_locator"})";

} // namespace

Result<ProfileRun> compute_profile(store::Store& store, std::string_view municipality, std::string_view code_version)
{
    // Read, work out and write apart, so that the writer is held only for the writing.
    std::vector<areas::Area> shapes;
    auto const input = store.read([&](store::Session& session) {
        if (auto const whole = areas::find(session, municipality)) shapes.push_back(*whole);
        for (auto const level : {AreaLevel::district, AreaLevel::neighbourhood}) {
            auto const found = areas::list(session, level, municipality);
            shapes.insert(shapes.end(), found.begin(), found.end());
        }
        return load_input(session, municipality);
    });
    if (input.areas.empty())
        return Error{Trouble::not_found, "areas.unknown", std::string{municipality},
                     "import the areas of this municipality first"};

    auto figures = make_profile(input, Indicators::built_in());
    auto const inputs = datasets_of(figures, shapes);
    auto const settings = write_settings();
    auto const current =
        store.read([&](store::Session& session) { return runs::find_current(session, run_kind, municipality); });
    if (current && current->inputs == inputs && current->settings == settings &&
        current->method_version == indicator::rate_version)
        return ProfileRun{current->id, input.areas.size(), figures.size()};

    store.read([&](store::Session& session) { compare_boundaries(session, figures, shapes); });
    auto const locators = draw_locators(shapes);
    auto written = store.write([&](store::Session& session) -> Result<ProfileRun> {
        runs::Run run;
        run.kind = run_kind;
        run.subject = std::string{municipality};
        run.method = "indicator";
        run.method_version = indicator::rate_version;
        run.code_version = std::string{code_version};
        run.settings = settings;
        run.inputs = inputs;
        run.answer = std::string{answer_text};
        run.basis = write_basis(figures, input.areas.size());
        auto const id = runs::publish(session, run);
        add_profile(session, id, figures);
        add_locators(session, id, locators);
        return ProfileRun{id, input.areas.size(), figures.size()};
    });
    if (written) store.announce_change();
    return written;
}

Result<std::vector<ProfileRun>> compute_profiles(store::Store& store, std::string_view code_version)
{
    auto const municipalities =
        store.read([](store::Session& session) { return areas::list(session, AreaLevel::municipality, ""); });
    std::vector<ProfileRun> computed;
    for (auto const& municipality : municipalities) {
        WF_TRY(auto run, compute_profile(store, municipality.code, code_version));
        computed.push_back(std::move(run));
    }
    return computed;
}

} // namespace wf::area_pages
