// SPDX-License-Identifier: EUPL-1.2
// The public agenda of a werkplaats as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::agenda_pages {

struct AgendaSummary {
    std::string werkplaats;
    std::int64_t questions{0};
    std::int64_t from_residents{0};
    std::int64_t with_national_theme{0};
    std::int64_t found{0};
    std::optional<std::int64_t> next;
};

template <class V>
void fields(V& v, AgendaSummary const& x)
{
    v("werkplaats", x.werkplaats, "Naam van de werkplaats", "Name of the werkplaats");
    v("questions", x.questions, "Vragen op de agenda, samengevoegde één keer geteld",
      "Questions on the agenda, merged ones counted once");
    v("from_residents", x.from_residents, "Daarvan gesteld door een bewoner", "Of these, asked by a resident");
    v("with_national_theme", x.with_national_theme, "Daarvan met een landelijk thema",
      "Of these, with a national theme");
    v("found", x.found, "Vragen die passen bij wat gezocht is", "Questions that fit what was sought");
    v("next", x.next, "Er zijn er meer: vraag ze met ?vanaf=", "There are more: ask for them with ?vanaf=");
}

struct QuestionRow {
    std::string id;
    std::string words;
    std::string status;
    std::string asker;
    std::optional<std::string> area;
    std::optional<std::string> theme;
    std::optional<std::string> national_theme;
    std::optional<std::string> stands_on;
    std::string asked_on;
    std::string last_word_on;
    std::int64_t days_since_word{0};
    bool invented{false};
};

template <class V>
void fields(V& v, QuestionRow const& x)
{
    v("id", x.id, "Nummer van de vraag", "Id of the question");
    v("words", x.words, "De vraag zoals die op de agenda staat", "The question as it stands on the agenda");
    v("status", x.status,
      "on_agenda, in_studio: in een leeratelier, in_plan, applied: toegepast, answered: beantwoord, not_taken_up",
      "on_agenda, in_studio, in_plan, applied, answered, not_taken_up");
    v("asker", x.asker, "Wie vroeg: resident, worker, provider, municipality, education",
      "Who asked: resident, worker, provider, municipality, education");
    v("area", x.area, "CBS-code van het gebied waar het over gaat", "CBS code of the area that it is about");
    v("theme", x.theme, "Thema van de regio", "Theme of the region");
    v("national_theme", x.national_theme, "Landelijk thema", "National theme");
    v("stands_on", x.stands_on, "Pagina waar de vraag bij hoort", "Page that the question stands on");
    v("asked_on", x.asked_on, "Dag waarop het gevraagd is", "Day on which it was asked");
    v("last_word_on", x.last_word_on, "Dag van het laatste bericht aan wie vroeg", "Day of the last word to who asked");
    v("days_since_word", x.days_since_word, "Dagen sinds dat bericht", "Days since that word");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

} // namespace wf::agenda_pages
