// SPDX-License-Identifier: EUPL-1.2
#include "platform/access/rights.hpp"

#include <doctest/doctest.h>

namespace wf::access {
namespace {

Actor person(std::vector<Membership> memberships, bool two_factors = true)
{
    Actor actor;
    actor.person_id = "018f0000-0000-7000-8000-000000000001";
    actor.two_factors = two_factors;
    actor.memberships = std::move(memberships);
    return actor;
}

TEST_CASE("nothing is allowed that the table does not name")
{
    auto const rights = Rights::read(R"({"kinds": [
        {"kind": "note", "where": "workspace", "nl": "Notities", "en": "Notes", "may": {"read": ["members"], "add": ["worker"]}}]})")
                            .value();
    auto const worker = person({{"1", "kampen", "Kampen", {Role::worker}}});
    CHECK(rights.judge(worker, {Action::read, "note"}, "kampen") == Verdict::allowed);
    CHECK(rights.judge(worker, {Action::add, "note"}, "kampen") == Verdict::allowed);
    CHECK(rights.judge(worker, {Action::change, "note"}, "kampen") == Verdict::refused);
    CHECK(rights.judge(worker, {Action::read, "letter"}, "kampen") == Verdict::refused);
    CHECK(rights.judge(worker, {}, "kampen") == Verdict::refused);
    CHECK(rights.judge(nobody(), {Action::read, "note"}, "kampen") == Verdict::needs_login);
    CHECK_FALSE(rights.knows({Action::change, "note"}));
}

TEST_CASE("a role counts in its own workspace alone")
{
    auto const& rights = Rights::built_in();
    Needs const needs{Action::add, "membership"};
    auto const keeper =
        person({{"1", "kampen", "Kampen", {Role::administrator}}, {"2", "zwolle", "Zwolle", {Role::worker}}});
    CHECK(rights.judge(keeper, needs, "kampen") == Verdict::allowed);
    CHECK(rights.judge(keeper, needs, "zwolle") == Verdict::refused);
    CHECK(rights.judge(keeper, needs, "deventer") == Verdict::refused);
    CHECK(rights.judge(keeper, needs, "") == Verdict::refused);
    CHECK(rights.judge(keeper, {Action::manage, "installation"}, "kampen") == Verdict::refused);
    auto const top = person({{"0", "beheer", "Beheer", {Role::administrator}, true}});
    CHECK(rights.judge(top, {Action::manage, "installation"}, "") == Verdict::allowed);
    // Who keeps the installation does not see what is inside a workspace.
    CHECK(rights.judge(top, {Action::read, "workspace"}, "kampen") == Verdict::refused);
}

TEST_CASE("a role that asks for care counts only after a second proof")
{
    auto const& rights = Rights::built_in();
    auto const hasty = person({{"1", "kampen", "Kampen", {Role::administrator, Role::worker}}}, false);
    CHECK(rights.judge(hasty, {Action::add, "membership"}, "kampen") == Verdict::needs_factor);
    CHECK(rights.judge(hasty, {Action::read, "workspace"}, "kampen") == Verdict::allowed);
}

TEST_CASE("what is open is open to all, and one's own to any account")
{
    auto const& rights = Rights::built_in();
    CHECK(rights.may(nobody(), {Action::read, "area"}));
    CHECK(rights.may(person({}), {Action::read, "area"}));
    CHECK(rights.may(person({}), {Action::read, "account"}));
    CHECK(rights.judge(nobody(), {Action::read, "account"}, "") == Verdict::needs_login);
}

TEST_CASE("a table that contradicts itself is refused")
{
    auto const with = [](std::string_view where, std::string_view may) {
        return Rights::read(R"({"kinds": [{"kind": "x", "where": ")" + std::string{where} +
                            R"(", "nl": "x", "en": "x", "may": )" + std::string{may} + "}]}");
    };
    CHECK(with("workspace", R"({"read": ["members"]})"));
    for (auto const& [where, may] :
         {std::pair{"somewhere", R"({"read": ["members"]})"}, std::pair{"workspace", R"({"read": ["king"]})"},
          std::pair{"workspace", R"({"sing": ["members"]})"}, std::pair{"workspace", R"({"read": ["guest"]})"},
          std::pair{"workspace", R"({"read": []})"}, std::pair{"everywhere", R"({"read": ["worker"]})"},
          std::pair{"own", R"({"read": ["worker"]})"}, std::pair{"workspace", R"({})"}}) {
        CAPTURE(where);
        CAPTURE(may);
        CHECK(with(where, may).error().code == "access.bad_rights");
    }
    CHECK_FALSE(Rights::read("{"));
}

TEST_CASE("roles as words and back")
{
    CHECK(to_words({Role::administrator, Role::worker}) == "worker,administrator");
    CHECK(read_roles("worker,king,administrator") == Roles{Role::administrator, Role::worker});
    CHECK(read_roles("").empty());
}

} // namespace
} // namespace wf::access
