// SPDX-License-Identifier: EUPL-1.2
// Asking `calc evidence` in a test, and finding a number in what it says.
#pragma once

#include "feature/calc/test_run.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <cmath>

namespace wf::calc::test {

inline json::Value answer(std::string const& words, std::string const& file, Options options)
{
    auto const outcome = run("calc evidence " + words, {file}, std::move(options));
    REQUIRE(outcome.status);
    REQUIRE_MESSAGE(*outcome.status == 0, outcome.out);
    auto const all = json::read(outcome.out);
    REQUIRE(all);
    auto const* const found = all->find("answer");
    REQUIRE(found != nullptr);
    return *found;
}

inline std::string refusal_of(std::string const& words, std::string const& text, Options options)
{
    SmallFile const file{text};
    auto const outcome = run("calc evidence " + words, {file.name()}, std::move(options));
    REQUIRE(outcome.status);
    CHECK(*outcome.status == 3);
    auto const all = json::read(outcome.out);
    REQUIRE(all);
    CHECK(!all->find("reason")->find("text")->text()->empty());
    return *all->find("reason")->find("code")->text();
}

inline Error error_of(std::string const& words, std::string const& text, Options options)
{
    SmallFile const file{text};
    auto const outcome = run("calc evidence " + words, {file.name()}, std::move(options));
    REQUIRE(!outcome.status);
    return outcome.status.error();
}

/// The number at `a.b.0.c`.
inline double at(json::Value const& value, std::string_view path)
{
    auto const point = path.find('.');
    auto const part = path.substr(0, point);
    json::Value const* next = nullptr;
    if (auto const* const array = value.array()) next = &array->at(std::stoul(std::string{part}));
    else next = value.find(part);
    REQUIRE_MESSAGE(next != nullptr, std::string{path});
    if (point != std::string_view::npos) return at(*next, path.substr(point + 1));
    REQUIRE(next->number());
    return *next->number();
}

inline bool near(double found, double expected, double tolerance = 1e-4)
{
    return std::abs(found - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

inline Options const yi_vi{{"effect", "yi"}, {"variance", "vi"}};

inline Options with(Options more)
{
    Options all = yi_vi;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace wf::calc::test
