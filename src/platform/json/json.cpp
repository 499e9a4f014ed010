// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/json.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace wf::json {
namespace {

/// Walks over the bytes and keeps, outside itself, how far the reader has come: its events do not say where they
/// happen.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = char const*;
    using reference = char const&;

    Cursor(char const* place, char const** furthest) : m_place{place}, m_furthest{furthest} {}
    reference operator*() const { return *m_place; }
    Cursor& operator++()
    {
        *m_furthest = ++m_place;
        return *this;
    }
    Cursor operator++(int)
    {
        Cursor const before = *this;
        ++*this;
        return before;
    }
    bool operator==(Cursor const& other) const { return m_place == other.m_place; }

private:
    char const* m_place;
    char const** m_furthest;
};

/// "line L, column C" of a byte, both from 1; columns count characters, not bytes.
std::string place_of(std::string_view bytes, std::size_t offset)
{
    auto const before = bytes.substr(0, std::min(offset, bytes.size()));
    auto const line = 1 + std::count(before.begin(), before.end(), '\n');
    auto const start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    auto const row = before.substr(start);
    auto const column = 1 + std::count_if(row.begin(), row.end(), [](char c) { return (c & 0xc0) != 0x80; });
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Receives the reader's events and builds values. Each handler answers whether to go on.
class Builder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Builder(std::string_view bytes, char const* const& furthest, int depth)
        : m_bytes{bytes}, m_furthest{furthest}, m_depth{depth}
    {
    }

    bool null() { return add(Value{nullptr}); }
    bool boolean(bool held) { return add(Value{held}); }
    /// Comes only for numbers with a minus sign: a zero here was written as -0.
    bool number_integer(number_integer_t number)
    {
        return add(Value{number == 0 ? -0.0 : static_cast<double>(number)});
    }
    bool number_unsigned(number_unsigned_t number) { return add(Value{static_cast<double>(number)}); }
    bool number_float(number_float_t number, string_t const&) { return add(Value{number}); }
    bool string(string_t& text) { return add(Value{std::move(text)}); }
    bool binary(binary_t&) { return false; } // never in text

    bool start_object(std::size_t) { return open(Frame{.sort = Sort::object}); }
    bool start_array(std::size_t) { return open(Frame{.sort = Sort::array}); }

    bool key(string_t& name)
    {
        Frame& frame = m_open.back();
        if (!frame.keys.insert(name).second) {
            return stop({Trouble::bad_input, "json.duplicate_key", here(),
                         "the name \"" + name + "\" stands twice in one object"});
        }
        frame.members.emplace_back(std::move(name), Value{});
        return true;
    }

    bool end_object()
    {
        Value value{std::move(m_open.back().members)};
        m_open.pop_back();
        return add(std::move(value));
    }

    bool end_array()
    {
        Value value{std::move(m_open.back().items)};
        m_open.pop_back();
        return add(std::move(value));
    }

    bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& trouble)
    {
        // The library counts the bytes that it has read; the last of them is the one that it could not use.
        std::string_view words = trouble.what();
        if (auto const end = words.find("] "); end != std::string_view::npos) words.remove_prefix(end + 2);
        if (auto const end = words.find(": "); words.starts_with("parse error") && end != std::string_view::npos) {
            words.remove_prefix(end + 2);
        }
        return stop({Trouble::bad_input, "json.syntax", place_of(m_bytes, position == 0 ? 0 : position - 1),
                     std::string{words}});
    }

    Result<Value> finish()
    {
        if (m_error) return std::move(*m_error);
        return std::move(m_root);
    }

private:
    enum class Sort { object, array };
    struct Frame {
        Sort sort{Sort::object};
        Object members{};
        std::set<std::string> keys{};
        Array items{};
    };

    bool add(Value value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (m_open.back().sort == Sort::array) {
            m_open.back().items.push_back(std::move(value));
        } else {
            m_open.back().members.back().second = std::move(value);
        }
        return true;
    }

    bool open(Frame frame)
    {
        if (static_cast<int>(m_open.size()) >= m_depth) {
            return stop(
                {Trouble::too_large, "json.too_deep", here(), "more than " + std::to_string(m_depth) + " levels deep"});
        }
        m_open.push_back(std::move(frame));
        return true;
    }

    bool stop(Error error)
    {
        m_error = std::move(error);
        return false;
    }

    /// The last byte read: the bracket that opens, or the quote after a name.
    [[nodiscard]] std::string here() const
    {
        auto const read = static_cast<std::size_t>(m_furthest - m_bytes.data());
        return place_of(m_bytes, read == 0 ? 0 : read - 1);
    }

    std::string_view m_bytes;
    char const* const& m_furthest;
    int m_depth;
    std::vector<Frame> m_open;
    Value m_root;
    std::optional<Error> m_error;
};

} // namespace

std::optional<bool> Value::boolean() const
{
    auto const* const held = std::get_if<bool>(&m_held);
    return held == nullptr ? std::nullopt : std::optional{*held};
}

std::optional<double> Value::number() const
{
    auto const* const held = std::get_if<double>(&m_held);
    return held == nullptr ? std::nullopt : std::optional{*held};
}

Value const* Value::find(std::string_view key) const
{
    auto const* const members = object();
    if (members == nullptr) return nullptr;
    auto const found =
        std::find_if(members->begin(), members->end(), [key](auto const& member) { return member.first == key; });
    return found == members->end() ? nullptr : &found->second;
}

Result<Value> read(std::string_view bytes, Limits limits)
{
    if (bytes.size() > limits.bytes) {
        return Error{Trouble::too_large, "json.too_large", "", "more than " + std::to_string(limits.bytes) + " bytes"};
    }
    if (auto const broken = find_broken_utf8(bytes)) {
        return Error{Trouble::bad_input, "json.not_utf8", place_of(bytes, *broken), "the text must be UTF-8"};
    }
    if (bytes.data() == nullptr) bytes = "";
    char const* furthest = bytes.data();
    Builder builder{bytes, furthest, limits.depth};
    Cursor const begin{bytes.data(), &furthest};
    Cursor const end{bytes.data() + bytes.size(), &furthest};
    static_cast<void>(nlohmann::json::sax_parse(begin, end, &builder));
    return builder.finish();
}

} // namespace wf::json
