// SPDX-License-Identifier: EUPL-1.2
#include "commons/trail/chain.hpp"

#include "base/text.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>

namespace wf::trail {
namespace {

void add_netstring(std::string& text, std::string_view bytes)
{
    text += std::to_string(bytes.size());
    text += ':';
    text += bytes;
    text += ',';
}

bool is_hash(std::string_view text)
{
    return text.size() == no_hash.size() && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

std::string hash_of(StoredEntry const& entry)
{
    std::string text = "weefsel.trail.1\n";
    add_netstring(text, entry.workspace_id);
    add_netstring(text, std::to_string(entry.number));
    add_netstring(text, entry.at);
    if (entry.actor) add_netstring(text, *entry.actor);
    else text += "-,";
    add_netstring(text, entry.action);
    add_netstring(text, entry.kind);
    add_netstring(text, entry.record_id);
    add_netstring(text, entry.changes);
    add_netstring(text, entry.before_hash);
    return secret::to_hex(secret::sha256(text));
}

Result<Anchor> parse_anchor(std::string_view text)
{
    Error const refusal{
        Trouble::bad_input, "trail.bad_anchor", std::string{text},
        "write the number of an entry, a colon and its hash of 64 digits, as `weefsel audit head` prints it"};
    auto const colon = text.find(':');
    if (colon == std::string_view::npos) return refusal;
    auto const number = parse_integer(text.substr(0, colon));
    auto const hash = text.substr(colon + 1);
    if (!number || *number < 0 || !is_hash(hash) || (*number == 0) != (hash == no_hash)) return refusal;
    return Anchor{*number, std::string{hash}};
}

std::string to_text(Anchor const& anchor)
{
    return std::to_string(anchor.number) + ":" + anchor.hash;
}

std::string_view to_word(Fault fault)
{
    switch (fault) {
    case Fault::missing: return "this entry is not there";
    case Fault::does_not_follow: return "it does not follow the entry before it";
    case Fault::changed: return "it is not what was written: its hash is another";
    case Fault::not_expected: return "its hash is not the one that was written down";
    case Fault::cut_off: return "the chain ends before this entry";
    }
    return "";
}

} // namespace wf::trail
