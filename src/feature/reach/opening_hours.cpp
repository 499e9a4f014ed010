// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/opening_hours.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {
namespace {

struct Sign {
    std::string_view sign;
    std::string_view nl;
    std::string_view en;
};
constexpr std::array<Sign, 13> signs{{{"Mo", "ma", "Mon"},
                                      {"Tu", "di", "Tue"},
                                      {"We", "wo", "Wed"},
                                      {"Th", "do", "Thu"},
                                      {"Fr", "vr", "Fri"},
                                      {"Sa", "za", "Sat"},
                                      {"Su", "zo", "Sun"},
                                      {"PH", "feestdagen", "public holidays"},
                                      {"SH", "schoolvakanties", "school holidays"},
                                      {"off", "dicht", "closed"},
                                      {"closed", "dicht", "closed"},
                                      {"sunrise", "zonsopgang", "sunrise"},
                                      {"sunset", "zonsondergang", "sunset"}}};

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view translate(std::string_view word, words::Language language)
{
    auto const found = std::find_if(signs.begin(), signs.end(), [&](Sign const& one) { return one.sign == word; });
    if (found == signs.end()) return word;
    return language == words::Language::nl ? found->nl : found->en;
}

std::string write_rule(std::string_view rule, words::Language language)
{
    if (rule == "24/7") return language == words::Language::nl ? "dag en nacht" : "day and night";
    std::string written;
    std::size_t at = 0;
    while (at < rule.size()) {
        std::size_t end = at;
        if (rule[at] == '"') { // a remark, which is not ours to change
            end = std::min(rule.find('"', at + 1), rule.size() - 1) + 1;
            written += rule.substr(at, end - at);
        } else if (is_letter(rule[at])) {
            while (end < rule.size() && is_letter(rule[end])) ++end;
            written += translate(rule.substr(at, end - at), language);
        } else {
            end = at + 1;
            written += rule[at];
            if (rule[at] == ',' && end < rule.size() && rule[end] != ' ') written += ' ';
        }
        at = end;
    }
    return written;
}

} // namespace

std::vector<std::string> write_opening_hours(std::string_view text, words::Language language)
{
    std::vector<std::string> rules;
    std::size_t begin = 0;
    bool in_remark = false;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] == '"') in_remark = !in_remark;
        if (at < text.size() && (text[at] != ';' || in_remark)) continue;
        if (auto const rule = trim(text.substr(begin, at - begin)); !rule.empty())
            rules.push_back(write_rule(rule, language));
        begin = at + 1;
    }
    return rules;
}

} // namespace wf::reach_pages
