// SPDX-License-Identifier: EUPL-1.2
#include "commons/codesign/code.hpp"

#include "commons/codesign/codesign.hpp"
#include "platform/secret/token.hpp"

namespace wf::codesign {
namespace {

// 32 of them, so that five bits of the key choose each evenly. Without i, l, o and u.
constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t code_length = 8;

} // namespace

std::string make_code(secret::Key const& key, std::string_view session_id)
{
    auto const made = key.derive("code " + std::string{session_id});
    std::string code;
    for (std::size_t i = 0; i < code_length; ++i) code += letters[made.data()[i] % letters.size()];
    return code;
}

std::string tidy_code(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        // What people read where there is none of them.
        if (c == 'o') c = '0';
        if (c == 'i' || c == 'l') c = '1';
        if (c != ' ' && c != '-') code += c;
    }
    return code;
}

std::string digest_of_code(secret::Key const& key, std::string_view code)
{
    return secret::to_hex(key.derive("digest " + std::string{code}).bytes());
}

std::string code_of(secret::Key const& key, Session const& session)
{
    auto code = make_code(key, session.id);
    return code.insert(code_length / 2, "-");
}

} // namespace wf::codesign
