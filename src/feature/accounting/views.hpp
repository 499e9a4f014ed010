// SPDX-License-Identifier: EUPL-1.2
// The lines of an accounting as a spreadsheet has them.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wf::accounting {

struct AccountingSummary {
    std::string workspace;
    std::int64_t year{0};
    std::string made_on;
};

template <class V>
void fields(V& v, AccountingSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("year", x.year, "Jaar waarover het gaat", "Year that it is about");
    v("made_on", x.made_on, "Dag waarop dit is geteld", "Day on which this was counted");
}

/// Its texts are those of the sheet: there are tens of thousands.
struct AccountingLine {
    std::string_view section;
    std::string_view heading;
    std::string_view kind;
    std::string_view label;
    std::optional<std::int64_t> number{};
    std::optional<double> percent{};
    std::optional<std::string_view> unit{};
    std::optional<std::string_view> detail{};
    std::optional<std::string_view> link{};
};

template <class V>
void fields(V& v, AccountingLine const& x)
{
    v("section", x.section,
      "Onderdeel: issues, forms, products, partners, participants, beneficiaries, publications, uptake, activities, budget",
      "Section: issues, forms, products, partners, participants, beneficiaries, publications, uptake, activities, budget");
    v("heading", x.heading, "Kop van het onderdeel", "Heading of the section");
    v("kind", x.kind, "count: een telling, record: een gegeven waaruit geteld is, nothing: geen gegevens vastgelegd",
      "count: a number, record: something that was counted, nothing: no data were recorded");
    v("label", x.label, "Wat geteld is, of hoe het gegeven heet", "What was counted, or what the record is called");
    v("number", x.number, "Het getal, of een bedrag in hele euro's; leeg: niet vastgelegd, of een deel van honderd",
      "The number, or an amount in whole euros; empty: not recorded, or a share");
    v("percent", x.percent, "Het deel van honderd; leeg: niet vastgelegd, of een getal",
      "The share in per cent; empty: not recorded, or a number");
    v("unit", x.unit, "€ of %; leeg: een aantal", "€ or %; empty: a number of things");
    v("detail", x.detail, "Wat van het gegeven bekend is", "What is known of the record");
    v("link", x.link, "Pagina van het gegeven", "Page of the record");
}

} // namespace wf::accounting
