// SPDX-License-Identifier: EUPL-1.2
// What a database must do to stand behind Store. Only files in this folder include this header.
#pragma once

#include "platform/store/store.hpp"
#include "platform/store/tokens.hpp"

#include <functional>

namespace wf::store {

class Backend {
public:
    virtual ~Backend() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    /// Calls `work` once, on one consistent snapshot.
    virtual void read(std::function<void(Session&)> const& work) = 0;
    /// Calls `work` in a transaction, again when the database asks for that. Commits when it returns true.
    virtual void write(std::function<bool(Session&)> const& work) = 0;
};

} // namespace wf::store
