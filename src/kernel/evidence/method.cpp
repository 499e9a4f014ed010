// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/method.hpp"

#include <array>
#include <utility>

namespace wf::evidence {

std::optional<Spread> find_spread(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, Spread>, 9> words{{{"reml", Spread::reml},
                                                                        {"dl", Spread::dl},
                                                                        {"pm", Spread::pm},
                                                                        {"ml", Spread::ml},
                                                                        {"eb", Spread::eb},
                                                                        {"sj", Spread::sj},
                                                                        {"he", Spread::he},
                                                                        {"hs", Spread::hs},
                                                                        {"fixed", Spread::fixed}}};
    for (auto const& [name, spread] : words) {
        if (name == word) return spread;
    }
    return std::nullopt;
}

std::optional<Reference> find_reference(std::string_view word)
{
    if (word == "z") return Reference::z;
    if (word == "knha") return Reference::knha;
    return std::nullopt;
}

} // namespace wf::evidence
