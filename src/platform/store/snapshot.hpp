// SPDX-License-Identifier: EUPL-1.2
// A whole database as it was at one moment, byte for byte, while others read and write it: what a backup holds.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wf::store {

class Snapshot {
public:
    /// `path` is the file of a database that has had its migrations. It wants as much room again beside it, for as long as the
    /// snapshot lives, in the file `path`.snapshot.part: nowhere else, because it is as readable as the database. Errors: those of
    /// Store::open, store.no_file, store.no_schema, store.no_room, store.snapshot_taken (another process makes one now).
    static Result<Snapshot> take(std::string const& path);
    ~Snapshot();
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) noexcept;

    [[nodiscard]] std::int64_t bytes() const;
    /// Names of the steps of the schema that were applied, in order of name.
    [[nodiscard]] std::vector<std::string> const& migrations() const;
    /// Which of these tables hold a row; a table that is not there holds none.
    [[nodiscard]] std::vector<std::string> filled(std::vector<std::string> const& tables) const;

    using Take = std::function<Result<void>(std::string_view bytes)>;
    /// All bytes in order, in pieces of at most `piece`. The error is that of `take`.
    Result<void> read(std::size_t piece, Take const& take) const;

private:
    struct Inner;
    explicit Snapshot(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

} // namespace wf::store
