// SPDX-License-Identifier: EUPL-1.2
// A file too large for memory: out piece by piece, named only when it is whole, and in piece by piece. A full or broken disk throws
// std::system_error.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace wf::file {

/// Written as `path`.part, which only its owner can read; what an interrupted program left there is written over. Without `name()` it
/// is gone again.
class NewFile {
public:
    /// Errors: file.exists, file.being_written (another program does that now), file.unwritable (field = path).
    static Result<NewFile> make(std::string const& path);
    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&& other) noexcept;

    void write(std::string_view bytes);
    /// Waits until all is on the disk.
    void sync();
    /// Gives it its name, once it was synced. Error: file.exists (somebody took the name meanwhile).
    Result<void> name();

    [[nodiscard]] std::string const& part() const { return m_part; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    NewFile(std::string path, int descriptor)
        : m_path{std::move(path)}, m_part{m_path + ".part"}, m_descriptor{descriptor}
    {
    }
    void forget() noexcept;

    std::string m_path;
    std::string m_part;
    int m_descriptor{-1};
};

class OldFile {
public:
    /// Errors: file.not_found, file.unreadable.
    static Result<OldFile> open(std::string const& path);
    ~OldFile();
    OldFile(OldFile&& other) noexcept;
    OldFile& operator=(OldFile&& other) noexcept;

    /// Fills `into` as far as the file goes; how much that was. Less than asked: that was the end.
    std::size_t read(std::span<char> into);
    [[nodiscard]] std::int64_t bytes() const;

private:
    OldFile(std::string path, int descriptor) : m_path{std::move(path)}, m_descriptor{descriptor} {}
    std::string m_path;
    int m_descriptor{-1};
};

/// So that a new name in the folder of `path` is still there after the power failed.
void sync_folder_of(std::string const& path);

} // namespace wf::file
