// SPDX-License-Identifier: EUPL-1.2
#include "commons/datasets/datasets.hpp"

#include "base/check.hpp"

#include <utility>

namespace wf::datasets {

std::string_view to_word(Kind kind)
{
    switch (kind) {
    case Kind::counted: return "counted";
    case Kind::estimated: return "estimated";
    case Kind::modelled: return "modelled";
    }
    report_bug("a kind of figure that has a word", __FILE__, __LINE__);
}

std::optional<Kind> parse_kind(std::string_view word)
{
    for (Kind const kind : {Kind::counted, Kind::estimated, Kind::modelled}) {
        if (to_word(kind) == word) return kind;
    }
    return std::nullopt;
}

std::string_view to_word(State state)
{
    switch (state) {
    case State::loading: return "loading";
    case State::published: return "published";
    case State::superseded: return "superseded";
    }
    report_bug("a state of a dataset that has a word", __FILE__, __LINE__);
}

void ImportReport::refuse(std::int64_t line, std::string code, std::string detail)
{
    ++refused;
    if (refusals.size() < most_listed) refusals.push_back({line, std::move(code), std::move(detail)});
}

} // namespace wf::datasets
