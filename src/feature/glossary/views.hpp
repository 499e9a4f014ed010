// SPDX-License-Identifier: EUPL-1.2
// Words as rows with help for each field: a row for each sense.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <string>

namespace wf::glossary_pages {

struct WordsSummary {
    std::string sought;
    std::int64_t found{0};
};

template <class V>
void fields(V& v, WordsSummary const& x)
{
    v("sought", x.sought, "Wat gezocht is", "What was sought");
    v("found", x.found, "Woorden die erbij passen", "Words that fit");
}

struct WordRow {
    std::string id;
    std::string word;
    std::string word_en;
    std::int64_t sense{1};
    std::string meaning;
    std::string meaning_en;
    std::string source;
    std::string url;
    std::string workspace;
};

template <class V>
void fields(V& v, WordRow const& x)
{
    v("id", x.id, "Anker op de pagina", "Anchor on the page");
    v("word", x.word, "Het woord", "The word, in Dutch");
    v("word_en", x.word_en, "Het woord in het Engels; leeg bij een eigen betekenis",
      "The word in English; empty for a local definition");
    v("sense", x.sense, "De hoeveelste betekenis van dit woord", "Which sense of this word, from 1");
    v("meaning", x.meaning, "Wat het betekent", "What it means, in Dutch");
    v("meaning_en", x.meaning_en, "Wat het betekent, in het Engels; leeg bij een eigen betekenis",
      "What it means; empty for a local definition");
    v("source", x.source, "Waar dat vandaan komt", "Where that comes from");
    v("url", x.url, "Adres van de bron", "Address of the source");
    v("workspace", x.workspace, "De werkplaats die dit ermee bedoelt; leeg: gedeeld",
      "The workspace that means this by it; empty: shared");
}

} // namespace wf::glossary_pages
