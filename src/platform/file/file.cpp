// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/file.hpp"

#include "platform/file/pages.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wf::file {
namespace {

/// An open file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number{number} {}
    ~Descriptor()
    {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    /// Closes now, because closing may say that the disk is full.
    [[nodiscard]] bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

std::string words(int code)
{
    return std::generic_category().message(code);
}

/// A full or broken disk is a machine failure: no page or command can do anything about it.
void throw_if_machine(int code, std::string const& path)
{
    if (code == ENOSPC || code == EIO || code == EDQUOT || code == ENFILE || code == EMFILE || code == ENOMEM) {
        throw std::system_error{code, std::generic_category(), path};
    }
}

Error unreadable(std::string const& path, int code)
{
    throw_if_machine(code, path);
    if (code == ENOENT || code == ENOTDIR) return {Trouble::not_found, "file.not_found", path, "there is no such file"};
    return {Trouble::bad_input, "file.unreadable", path, "cannot be read: " + words(code)};
}

Error unwritable(std::string const& path, int code)
{
    throw_if_machine(code, path);
    return {Trouble::bad_input, "file.unwritable", path, "cannot be written: " + words(code)};
}

Error too_large(std::string const& path, std::uint64_t limit)
{
    return {Trouble::too_large, "file.too_large", path, "holds more than " + std::to_string(limit) + " bytes"};
}

bool write_all(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string folder_of(std::string const& path)
{
    auto const folder = std::filesystem::path{path}.parent_path().string();
    return folder.empty() ? "." : folder;
}

/// A name in the same folder that nobody else uses.
std::string name_beside(std::string const& path)
{
    std::array<unsigned char, 6> random{};
    if (sodium_init() < 0) throw std::runtime_error{"the operating system gives no random numbers"};
    randombytes_buf(random.data(), random.size());
    std::array<char, 2 * random.size() + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), random.data(), random.size());
    return path + "." + digits.data() + ".new";
}

} // namespace

Result<std::string> load(std::string const& path, std::uint64_t limit)
{
    Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0) return unreadable(path, errno);
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) return unreadable(path, errno);
    if (S_ISDIR(facts.st_mode)) return unreadable(path, EISDIR);

    std::string bytes;
    if (S_ISREG(facts.st_mode)) {
        auto const size = static_cast<std::uint64_t>(facts.st_size);
        if (size > limit) return too_large(path, limit);
        bytes.reserve(static_cast<std::size_t>(size) + 1);
        prefer_large_pages(bytes.data(), bytes.capacity());
    }
    // The size is only a hint: pipes have none, and a file may grow while it is read.
    constexpr std::size_t least_step = 64U << 10;
    std::size_t used = 0;
    while (true) {
        // The byte beyond the size is where the end shows: growing for that would copy all there is.
        if (used == bytes.size()) bytes.resize(std::max(bytes.capacity(), used + least_step));
        auto const got = ::read(file.number(), bytes.data() + used, bytes.size() - used);
        if (got < 0) {
            if (errno == EINTR) continue;
            return unreadable(path, errno);
        }
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > limit) return too_large(path, limit);
    }
    bytes.resize(used);
    return bytes;
}

Result<void> save(std::string const& path, std::string_view bytes)
{
    auto const beside = name_beside(path);
    Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    if (file.number() < 0) return unwritable(path, errno);
    auto const give_up = [&](int code) {
        ::unlink(beside.c_str());
        return unwritable(path, code);
    };

    struct stat old {};
    bool const exists_already = ::stat(path.c_str(), &old) == 0;
    if (exists_already && ::fchmod(file.number(), old.st_mode & 07777) != 0) return give_up(errno);
    if (!write_all(file.number(), bytes)) return give_up(errno);
    if (::fsync(file.number()) != 0) return give_up(errno);
    if (!file.close()) return give_up(errno);
    if (std::rename(beside.c_str(), path.c_str()) != 0) return give_up(errno);

    // Without this the new name may be lost when the power fails. Some file systems cannot do it; then nothing more
    // can be done.
    Descriptor const folder{::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number() >= 0 && ::fsync(folder.number()) != 0) throw_if_machine(errno, path);
    return {};
}

bool exists(std::string const& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

Result<void> make_folder(std::string const& path)
{
    std::error_code trouble;
    std::filesystem::create_directories(path, trouble);
    if (trouble) return unwritable(path, trouble.value());
    if (!std::filesystem::is_directory(path, trouble)) return unwritable(path, ENOTDIR);
    return {};
}

Result<std::vector<std::string>> list(std::string const& folder)
{
    std::error_code trouble;
    std::vector<std::string> names;
    std::filesystem::directory_iterator place{folder, trouble};
    for (; !trouble && place != std::filesystem::directory_iterator{}; place.increment(trouble)) {
        names.push_back(place->path().filename().string());
    }
    if (trouble) return unreadable(folder, trouble.value());
    std::sort(names.begin(), names.end());
    return names;
}

std::string checksum(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::array<char, 2 * hash.size() + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    return digits.data();
}

} // namespace wf::file
