// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/calc/effect.hpp"
#include "kernel/effect/advise.hpp"
#include "platform/file/file.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::calc {
namespace {

using effect::Situation;

/// Answers by name. What is asked is asked for: nothing is taken for granted.
class Answers {
public:
    Answers(json::Value const& document, std::string const& file) : m_document{document}, m_file{file} {}

    template <class Choice, std::size_t Count>
    Result<Choice> one_of(std::string_view name,
                          std::array<std::pair<std::string_view, Choice>, Count> const& words) const
    {
        auto const* const found = m_document.find(name);
        std::string all;
        for (auto const& [word, choice] : words) {
            if (found != nullptr && found->text() != nullptr && *found->text() == word) return choice;
            all += (all.empty() ? "one of \"" : ", \"") + std::string{word} + "\"";
        }
        return wrong(name, all);
    }
    Result<std::uint64_t> count(std::string_view name) const
    {
        constexpr double most = 1e12;
        auto const* const found = m_document.find(name);
        auto const number = found == nullptr ? std::nullopt : found->number();
        if (!number || *number < 0 || *number > most || std::floor(*number) != *number)
            return wrong(name, "a whole number of at least 0");
        return static_cast<std::uint64_t>(*number);
    }
    Result<bool> yes_or_no(std::string_view name) const
    {
        auto const* const found = m_document.find(name);
        if (found == nullptr || !found->boolean()) return wrong(name, "true or false");
        return *found->boolean();
    }

private:
    [[nodiscard]] Error wrong(std::string_view name, std::string const& wanted) const
    {
        return {Trouble::bad_input, "effect.answer", m_file + ", " + std::string{name}, wanted + " is wanted"};
    }

    json::Value const& m_document;
    std::string const& m_file;
};

constexpr std::array known{"others", "decides",     "before",
                           "after",  "people",      "clusters",
                           "starts", "can_stagger", "selected_on_outcome"};

Result<Situation> read_situation(std::string_view bytes, std::string const& file)
{
    auto document = json::read(bytes, {1U << 20, 16});
    if (!document) {
        document.error().field = file + (document.error().field.empty() ? "" : ", ") + document.error().field;
        return std::move(document.error());
    }
    if (document->object() == nullptr)
        return Error{Trouble::bad_input, "effect.answer", file, "an object with answers is wanted"};
    for (auto const& [name, value] : *document->object()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            return Error{Trouble::bad_input, "effect.answer", file + ", " + name,
                         "this is not asked; see --help for what is"};
    }
    Answers const answers{*document, file};
    Situation situation;
    using effect::Decider;
    using effect::Others;
    WF_TRY(situation.others, answers.one_of("others", std::array{std::pair{std::string_view{"never"}, Others::never},
                                                                 std::pair{std::string_view{"later"}, Others::later},
                                                                 std::pair{std::string_view{"none"}, Others::none}}));
    WF_TRY(situation.decides,
           answers.one_of("decides", std::array{std::pair{std::string_view{"lot"}, Decider::lot},
                                                std::pair{std::string_view{"organisation"}, Decider::organisation},
                                                std::pair{std::string_view{"people"}, Decider::people}}));
    WF_TRY(situation.before, answers.count("before"));
    WF_TRY(situation.after, answers.count("after"));
    WF_TRY(situation.people, answers.count("people"));
    WF_TRY(situation.clusters, answers.count("clusters"));
    WF_TRY(situation.starts, answers.count("starts"));
    WF_TRY(situation.can_stagger, answers.yes_or_no("can_stagger"));
    WF_TRY(situation.selected_on_outcome, answers.yes_or_no("selected_on_outcome"));
    return situation;
}

void write(JsonWriter& json, std::string_view name, effect::Words const& words)
{
    json.key(name).begin_object().member("nl", words.nl).member("en", words.en).end_object();
}

Result<int> run_advise(web::CommandInput const& input)
{
    if (input.arguments.size() != 1) return usage("FILE", "name one JSON file with answers, or - for standard input");
    auto const& file = input.arguments.front();
    WF_TRY(auto const bytes, file::load(file == "-" ? std::string{"/dev/stdin"} : file));
    WF_TRY(auto const situation, read_situation(bytes, file));
    auto const advised = effect::advise(situation);
    Basis const basis{situation.people, 0, "advise", effect::advise_version, {}, {}};
    auto const& first = advised.first;
    if (first.kind == effect::Kind::refusal) {
        bool const dutch = input.option("language") == "nl";
        auto const in = [dutch](effect::Words const& words) { return std::string{dutch ? words.nl : words.en}; };
        return print_refusal(input.out, first.code, in(first.why) + " " + in(first.remedy), basis);
    }
    JsonWriter json;
    json.begin_object().member("design", first.code).member("command", first.command);
    write(json, "why", first.why);
    write(json, "do", first.remedy);
    json.member("source", first.source).key("cautions").begin_array();
    std::vector<Warning> warnings;
    for (auto const& caution : advised.cautions) {
        json.begin_object().member("code", caution.code);
        write(json, "why", caution.why);
        write(json, "do", caution.remedy);
        json.member("source", caution.source).end_object();
        warnings.push_back({std::string{caution.code}, std::string{caution.why.en}});
    }
    json.end_array().end_object();
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> advise_commands()
{
    return {
        {"calc effect advise", "FILE.json [--language en|nl]",
         "Which design can say something of an effect, or why none can and what would change that. The file answers: others "
         "(never, later, none: who does not get it), decides (lot, organisation, people), before and after (moments "
         "measured), people, clusters (0: people are chosen one by one), starts (moments at which it begins), can_stagger, "
         "selected_on_outcome",
         with_common_options({"language"}), run_advise, web::NeedsStore::no}};
}

} // namespace wf::calc
