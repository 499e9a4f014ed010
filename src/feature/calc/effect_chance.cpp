// SPDX-License-Identifier: EUPL-1.2
// Few clusters: `calc effect wild-bootstrap` and `permute`.
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/permute.hpp"
#include "kernel/effect/wild_bootstrap.hpp"

#include <algorithm>

namespace wf::calc {
namespace {

constexpr std::int64_t usual_draws = 9'999;
constexpr std::int64_t most_draws = 10'000'000;

Result<std::int64_t> draws_of(web::CommandInput const& input)
{
    auto const text = input.option("draws");
    if (!text) return usual_draws;
    auto const number = parse_integer(*text);
    if (!number || *number < 99 || *number > most_draws)
        return usage("--draws", "\"" + *text + "\": a whole number from 99 to 10000000 is wanted");
    return *number;
}

Result<int> run_wild(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    WF_TRY(auto const cluster, asking.one("cluster", Kind::label));
    WF_TRY(auto const tested, name_option(input, "test"));
    if (covariates.empty()) return usage("--covariates", "name the columns of the regression: a,b,c");
    effect::WildBootstrap question;
    bool const all = input.option("draws") == "all";
    if (!all) {
        WF_TRY(auto const draws, draws_of(input));
        question.draws = static_cast<std::uint64_t>(draws);
    } else {
        question.draws = 0;
    }
    WF_TRY(question.seed, seed_of(input));
    WF_TRY(auto const threads, thread_count(input));
    question.threads = Threads{threads};
    WF_TRY(auto const columns, asking.read());

    std::vector<stat::Column const*> used{&columns[outcome], &columns[cluster]};
    auto const terms = chosen(columns, covariates);
    used.insert(used.end(), terms.begin(), terms.end());
    auto const rows = stat::complete_rows(used);
    Basis basis{rows.size(), columns.rows() - rows.size(), "wild-bootstrap", effect::wild_bootstrap_version, {}, {}};
    if (!all) basis.seed = question.seed;
    auto design = stat::make_design(terms, rows);
    if (!design) return refuse_or_fail(input, design.error(), basis);
    question.tested = design->find(tested);
    if (question.tested == design->names.size()) {
        std::string known;
        for (auto const& name : design->names) known += (known.empty() ? "" : ", ") + name;
        return usage("--test", "no coefficient is called " + tested + "; there are " + known);
    }
    question.squares.x = std::move(design->x);
    question.squares.names = std::move(design->names);
    question.squares.y = stat::pick(columns[outcome], rows);
    question.clusters = stat::make_groups(columns[cluster], rows);
    auto const answer = effect::wild_bootstrap(std::move(question));
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    basis.settings.emplace_back("draws", std::to_string(answer->draws));
    JsonWriter json;
    json.begin_object()
        .member("estimate", answer->estimate)
        .member("t", answer->t)
        .member("p", answer->p)
        .member("draws", answer->draws)
        .member("clusters", answer->clusters)
        .end_object();
    auto warnings = columns.warnings();
    constexpr std::size_t too_few_patterns = 6;
    constexpr std::size_t few = 12;
    if (answer->clusters <= few)
        warnings.push_back(
            {"few_clusters", std::to_string(answer->clusters) +
                                 (answer->clusters < too_few_patterns
                                      ? " clusters have few patterns of signs: p cannot be small, whatever the data say"
                                      : " clusters: with 6 to 12 it saw something that was not there in up to 5.7 of "
                                        "100 simulations instead of 5, so a p just below 0.05 says little")});
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

/// Ways to treat clusters: a file with a column for each cluster and 0 or 1 in each row.
Result<std::vector<std::vector<double>>> read_space(std::string const& file, std::vector<std::string> const& clusters)
{
    std::vector<Wanted> wanted;
    for (auto const& name : clusters) wanted.push_back({name, Kind::number});
    WF_TRY(auto const columns, Columns::read(file, wanted));
    std::vector<std::vector<double>> space(columns.rows(), std::vector<double>(clusters.size()));
    for (std::size_t way = 0; way < columns.rows(); ++way) {
        for (std::size_t cluster = 0; cluster < clusters.size(); ++cluster) {
            double const value = columns[cluster].numbers[way];
            if (value != 0 && value != 1)
                return columns.error_at(way, cluster, "not_zero_or_one", "treated is 1, not treated is 0");
            space[way][cluster] = value;
        }
    }
    return space;
}

/// Names of the clusters that are left, in the order of their numbers.
std::vector<std::string> cluster_names(stat::Column const& column, std::vector<std::size_t> const& rows)
{
    std::vector<std::string> names;
    for (auto const row : rows) names.push_back(column.levels[column.codes[row]]);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<int> run_permute(web::CommandInput const& input)
{
    Asking asking{input};
    WF_TRY(auto const outcome, asking.one("outcome", Kind::number));
    WF_TRY(auto const treated, asking.one("treated", Kind::number));
    WF_TRY(auto const cluster, asking.one("cluster", Kind::label));
    WF_TRY(auto const covariates, asking.list("covariates", Kind::any));
    effect::Permutation question;
    WF_TRY(auto const draws, draws_of(input));
    question.draws = static_cast<std::uint64_t>(draws);
    WF_TRY(question.seed, seed_of(input));
    WF_TRY(auto const threads, thread_count(input));
    question.threads = Threads{threads};
    WF_TRY(auto const columns, asking.read());

    std::vector<stat::Column const*> used{&columns[outcome], &columns[treated], &columns[cluster]};
    auto const terms = chosen(columns, covariates);
    used.insert(used.end(), terms.begin(), terms.end());
    auto const rows = stat::complete_rows(used);
    Basis basis{rows.size(), columns.rows() - rows.size(), "permute", effect::permute_version, {}, {}};
    for (auto const row : rows) {
        double const value = columns[treated].numbers[row];
        if (value != 0 && value != 1)
            return columns.error_at(row, treated, "not_zero_or_one", "treated is 1, not treated is 0");
    }
    auto design = stat::make_design(terms, rows);
    if (!design) return refuse_or_fail(input, design.error(), basis);
    question.others.x = std::move(design->x);
    question.others.names = std::move(design->names);
    question.others.y = stat::pick(columns[outcome], rows);
    question.treated = stat::pick(columns[treated], rows);
    question.clusters = stat::make_groups(columns[cluster], rows);
    if (auto const file = input.option("space")) {
        WF_TRY(question.space, read_space(*file, cluster_names(columns[cluster], rows)));
        if (question.space.empty()) return usage("--space", *file + " has no rows: one for each allowed way is wanted");
    }
    auto const seed = question.seed;
    auto const answer = effect::permute(std::move(question));
    if (!answer) return refuse_or_fail(input, answer.error(), basis);
    if (!answer->all) basis.seed = seed;
    basis.settings.emplace_back("ways", std::to_string(answer->ways));
    JsonWriter json;
    json.begin_object()
        .member("statistic", answer->statistic)
        .member("p", answer->p)
        .member("ways", answer->ways)
        .member("all", answer->all)
        .member("clusters", answer->clusters)
        .member("treated_clusters", answer->treated)
        .end_object();
    return print_answer(input.out, std::move(json).finish(), basis, columns.warnings());
}

} // namespace

std::vector<web::Command> effect_chance_commands()
{
    using web::NeedsStore;
    return {
        {"calc effect wild-bootstrap",
         "FILE --outcome C --covariates a,b --test NAME --cluster C [--draws 9999|all] [--seed 1] [--threads N]",
         "Whether one coefficient is 0, with few clusters: signs of whole clusters are turned, the null imposed",
         with_common_options({"outcome", "covariates", "test", "cluster", "draws"}), run_wild, NeedsStore::no},
        {"calc effect permute",
         "FILE --outcome C --treated C --cluster C [--covariates a,b] [--space FILE] [--draws 9999] [--seed 1] [--threads N]",
         "Whether a difference can come from the lottery that chose the clusters; --space lists the allowed ways, a column for each cluster",
         with_common_options({"outcome", "treated", "cluster", "covariates", "space", "draws"}), run_permute,
         NeedsStore::no},
    };
}

} // namespace wf::calc
