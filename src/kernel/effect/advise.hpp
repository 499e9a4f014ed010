// SPDX-License-Identifier: EUPL-1.2
// Question     what can be known of an effect, with the people, moments and choices there are: which design fits, and what spoils it?
// Assumption   what was answered is so. Rules are a table (`advise_rules.cpp`): the first design of which all conditions hold, and every
//              caution of which they do. A design is advised, not an outcome.
// Errors       none: each answer leads to a design, or to a refusal with a code and what would make it answerable.
// Source       each rule names its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wf::effect {

inline constexpr char const* advise_version = "1";

enum class Others : std::uint8_t { never, later, none };         ///< is there a group that does not get it?
enum class Decider : std::uint8_t { lot, organisation, people }; ///< who decides who gets it?

struct Situation {
    Others others{Others::none};
    Decider decides{Decider::organisation};
    std::uint64_t before{0}; ///< moments at which is measured before it begins
    std::uint64_t after{0};  ///< and after
    std::uint64_t people{0}; ///< who get it, and are measured
    std::uint64_t clusters{
        0}; ///< groups or places that get it or not as a whole, with and without; 0 where people are chosen one by one
    std::uint64_t starts{1};         ///< moments at which it begins for some
    bool can_stagger{false};         ///< can it still be decided to begin at different moments?
    bool selected_on_outcome{false}; ///< are people in it because they scored badly (or well) on what is measured?
};

struct Words {
    std::string_view nl;
    std::string_view en;
};

enum class Kind : std::uint8_t { design, refusal, caution };

struct Advice {
    Kind kind{Kind::design};
    std::string_view code;    ///< of the design as `calc effect` names it, of the refusal, of the caution
    std::string_view command; ///< to work it out with; empty for a refusal
    Words why;
    Words remedy; ///< of a refusal: what would make it answerable. Of a design: what to do
    std::string_view source;
};

struct Advised {
    Advice first; ///< a design or a refusal
    std::vector<Advice> cautions;
};

[[nodiscard]] Advised advise(Situation const& situation);

/// Every rule, for tests and for the page of the method.
[[nodiscard]] std::vector<Advice> all_advice();

} // namespace wf::effect
