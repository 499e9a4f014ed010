// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an error with a code of a backup, or pieces that end; and one changed byte of a true one never goes unseen.
#include "base/check.hpp"
#include "platform/backup/container.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace {

using namespace wf::backup;

Reader::Get from(std::string_view bytes, std::size_t& at)
{
    return [bytes, &at](std::span<char> into) {
        auto const size = std::min(into.size(), bytes.size() - at);
        std::memcpy(into.data(), bytes.data() + at, size);
        at += size;
        return size;
    };
}

/// True when it was read to its end.
bool reads(std::string_view bytes, wf::secret::Key const& key)
{
    std::size_t at = 0;
    auto reader = Reader::begin(from(bytes, at));
    if (!reader) {
        WF_CHECK(reader.error().code.starts_with("backup."));
        return false;
    }
    if (reader->header().lock != Lock::none && !reader->unlock(key)) return false;
    while (true) {
        auto const piece = reader->next();
        if (!piece) {
            WF_CHECK(piece.error().code.starts_with("backup."));
            return false;
        }
        if (piece->kind == Kind::end) return true;
    }
}

std::string written(Lock lock, wf::secret::Key const& key, std::string_view text)
{
    std::string out;
    Header header;
    header.lock = lock;
    header.salt.resize(16);
    header.passes = 1;
    header.memory_kib = 8;
    Writer writer{header, lock == Lock::none ? std::nullopt : std::optional{key},
                  [&](std::string_view bytes) { out += bytes; }};
    writer.add(Kind::database, text);
    writer.add(Kind::end, "");
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static auto const key = wf::secret::Key::make();
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    reads(text, key);
    if (size < 5 || size > 4096) return 0;
    auto out = written(static_cast<Lock>(data[0] % 3), key, text);
    WF_CHECK(reads(out, key));
    auto const at = (data[1] | data[2] << 8) % out.size();
    out[at] = static_cast<char>(out[at] ^ (1 << data[3] % 8));
    WF_CHECK(!reads(out, key));
    return 0;
}
