// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/one_time_code.hpp"
#include "platform/secret/password.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

namespace wf::secret {
namespace {

Key pepper_of_test()
{
    // 00 01 02 ... 1f
    std::string bytes;
    for (char byte = 0; byte < 32; ++byte) bytes += byte;
    return Key::read(bytes).value();
}

TEST_CASE("a password is known again, and no other one is")
{
    auto const pepper = pepper_of_test();
    auto const hash = hash_password("vier paarse fietsen zingen", pepper);
    CHECK(hash.starts_with("p1$argon2id$v=19$m=32768,t=3,p=1$"));
    CHECK(is_password("vier paarse fietsen zingen", hash, pepper));
    CHECK_FALSE(is_password("vier paarse fietsen zinge", hash, pepper));
    CHECK_FALSE(is_password("", hash, pepper));
    CHECK_FALSE(is_password("vier paarse fietsen zingen", "not a hash", pepper));
    CHECK_FALSE(is_password("vier paarse fietsen zingen", "p1", pepper));
    CHECK(hash_password("vier paarse fietsen zingen", pepper) != hash);
    CHECK_FALSE(needs_new_hash(hash));
}

TEST_CASE("without the pepper a hash tells nothing, and hashes from before it open once more")
{
    auto const pepper = pepper_of_test();
    // printf PASSWORD | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102...1f -binary | argon2 saltsaltsaltsalt -id -m 15 -t 3 -p 1 -l 32 -e
    std::string const ours =
        "p1$argon2id$v=19$m=32768,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$EL8n0oHHP3mEruNRhiPkmShTSpqBdapLIWPbowOrlbg";
    CHECK(is_password("vier paarse fietsen zingen", ours, pepper));
    CHECK_FALSE(needs_new_hash(ours));
    CHECK_FALSE(is_password("vier paarse fietsen zingen", ours, Key::make()));
    CHECK_FALSE(is_password("vier paarse fietsen zingen", ours.substr(2), pepper));
    // The same with -m 13 -t 1: cheaper than ours, so it is made anew.
    std::string const cheap =
        "p1$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$Aa+Dl9vDkcQCA/dC0QC/ga9H6oVbdwNzhOZeIW8DYtU";
    CHECK(is_password("vier paarse fietsen zingen", cheap, pepper));
    CHECK(needs_new_hash(cheap));
    // Without pepper, by `argon2` (Debian): known, and made anew.
    std::string const other =
        "$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHRzb21l$EGumx6p729KuwHn5WJQxKkova+61zezLSV/dxf0lo4A";
    CHECK(is_password("vier paarse fietsen zingen", other, pepper));
    CHECK(needs_new_hash(other));
    CHECK_FALSE(is_password("vier paarse fietsen zingen", "p1" + other, pepper));
}

TEST_CASE("long enough, and not what is tried first")
{
    std::array<std::string, 3> const about{"Fatma Yilmaz", "f.yilmaz@welzijnijssel.example", "Kampen"};
    for (auto const* good : {"vier paarse fietsen zingen", "correct horse battery staple", "9xK!vmQ2-tR7z",
                             "dat wordt een lange avond", "ğüşiöçğüşiöç boğaz", "Lk8sdfj2ABkw9"}) {
        CAPTURE(std::string{good});
        CHECK(check_password(good, about));
    }
    for (auto const* poor : {"wachtwoord2026!", "W@chtw00rd1234", "kampenwelkom12", "123456789012", "aaaaaaaaaaaa",
                             "abcabcabcabc", "fatmayilmaz1990", "qwertyuiop123", "Welkom2026!!!", "abcdefghijklmnop",
                             "!!!!!!!!!!!!????", "password-password"}) {
        CAPTURE(std::string{poor});
        CHECK_FALSE(check_password(poor, about));
        if (!check_password(poor, about)) CHECK(check_password(poor, about).error().code == "password.obvious");
    }
    CHECK(check_password("kort", about).error().code == "password.too_short");
    CHECK(check_password("ğüşiöçğüşiö", about).error().code == "password.too_short"); // eleven letters, more bytes
    CHECK(check_password(std::string(129, 'x'), about).error().code == "password.too_long");
}

TEST_CASE("codes are those of RFC 6238, appendix B")
{
    std::string const secret = "12345678901234567890";
    for (auto const& [seconds, code] : {std::pair{59LL, "94287082"}, std::pair{1111111109LL, "07081804"},
                                        std::pair{1111111111LL, "14050471"}, std::pair{1234567890LL, "89005924"},
                                        std::pair{2000000000LL, "69279037"}, std::pair{20000000000LL, "65353130"}}) {
        CHECK(code_at(secret, seconds / code_step_seconds, 8) == code);
    }
    // RFC 4648, section 10.
    CHECK(to_base32("foobar") == "MZXW6YTBOI");
    CHECK(to_base32("fooba") == "MZXW6YTB");
    CHECK(to_base32("f") == "MY");
}

TEST_CASE("a code holds for three steps, and once")
{
    std::string const secret = "12345678901234567890";
    CHECK(find_code_step(secret, "287082", 59, 0) == 1);
    CHECK(find_code_step(secret, "287 082", 59 + 30, 0) == 1);
    CHECK(find_code_step(secret, "287082", 29, 0) == 1);
    CHECK_FALSE(find_code_step(secret, "287082", 59 + 60, 0));
    CHECK_FALSE(find_code_step(secret, "287082", 59, 1));
    CHECK_FALSE(find_code_step(secret, "287083", 59, 0));
    CHECK_FALSE(find_code_step(secret, "", 59, 0));
}

TEST_CASE("what the phone reads")
{
    CHECK(code_address("foobar", "Weefsel", "f@x.nl") ==
          "otpauth://totp/Weefsel:f%40x.nl?secret=MZXW6YTBOI&issuer=Weefsel");
}

TEST_CASE("ten recovery codes, none twice, read as people type them")
{
    auto const codes = new_recovery_codes();
    CHECK(std::set<std::string>{codes.begin(), codes.end()}.size() == 10);
    CHECK(codes.front().size() == 12);
    CHECK(tidy_recovery_code(" K7W2 9fqx-MR ") == "k7w29fqxmr");
    CHECK(tidy_recovery_code(codes.front()).size() == 10);
}

} // namespace
} // namespace wf::secret
