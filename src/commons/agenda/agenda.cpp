// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/agenda.hpp"

#include "base/check.hpp"
#include "base/enum_words.hpp"
#include "base/web_address.hpp"
#include "platform/json/json.hpp"

namespace wf::embedded::commons_agenda {
std::string_view find(std::string_view name);
}

namespace wf::agenda {
namespace {

constexpr std::array asker_words{std::pair{Asker::resident, "resident"}, std::pair{Asker::worker, "worker"},
                                 std::pair{Asker::provider, "provider"}, std::pair{Asker::municipality, "municipality"},
                                 std::pair{Asker::education, "education"}};
constexpr std::array status_words{std::pair{Status::asked, "asked"},
                                  std::pair{Status::on_agenda, "on_agenda"},
                                  std::pair{Status::in_studio, "in_studio"},
                                  std::pair{Status::in_plan, "in_plan"},
                                  std::pair{Status::applied, "applied"},
                                  std::pair{Status::answered, "answered"},
                                  std::pair{Status::not_taken_up, "not_taken_up"},
                                  std::pair{Status::merged, "merged"}};

std::vector<NationalTheme> read_themes()
{
    auto const read = json::read(embedded::commons_agenda::find("themes.json"));
    WF_CHECK(read.has_value());
    auto const* list = read->find("themes");
    WF_CHECK(list != nullptr && list->array() != nullptr);
    std::vector<NationalTheme> themes;
    for (auto const& one : *list->array()) {
        auto const text = [&](std::string_view name) {
            auto const* value = one.find(name);
            WF_CHECK(value != nullptr && value->text() != nullptr);
            return std::string{*value->text()};
        };
        themes.push_back({text("id"), text("nl"), text("en"), text("source")});
    }
    return themes;
}

} // namespace

std::string_view to_word(Asker asker)
{
    return word_in(asker_words, asker);
}

std::optional<Asker> read_asker(std::string_view word)
{
    return read_in(asker_words, word);
}

std::string_view to_word(Status status)
{
    return word_in(status_words, status);
}

std::optional<Status> read_status(std::string_view word)
{
    return read_in(status_words, word);
}

bool is_not_done(Word const& word)
{
    return word.record_kind == told_by::dropped_step || word.record_kind == told_by::stopped_plan ||
           word.status == Status::not_taken_up;
}

Result<void> check_origin_page(std::string_view page)
{
    if (page.empty() || is_own_page(page)) return {};
    return Error{Trouble::bad_input, "agenda.bad_origin", "bij", "a page of this site, such as /plek/n12"};
}

std::vector<store::Migration> migrations()
{
    return {{"0035_question", std::string{embedded::commons_agenda::find("schema.sql")}},
            {"0046_question_wording", std::string{embedded::commons_agenda::find("wording.sql")}}};
}

std::int64_t Tally::all_public() const
{
    std::int64_t sum = 0;
    for (auto const& [asker, count] : by_asker) sum += count;
    return sum;
}

std::vector<NationalTheme> const& national_themes()
{
    static auto const themes = read_themes();
    return themes;
}

} // namespace wf::agenda
