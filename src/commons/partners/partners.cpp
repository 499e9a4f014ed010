// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/partners.hpp"

#include "base/check.hpp"
#include "base/date.hpp"
#include "base/enum_words.hpp"
#include "base/text.hpp"
#include "base/web_address.hpp"

namespace wf::embedded::commons_partners {
std::string_view find(std::string_view name);
}

namespace wf::partners {
namespace {

constexpr std::array kind_words{std::pair{Kind::hogeschool, "hogeschool"},
                                std::pair{Kind::provider, "provider"},
                                std::pair{Kind::municipality, "municipality"},
                                std::pair{Kind::client_organisation, "client_organisation"},
                                std::pair{Kind::knowledge_institute, "knowledge_institute"},
                                std::pair{Kind::club, "club"},
                                std::pair{Kind::firm, "firm"},
                                std::pair{Kind::residents_initiative, "residents_initiative"}};
constexpr std::array field_words{std::pair{Field::welfare, "welfare"},
                                 std::pair{Field::care, "care"},
                                 std::pair{Field::sport, "sport"},
                                 std::pair{Field::safety, "safety"},
                                 std::pair{Field::work, "work"},
                                 std::pair{Field::culture, "culture"},
                                 std::pair{Field::education, "education"},
                                 std::pair{Field::housing, "housing"},
                                 std::pair{Field::government, "government"},
                                 std::pair{Field::other, "other"}};

bool is_year(std::string_view text)
{
    return text.size() == 4 && Date::parse(std::string{text} + "-01-01").has_value();
}

bool is_month(std::string_view text)
{
    return text.size() == 7 && Date::parse(std::string{text} + "-01").has_value();
}

} // namespace

std::string_view to_word(Kind kind)
{
    return word_in(kind_words, kind);
}

std::optional<Kind> read_kind(std::string_view word)
{
    return read_in(kind_words, word);
}

std::string_view to_word(Field field)
{
    return word_in(field_words, field);
}

std::optional<Field> read_field(std::string_view word)
{
    return read_in(field_words, word);
}

std::string_view to_word(Term term)
{
    switch (term) {
    case Term::studio: return "studio";
    }
    throw Bug{"a term that is none"};
}

std::vector<store::Migration> migrations()
{
    return {{"0038_partners", std::string{embedded::commons_partners::find("schema.sql")}}};
}

Kind Partner::kind() const
{
    auto const read = read_kind(content.kind);
    WF_CHECK(read.has_value());
    return *read;
}

Field Partner::field() const
{
    auto const read = read_field(content.field);
    WF_CHECK(read.has_value());
    return *read;
}

std::string OwnWord::title() const
{
    auto title = content.many;
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

Result<void> check_looked_on(std::string_view text)
{
    if (text.empty() || is_month(text) || Date::parse(text)) return {};
    return Error{Trouble::bad_input, "partners.bad_looked_on", "gezien", std::string{text}};
}

Result<void> check_proof(Proof const& proof)
{
    WF_TRY_VOID(check_looked_on(proof.looked_on));
    if (!proof.is_checked) return {};
    if (trim(proof.source).empty()) return Error{Trouble::bad_input, "partners.no_source", "bron", ""};
    if (proof.looked_on.empty()) return Error{Trouble::bad_input, "partners.no_looked_on", "gezien", ""};
    return {};
}

Result<void> check_site(std::string_view text)
{
    if (text.empty() || is_web_address(text)) return {};
    return Error{Trouble::bad_input, "partners.bad_site", "site", std::string{text}};
}

Result<void> check_since(std::string_view text)
{
    if (text.empty() || is_year(text) || Date::parse(text)) return {};
    return Error{Trouble::bad_input, "partners.bad_since", "sinds", std::string{text}};
}

} // namespace wf::partners
