// SPDX-License-Identifier: EUPL-1.2
// A key for each person, under which what is personal is sealed; destroying it erases all of that at once, also where rows cannot
// change (the trail). A backup from before still holds the sealed key: who has it and the key file of the installation can read on.
// So the two are kept apart, backups are not kept for ever, and after putting one back the erasures since then are done again.
// Errors: trail.no_person_key (never made, or destroyed; field = the person), secret.not_opened (another installation's key).
#pragma once

#include "base/result.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <string_view>

namespace wf::trail {

class PersonKeys {
public:
    explicit PersonKeys(secret::Key const& installation);

    /// Makes a key where there is none; one that is there stays. `person_id` is a UUID: otherwise id.not_a_uuid.
    Result<void> make(store::Session& session, std::string_view person_id) const;
    /// Also for sealing other columns about that person.
    [[nodiscard]] Result<secret::Key> find(store::Session& session, std::string_view person_id) const;
    /// For good. False: there was none.
    static bool destroy(store::Session& session, std::string_view person_id);

private:
    secret::Key m_key;
};

} // namespace wf::trail
