// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/file.hpp"
#include "platform/secret/seal.hpp"
#include "platform/secret/token.hpp"

#include "platform/secret/wiped.hpp"

#include <doctest/doctest.h>

#include <array>
#include <new>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

namespace wf::secret {
namespace {

TEST_CASE("what is sealed opens with its key, in its place, unchanged, and not otherwise")
{
    auto const key = Key::make();
    auto const sealed = seal(key, "j.jansen@example.org", "account.mail:1");
    CHECK(sealed.find("jansen") == std::string::npos);
    CHECK(seal(key, "j.jansen@example.org", "account.mail:1") != sealed);
    CHECK(open(key, sealed, "account.mail:1").value() == "j.jansen@example.org");
    CHECK(open(key, sealed, "account.mail:2").error().code == "secret.not_opened");
    CHECK(open(Key::make(), sealed, "account.mail:1").error().code == "secret.not_opened");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(open(key, changed, "account.mail:1"));
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        CHECK_FALSE(open(key, std::string_view{sealed}.substr(0, size), "account.mail:1"));
    CHECK(open(key, seal(key, "", "nothing"), "nothing").value().empty());
}

TEST_CASE("a derived key is another one, and the same each time")
{
    auto const key = Key::make();
    CHECK(key.derive("mail").bytes() == key.derive("mail").bytes());
    CHECK(key.derive("mail").bytes() != key.derive("backup").bytes());
    CHECK(key.derive("mail").bytes() != key.bytes());
    CHECK(Key::read("short").error().code == "secret.bad_key");
}

TEST_CASE("the key file is made once, for its owner alone, and refused when others can read it")
{
    auto folder = (std::filesystem::temp_directory_path() / "wf-secret-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()) != nullptr);
    auto const path = folder + "/weefsel.key";
    auto const first = load_or_make_key_file(path).value();
    struct stat about = {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    CHECK(load_or_make_key_file(path).value().bytes() == first.bytes());
    ::chmod(path.c_str(), 0644);
    CHECK(load_or_make_key_file(path).error().code == "secret.open_key_file");
    file::save(path, "not a key\n").value();
    ::chmod(path.c_str(), 0600);
    CHECK(load_or_make_key_file(path).error().code == "secret.bad_key_file");
    CHECK(load_or_make_key_file(folder + "/nowhere/weefsel.key").error().code == "secret.bad_key_file");
    std::filesystem::remove_all(folder);
}

TEST_CASE("tokens: never twice the same, and their encodings read back")
{
    CHECK(new_token().size() == 43);
    CHECK(new_token() != new_token());
    // FIPS 180-2, appendix B.1.
    CHECK(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4648, section 10 and 5.
    CHECK(to_base64url("foobar") == "Zm9vYmFy");
    CHECK(to_base64url("foob") == "Zm9vYg");
    CHECK(to_base64url("\xfb\xff") == "-_8");
    CHECK(read_base64url("-_8") == "\xfb\xff");
    CHECK_FALSE(read_base64url("+/8"));
    CHECK_FALSE(read_base64url("Zm9vYg=="));
    CHECK(read_hex("00ff") == std::string{"\0\xff", 2});
    CHECK_FALSE(read_hex("0"));
    CHECK_FALSE(read_hex("0g"));
    CHECK(same("abc", "abc"));
    CHECK_FALSE(same("abc", "abd"));
    CHECK_FALSE(same("abc", "ab"));
    std::string secret = "secret";
    wipe(secret);
    CHECK(secret.empty());
}

TEST_CASE("what is wiped leaves no sign of itself, also of what was longer before")
{
    for (std::string const text : {"kort", "vier paarse fietsen zingen op een kade"}) {
        Wiped word{text};
        word.resize(2);
        auto const place = word.capacity();
        auto const* const bytes = word.data();
        wipe(word);
        for (std::size_t i = 0; i < place; ++i) CHECK(bytes[i] == 0);
        CHECK(word.capacity() == place);
    }
    // When it goes by itself, and its copies: seen in a place of our own.
    alignas(Wiped) std::array<unsigned char, sizeof(Wiped)> place{};
    auto* const word = new (place.data()) Wiped{"geheimpje"}; // short: it stands in the text itself
    {
        Wiped const copy = *word;
        CHECK(copy == "geheimpje");
    }
    word->~Wiped();
    auto const left = std::string{reinterpret_cast<char const*>(place.data()), place.size()};
    CHECK(left.find("geheim") == std::string::npos);
}

} // namespace
} // namespace wf::secret
