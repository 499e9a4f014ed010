// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/age_band.hpp"

#include "base/text.hpp"

namespace wf::cbs {
namespace {

/// A whole number of years at the front, which is taken off.
std::optional<int> take_years(std::string_view& words)
{
    auto const end = words.find_first_not_of("0123456789");
    auto const years = parse_integer(words.substr(0, end));
    if (!years || *years > 130) return std::nullopt;
    words.remove_prefix(end == std::string_view::npos ? words.size() : end);
    return static_cast<int>(*years);
}

bool take(std::string_view& words, std::string_view expected)
{
    if (!words.starts_with(expected)) return false;
    words.remove_prefix(expected.size());
    return true;
}

} // namespace

std::optional<std::string> parse_age_band(std::string_view words)
{
    std::string const folded = fold_case(trim(words));
    if (folded.starts_with("totaal")) return "";
    std::string_view rest = folded;
    auto const from = take_years(rest);
    if (!from) return std::nullopt;
    if (rest == " jaar of ouder" || rest == " jaar en ouder") return std::to_string(*from) + "+";
    if (rest == " jaar") return std::to_string(*from);
    if (!take(rest, " - ") && !take(rest, " tot ") && !take(rest, "-")) return std::nullopt;
    auto const to = take_years(rest);
    if (!to || *to <= *from || rest != " jaar") return std::nullopt;
    return std::to_string(*from) + "-" + std::to_string(*to);
}

std::optional<std::string> parse_sex(std::string_view words)
{
    std::string const folded = fold_case(trim(words));
    if (folded == "t001038" || folded.starts_with("totaal")) return "";
    if (folded == "3000" || folded == "mannen") return "men";
    if (folded == "4000" || folded == "vrouwen") return "women";
    return std::nullopt;
}

std::string join_group(std::string const& sex, std::string const& age)
{
    if (sex.empty()) return age;
    return age.empty() ? sex : sex + " " + age;
}

} // namespace wf::cbs
