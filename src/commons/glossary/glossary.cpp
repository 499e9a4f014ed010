// SPDX-License-Identifier: EUPL-1.2
#include "commons/glossary/glossary.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::embedded::commons_glossary {
std::string_view find(std::string_view name);
}

namespace wf::glossary {
namespace {

/// The file is ours: what does not fit in it is a bug.
std::string text_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    WF_CHECK(member != nullptr && member->text() != nullptr);
    return *member->text();
}

std::vector<json::Value> const& list_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    WF_CHECK(member != nullptr && member->array() != nullptr);
    return *member->array();
}

std::vector<SharedTerm> read_terms()
{
    auto const read = json::read(embedded::commons_glossary::find("glossary.json"));
    WF_CHECK(read.has_value());
    std::vector<SharedTerm> terms;
    for (auto const& one : list_of(*read, "terms")) {
        SharedTerm term{text_of(one, "id"), text_of(one, "nl"), text_of(one, "en"), {}, {}};
        for (auto const& other : list_of(one, "also")) {
            WF_CHECK(other.text() != nullptr);
            term.also.push_back(*other.text());
        }
        for (auto const& sense : list_of(one, "senses"))
            term.senses.push_back(
                {text_of(sense, "nl"), text_of(sense, "en"), text_of(sense, "source"), text_of(sense, "url")});
        terms.push_back(std::move(term));
    }
    std::sort(terms.begin(), terms.end(), [](SharedTerm const& a, SharedTerm const& b) {
        return std::pair{sort_key(a.nl), a.id} < std::pair{sort_key(b.nl), b.id};
    });
    return terms;
}

} // namespace

std::vector<SharedTerm> const& shared_terms()
{
    static auto const terms = read_terms();
    return terms;
}

SharedTerm const* find_shared(std::string_view id)
{
    auto const& all = shared_terms();
    auto const found = std::find_if(all.begin(), all.end(), [&](SharedTerm const& term) { return term.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string_view to_word(State state)
{
    return state == State::shown ? "shown" : "retired";
}

std::optional<State> read_state(std::string_view word)
{
    for (auto const state : {State::shown, State::retired}) {
        if (to_word(state) == word) return state;
    }
    return std::nullopt;
}

std::vector<store::Migration> migrations()
{
    return {{"0048_glossary", std::string{embedded::commons_glossary::find("schema.sql")}}};
}

} // namespace wf::glossary
