// SPDX-License-Identifier: EUPL-1.2
// The texts of a fact, a partner and an own word, named once: forms, the trail and telling apart two writers go over these lists.
#pragma once

#include "commons/writing/texts.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wf::partners {

/// Where something was read and when; an empty source: from memory, nobody looked it up.
struct Proof {
    std::string source;    ///< an address, or words: "gesprek met de gemeente"; no names of persons
    std::string looked_on; ///< "2026-11-22" or "2026-11"
    bool is_checked{false};

    friend bool operator==(Proof const&, Proof const&) = default;
};

struct FactContent {
    std::string text;
    std::string source;
    std::string looked_on;
    std::string checked; ///< `yes`, or empty

    friend bool operator==(FactContent const&, FactContent const&) = default;
};
inline constexpr std::array fact_parts{writing::Part<FactContent>{"tekst", &FactContent::text},
                                       writing::Part<FactContent>{"bron", &FactContent::source},
                                       writing::Part<FactContent>{"gezien", &FactContent::looked_on},
                                       writing::Part<FactContent>{"nagekeken", &FactContent::checked}};

struct PartnerContent {
    std::string name;
    std::string kind;  ///< a word of Kind
    std::string field; ///< a word of Field
    std::string site;
    std::string since; ///< "2021" or a day
    std::string source;
    std::string looked_on;
    std::string checked; ///< `yes`, or empty

    friend bool operator==(PartnerContent const&, PartnerContent const&) = default;
};
inline constexpr std::array partner_parts{writing::Part<PartnerContent>{"naam", &PartnerContent::name},
                                          writing::Part<PartnerContent>{"soort", &PartnerContent::kind},
                                          writing::Part<PartnerContent>{"veld", &PartnerContent::field},
                                          writing::Part<PartnerContent>{"site", &PartnerContent::site},
                                          writing::Part<PartnerContent>{"sinds", &PartnerContent::since},
                                          writing::Part<PartnerContent>{"bron", &PartnerContent::source},
                                          writing::Part<PartnerContent>{"gezien", &PartnerContent::looked_on},
                                          writing::Part<PartnerContent>{"nagekeken", &PartnerContent::checked}};

/// "leeratelier", "leerateliers"
struct WordContent {
    std::string one;
    std::string many;

    friend bool operator==(WordContent const&, WordContent const&) = default;
};
inline constexpr std::array word_parts{writing::Part<WordContent>{"een", &WordContent::one},
                                       writing::Part<WordContent>{"meer", &WordContent::many}};

inline constexpr std::string_view yes = "ja";

/// Texts that differ between what stands there and what somebody wrote without having seen it.
template <class Parts, class Content>
[[nodiscard]] std::vector<std::string_view> differing(Parts const& parts, Content const& theirs, Content const& mine)
{
    std::vector<std::string_view> names;
    for (auto const& part : parts) {
        if (theirs.*part.text != mine.*part.text) names.push_back(part.name);
    }
    return names;
}

} // namespace wf::partners
