// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/told.hpp"

#include "platform/web/moments.hpp"

namespace wf::agenda {

using namespace html;

namespace {

void write_word(Html& page, words::Words const& t, Word const& word)
{
    auto const& kind = word.record_kind;
    bool const is_by_record = kind == told_by::dropped_step || kind == told_by::stopped_plan ||
                              kind == told_by::studio || kind == told_by::ended_studio;
    page(tag::li, attr::cls(is_not_done(word) ? "not" : "done"), [&] {
        page(tag::b, web::day_of(t, word.told_on));
        page.text(" ");
        page.text(t("agenda.told." + (is_by_record ? kind : std::string{to_word(word.status)})));
        if (!word.words.empty()) page(tag::p, word.words);
    });
}

} // namespace

void write_told(Html& page, words::Words const& t, Question const& question, std::span<Word const> words)
{
    page(tag::ol, attr::cls("trail"), [&] {
        page(tag::li, attr::cls("done"), [&] {
            page(tag::b, web::day_of(t, question.asked_on));
            page.text(" " + std::string{t("agenda.told.asked")});
        });
        for (auto const& word : words) write_word(page, t, word);
    });
}

} // namespace wf::agenda
