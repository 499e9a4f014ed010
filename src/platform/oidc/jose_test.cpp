// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/jose.hpp"
#include "platform/oidc/key_set.hpp"
#include "platform/oidc/test_provider.hpp"
#include "platform/secret/token.hpp"

#include <doctest/doctest.h>

namespace wf::oidc {
namespace {

// RFC 7515, appendix A.2.
constexpr std::string_view modulus =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_"
    "YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qC"
    "o5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
constexpr std::string_view payload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
constexpr std::string_view rsa_signature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4"
    "BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqv"
    "hJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
// RFC 7515, appendix A.3.
constexpr std::string_view ec_signature =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
PublicKey const ec_key{"", std::nullopt, KeyKind::p256, "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                       "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"};

std::string join(std::string_view header, std::string_view claims, std::string_view signature)
{
    return std::string{header}.append(".").append(claims).append(".").append(signature);
}

TEST_CASE("tokens of the standard verify, and no other")
{
    PublicKey const key{"", std::nullopt, KeyKind::rsa, std::string{modulus}, "AQAB"};
    auto const rsa = join("eyJhbGciOiJSUzI1NiJ9", payload, rsa_signature);
    auto const ec = join("eyJhbGciOiJFUzI1NiJ9", payload, ec_signature);
    CHECK(verify(rsa, Algorithm::rs256, key));
    CHECK(verify(ec, Algorithm::es256, ec_key));

    CHECK_FALSE(verify(rsa, Algorithm::ps256, key)); // the token says another
    CHECK_FALSE(verify(rsa, Algorithm::es256, ec_key));
    CHECK_FALSE(verify(ec, Algorithm::rs256, key));
    auto other = key;
    other.algorithm = Algorithm::ps256;
    CHECK_FALSE(verify(rsa, Algorithm::rs256, other));
    for (std::string const* token : {&rsa, &ec}) {
        auto const& its = token == &rsa ? key : ec_key;
        auto const algorithm = token == &rsa ? Algorithm::rs256 : Algorithm::es256;
        for (std::size_t at = 0; at < token->size(); at += 7) {
            auto changed = *token;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            CAPTURE(at);
            CHECK_FALSE(verify(changed, algorithm, its));
        }
        for (std::size_t size = 0; size < token->size(); size += 5)
            CHECK_FALSE(verify(std::string_view{*token}.substr(0, size), algorithm, its));
        CHECK_FALSE(verify(*token + "A", algorithm, its));
        CHECK_FALSE(verify(*token + ".", algorithm, its));
    }
    // r and s of nothing.
    CHECK_FALSE(verify(join("eyJhbGciOiJFUzI1NiJ9", payload, std::string(86, 'A')), Algorithm::es256, ec_key));
    CHECK_FALSE(verify(join("eyJhbGciOiJFUzI1NiJ9", payload, ""), Algorithm::es256, ec_key));
    CHECK_FALSE(read_algorithm("none"));
    CHECK_FALSE(read_algorithm("HS256"));
    CHECK_FALSE(read_algorithm("rs256"));
    CHECK(read_algorithm("ES256") == Algorithm::es256);
}

TEST_CASE("the name of a key follows from it")
{
    // RFC 7638, section 3.1.
    CHECK(
        thumbprint(
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W"
            "-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt"
            "-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
            "AQAB") == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
}

TEST_CASE("what our key signs, openssl verifies")
{
    auto const key = SigningKey::read(test_key()).value();
    file::TestFolder const folder;
    file::save(folder.path + "/key.pem", test_key()).value();
    for (auto const algorithm : {Algorithm::rs256, Algorithm::ps256}) {
        auto const token = key.sign(algorithm, R"({"iss":"a"})");
        CHECK(verify(token, algorithm, key.public_key()));
        auto const dot = token.rfind('.');
        file::save(folder.path + "/signed", token.substr(0, dot)).value();
        file::save(folder.path + "/signature", secret::read_base64url(token.substr(dot + 1)).value()).value();
        std::vector<std::string> words{"openssl",
                                       "dgst",
                                       "-sha256",
                                       "-prverify",
                                       folder.path + "/key.pem",
                                       "-signature",
                                       folder.path + "/signature"};
        if (algorithm == Algorithm::ps256)
            words.insert(words.end(), {"-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"});
        words.push_back(folder.path + "/signed");
        CHECK(output_of(words) == "Verified OK\n");
    }
}

TEST_CASE("keys that cannot be used say why, and not what stood in them")
{
    auto const refusal = [](std::string const& pem) {
        auto const read = SigningKey::read(pem);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "oidc.bad_key");
        return read.error().detail;
    };
    CHECK(refusal("").find("PEM") != std::string::npos);
    CHECK(refusal("secret words").find("secret") == std::string::npos);
    CHECK(refusal(output_of({"openssl", "genrsa", "1024"})).find("1024") != std::string::npos);
    CHECK(refusal(output_of({"openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"}))
              .find("RSA") != std::string::npos);
    CHECK(refusal(output_of({"openssl", "genrsa", "-aes128", "-passout", "pass:geheim", "2048"})).find("password") !=
          std::string::npos);
    file::TestFolder const folder;
    file::save(folder.path + "/key.pem", test_key()).value();
    refusal(output_of({"openssl", "rsa", "-in", folder.path + "/key.pem", "-pubout"}));
    CHECK(public_key_set(test_key())->find("\"d\"") == std::string::npos);
    CHECK(read_key_set(public_key_set(test_key()).value())->size() == 1);
}

TEST_CASE("of a set of keys only those that can be used, and only one that is meant")
{
    auto const rsa = R"("kty":"RSA","e":"AQAB","n":")" + std::string{modulus} + "\"";
    auto const ec =
        std::string{R"("kty":"EC","crv":"P-256","x":")"} + ec_key.first + R"(","y":")" + ec_key.second + "\"";
    auto const read = [](std::string const& list) { return read_key_set("{\"keys\":[" + list + "]}").value(); };
    auto const keys = read("{" + rsa + R"(,"kid":"a","use":"sig","alg":"PS256"},{)" + ec + R"(,"kid":"b"},{)" + rsa +
                           R"(,"kid":"c"})");
    REQUIRE(keys.size() == 3);
    CHECK(choose_key(keys, Algorithm::ps256, "a") == &keys[0]);
    CHECK(choose_key(keys, Algorithm::rs256, "a") == nullptr);
    CHECK(choose_key(keys, Algorithm::rs256, "c") == &keys[2]);
    CHECK(choose_key(keys, Algorithm::rs256, std::nullopt) == &keys[2]);
    CHECK(choose_key(keys, Algorithm::ps256, std::nullopt) == nullptr); // a or c?
    CHECK(choose_key(keys, Algorithm::es256, std::nullopt) == &keys[1]);
    CHECK(choose_key(keys, Algorithm::es256, "") == nullptr);

    for (std::string const& unfit :
         {"{" + rsa + R"(,"use":"enc"})", "{" + rsa + R"(,"alg":"RS512"})", "{" + rsa + R"(,"alg":"HS256"})",
          std::string{R"({"kty":"oct","k":"c2VjcmV0","alg":"HS256"})"},
          std::string{R"({"kty":"RSA","e":"AQAB","n":"AQAB"})"},
          std::string{R"({"kty":"EC","crv":"P-384","x":"AA","y":"AA"})"},
          std::string{R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})"}, std::string{"{}"}, std::string{"[]"},
          std::string{"1"}}) {
        CAPTURE(unfit);
        CHECK(read(unfit).empty());
    }
    for (std::string const bad : {"", "[]", "{}", "{\"keys\":1}", "{\"keys\":[}"})
        CHECK(read_key_set(bad).error().code == "oidc.bad_answer");
}

} // namespace
} // namespace wf::oidc
