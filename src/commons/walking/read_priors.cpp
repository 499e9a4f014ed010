// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/walking/fields.hpp"
#include "commons/walking/version.hpp"
#include "commons/walking/walking.hpp"
#include "commons/walking/words.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace wf::walking {
namespace {

/// A list of words, or "*" for all of them.
template <class E>
std::vector<E> read_words(Field const& field, std::span<Word<E> const> words)
{
    std::vector<E> list;
    if (auto const* const said = field.value().text(); said != nullptr && *said == "*") {
        for (auto const& one : words) list.push_back(one.value);
        return list;
    }
    for (auto const& item : field.some_items()) {
        E const one = item.word(words);
        if (std::find(list.begin(), list.end(), one) != list.end())
            item.fault("walking.twice", "this word is there already");
        list.push_back(one);
    }
    return list;
}

PriorEntry read_entry(Field const& field)
{
    field.allow({"attribute", "roads", "surroundings", "chance", "low", "high", "source", "note_nl", "note_en"});
    PriorEntry entry;
    entry.attribute = field["attribute"].word(attribute_words());
    entry.roads = read_words(field["roads"], road_words());
    entry.surroundings = read_words(field["surroundings"], surroundings_words());
    entry.prior.chance = field["chance"].number(0, 1);
    entry.prior.low = field["low"].number(0, entry.prior.chance);
    entry.prior.high = field["high"].number(entry.prior.chance, 1);
    entry.source = field.text_or_empty("source");
    entry.assumed = entry.source.empty();
    entry.note_nl = field["note_nl"].text();
    entry.note_en = field["note_en"].text();
    return entry;
}

using Cell = std::tuple<reach::Attribute, reach::Road, reach::Surroundings>;

std::string to_line(Cell const& cell)
{
    auto const& [attribute, road, surroundings] = cell;
    return std::string{to_word(attribute)} + ", " + std::string{to_word(road)} + ", " +
           std::string{to_word(surroundings)};
}

/// Where each chance stands, and which entry said it.
class Table {
public:
    void add(PriorEntry const& entry, Field const& field)
    {
        for (auto const road : entry.roads) {
            for (auto const surroundings : entry.surroundings) {
                Cell const cell{entry.attribute, road, surroundings};
                auto const [known, added] = m_said.emplace(cell, field.path());
                if (!added) field.fault("walking.twice", to_line(cell) + ": " + known->second + " says this already");
                m_priors.table[static_cast<std::size_t>(entry.attribute)][static_cast<std::size_t>(road)]
                              [static_cast<std::size_t>(surroundings)] = entry.prior;
            }
        }
    }
    void check_full(Faults& faults) const
    {
        for (auto const& attribute : attribute_words()) {
            for (auto const& road : road_words()) {
                for (auto const& surroundings : surroundings_words()) {
                    Cell const cell{attribute.value, road.value, surroundings.value};
                    if (!m_said.contains(cell))
                        faults.add("walking.missing", "priors", "add a chance for " + to_line(cell));
                }
            }
        }
    }
    [[nodiscard]] reach::Priors const& priors() const { return m_priors; }

private:
    std::map<Cell, std::string> m_said;
    reach::Priors m_priors;
};

/// Entries with their words: a page says them, so they count too.
std::string canonical(std::vector<PriorEntry> const& entries)
{
    JsonWriter json;
    json.begin_array();
    for (auto const& one : entries) {
        json.begin_array().value(to_word(one.attribute));
        json.begin_array();
        for (auto const road : one.roads) json.value(to_word(road));
        json.end_array().begin_array();
        for (auto const surroundings : one.surroundings) json.value(to_word(surroundings));
        json.end_array();
        json.value(one.prior.chance).value(one.prior.low).value(one.prior.high);
        json.value(one.source).value(one.note_nl).value(one.note_en).end_array();
    }
    json.end_array();
    return std::move(json).finish();
}

} // namespace

Result<WalkPriors> read_priors(std::string_view json)
{
    WF_TRY(auto const file, read_file_text(json));
    Faults faults;
    Field const root{file, "", faults};
    root.allow({"about", "priors"});
    if (auto const about = root.find("about")) static_cast<void>(about->text());
    WalkPriors result;
    Table table;
    for (auto const& field : root["priors"].some_items()) {
        result.entries.push_back(read_entry(field));
        table.add(result.entries.back(), field);
    }
    table.check_full(faults);
    if (faults.first()) return *faults.first();
    result.priors = table.priors();
    result.version = short_version(canonical(result.entries));
    return result;
}

} // namespace wf::walking
