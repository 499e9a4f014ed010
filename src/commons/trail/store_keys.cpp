// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"
#include "commons/trail/person_keys.hpp"

#include <optional>

namespace wf::trail {
namespace {

std::string place_of(std::string_view person_id)
{
    return "person_key:" + std::string{person_id};
}

std::optional<std::string> load_sealed(store::Session& session, std::string_view person_id)
{
    std::optional<std::string> sealed;
    session.query("SELECT sealed FROM person_key WHERE person_id = $1", {person_id},
                  [&](store::Row const& row) { sealed = std::string{row.bytes(0)}; });
    return sealed;
}

} // namespace

PersonKeys::PersonKeys(secret::Key const& installation) : m_key{installation.derive("person_key")} {}

Result<void> PersonKeys::make(store::Session& session, std::string_view person_id) const
{
    WF_TRY(auto const uuid, Uuid::parse(person_id));
    auto const person = uuid.to_string();
    auto const sealed = secret::seal(m_key, secret::Key::make().bytes(), place_of(person));
    session.exec("INSERT INTO person_key (person_id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                 {person, store::Bytes{sealed}});
    return {};
}

Result<secret::Key> PersonKeys::find(store::Session& session, std::string_view person_id) const
{
    WF_TRY(auto const uuid, Uuid::parse(person_id));
    auto const person = uuid.to_string();
    auto const sealed = load_sealed(session, person);
    if (!sealed)
        return Error{Trouble::not_found, "trail.no_person_key", person,
                     "this person has no key, or it was destroyed to erase what was known of them"};
    WF_TRY(auto const bytes, secret::open(m_key, *sealed, place_of(person)));
    return secret::Key::read(bytes);
}

bool PersonKeys::destroy(store::Session& session, std::string_view person_id)
{
    auto const uuid = Uuid::parse(person_id);
    auto const person = uuid ? uuid->to_string() : std::string{person_id};
    auto const sealed = load_sealed(session, person);
    if (!sealed) return false;
    // A deleted row stays behind in the file until its room is used again; zeros of the same length take its place first.
    std::string const zeros(sealed->size(), '\0');
    session.exec("UPDATE person_key SET sealed = $1 WHERE person_id = $2", {store::Bytes{zeros}, person});
    session.exec("DELETE FROM person_key WHERE person_id = $1", {person});
    return true;
}

} // namespace wf::trail
