// SPDX-License-Identifier: EUPL-1.2
#include "platform/words/words.hpp"

#include <algorithm>

namespace wf::words {
namespace {

/// `find` gives a pointer to the argument of a name, or nullptr.
template <class Find>
std::string fill_with(std::string_view pattern, Find const& find)
{
    std::string out;
    out.reserve(pattern.size() + 32);
    for (;;) {
        auto const open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) return out;
        pattern.remove_prefix(open);
        auto const close = pattern.find('}');
        auto const name = close == std::string_view::npos ? std::string_view{} : pattern.substr(1, close - 1);
        if (std::string_view const* argument = name.empty() ? nullptr : find(name)) {
            out += *argument;
            pattern.remove_prefix(close + 1);
        } else {
            out += '{';
            pattern.remove_prefix(1);
        }
    }
}

std::string_view const* find_argument(Arguments arguments, std::string_view name)
{
    for (auto const& argument : arguments) {
        if (argument.first == name) return &argument.second;
    }
    return nullptr;
}

} // namespace

std::string_view to_code(Language language)
{
    return language == Language::nl ? "nl" : "en";
}

Locale to_locale(Language language)
{
    return language == Language::nl ? Locale::nl : Locale::en;
}

std::string fill(std::string_view pattern, Arguments arguments)
{
    return fill_with(pattern, [&](std::string_view name) { return find_argument(arguments, name); });
}

Result<void> Words::add(std::string_view po_bytes)
{
    WF_TRY(auto entries, read_po(po_bytes));
    for (auto const& [key, entry] : entries) {
        if (has(key)) {
            return Error{Trouble::conflict, "words.twice", "line " + std::to_string(entry.line),
                         "\"" + key + "\" is there already, from another file"};
        }
    }
    for (auto& [key, entry] : entries) m_entries.emplace(key, std::move(entry));
    return {};
}

bool Words::has(std::string_view key) const
{
    return m_entries.find(key) != m_entries.end();
}

std::string_view Words::operator()(std::string_view key) const
{
    auto const found = m_entries.find(key);
    return found == m_entries.end() ? key : std::string_view{found->second.one};
}

std::string Words::operator()(std::string_view key, Arguments arguments) const
{
    return fill((*this)(key), arguments);
}

std::string Words::count(std::string_view key, std::int64_t n, Arguments arguments) const
{
    auto const found = m_entries.find(key);
    if (found == m_entries.end()) return std::string{key};
    // Dutch and English agree: only one is one.
    auto const& entry = found->second;
    auto const& pattern = n == 1 || entry.many.empty() ? entry.one : entry.many;
    auto const written = number(static_cast<double>(n));
    std::string_view const written_view = written;
    return fill_with(pattern, [&](std::string_view name) {
        return name == "n" ? &written_view : find_argument(arguments, name);
    });
}

std::string Words::number(double value, int decimals) const
{
    return format_number(value, decimals, to_locale(m_language));
}

std::vector<std::string> Words::keys() const
{
    std::vector<std::string> out;
    out.reserve(m_entries.size());
    for (auto const& [key, entry] : m_entries) out.push_back(key);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace wf::words
