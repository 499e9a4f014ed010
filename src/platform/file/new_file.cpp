// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/new_file.hpp"

#include "platform/file/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wf::file {
namespace {

[[noreturn]] void fail(std::string const& path)
{
    throw std::system_error{errno, std::generic_category(), path};
}

Error taken(std::string const& path)
{
    return {Trouble::conflict, "file.exists", path,
            "there is a file of this name already; choose another name or move it away"};
}

/// Is the open file still the one of that name? It was finished or removed when not.
bool is_at(int descriptor, std::string const& path)
{
    struct stat own {};
    struct stat there {};
    return ::fstat(descriptor, &own) == 0 && ::lstat(path.c_str(), &there) == 0 && own.st_ino == there.st_ino &&
           own.st_dev == there.st_dev;
}

} // namespace

Result<NewFile> NewFile::make(std::string const& path)
{
    struct stat ignored {};
    if (::lstat(path.c_str(), &ignored) == 0) return taken(path);
    auto const part = path + ".part";
    int const opened = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (opened < 0)
        return Error{Trouble::bad_input, "file.unwritable", path,
                     "cannot be made (" + std::generic_category().message(errno) +
                         "); does the folder exist, and may this user write in it?"};
    // The lock tells a program that lives from one that was killed.
    if (::flock(opened, LOCK_EX | LOCK_NB) != 0 || !is_at(opened, part)) {
        ::close(opened);
        return Error{Trouble::conflict, "file.being_written", path, "another program is writing this file now"};
    }
    NewFile made{path, opened};
    if (::fchmod(opened, S_IRUSR | S_IWUSR) != 0 || ::ftruncate(opened, 0) != 0) fail(part);
    return made;
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path{std::move(other.m_path)},
      m_part{std::move(other.m_part)},
      m_descriptor{std::exchange(other.m_descriptor, -1)}
{
}

NewFile& NewFile::operator=(NewFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_part, other.m_part);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

NewFile::~NewFile()
{
    if (m_descriptor < 0) return;
    ::unlink(m_part.c_str());
    forget();
}

void NewFile::forget() noexcept
{
    ::close(std::exchange(m_descriptor, -1));
}

void NewFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(m_part);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void NewFile::sync()
{
    if (::fsync(m_descriptor) != 0) fail(m_part);
}

Result<void> NewFile::name()
{
    int renamed = ::renameat2(AT_FDCWD, m_part.c_str(), AT_FDCWD, m_path.c_str(), RENAME_NOREPLACE);
    // Some file systems, as on a stick, cannot promise that nothing is replaced.
    if (renamed != 0 && (errno == EINVAL || errno == ENOSYS) && !exists(m_path))
        renamed = ::rename(m_part.c_str(), m_path.c_str());
    if (renamed != 0 && errno == EEXIST) return taken(m_path);
    if (renamed != 0) fail(m_path);
    forget();
    sync_folder_of(m_path);
    return {};
}

Result<OldFile> OldFile::open(std::string const& path)
{
    int const opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0 && errno == ENOENT)
        return Error{Trouble::not_found, "file.not_found", path, "there is no such file"};
    if (opened < 0)
        return Error{Trouble::bad_input, "file.unreadable", path,
                     "cannot be read: " + std::generic_category().message(errno)};
    OldFile file{path, opened};
    struct stat facts {};
    if (::fstat(opened, &facts) != 0) fail(path);
    if (S_ISDIR(facts.st_mode))
        return Error{Trouble::bad_input, "file.unreadable", path, "this is a folder; name a file in it"};
    return file;
}

OldFile::OldFile(OldFile&& other) noexcept
    : m_path{std::move(other.m_path)}, m_descriptor{std::exchange(other.m_descriptor, -1)}
{
}

OldFile& OldFile::operator=(OldFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OldFile::~OldFile()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::size_t OldFile::read(std::span<char> into)
{
    std::size_t filled = 0;
    while (filled < into.size()) {
        auto const got = ::read(m_descriptor, into.data() + filled, into.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(m_path);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

std::int64_t OldFile::bytes() const
{
    struct stat facts {};
    if (::fstat(m_descriptor, &facts) != 0) fail(m_path);
    return facts.st_size;
}

void sync_folder_of(std::string const& path)
{
    auto const folder = std::filesystem::path{path}.parent_path().string();
    int const opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return; // some file systems cannot; then nothing more can be done
    int const synced = ::fsync(opened);
    int const trouble = errno;
    ::close(opened);
    if (synced != 0 && (trouble == EIO || trouble == ENOSPC))
        throw std::system_error{trouble, std::generic_category(), folder};
}

} // namespace wf::file
