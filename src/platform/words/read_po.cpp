// SPDX-License-Identifier: EUPL-1.2
#include "platform/words/words.hpp"

#include <optional>

namespace wf::words {
namespace {

/// One entry while its lines come in.
struct Draft {
    int line{0};
    std::optional<std::string> key;
    std::optional<std::string> plural_key;
    std::optional<std::string> text;
    std::optional<std::string> one;
    std::optional<std::string> many;
};

class Reader {
public:
    Result<std::map<std::string, Entry, std::less<>>> read(std::string_view bytes)
    {
        if (auto const broken = find_broken_utf8(bytes)) {
            m_line = 1;
            for (char const c : bytes.substr(0, *broken)) m_line += c == '\n';
            return error("words.syntax", "this is not UTF-8");
        }
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        for (auto const line : split(bytes, '\n')) {
            ++m_line;
            WF_TRY_VOID(read_line(trim(line)));
        }
        WF_TRY_VOID(finish());
        return std::move(m_entries);
    }

private:
    [[nodiscard]] Error error(std::string code, std::string detail) const
    {
        return {Trouble::bad_input, std::move(code), "line " + std::to_string(m_line), std::move(detail)};
    }

    Result<void> read_line(std::string_view line)
    {
        if (line.empty() || line.front() == '#') return {};
        if (line.front() == '"') {
            if (m_target == nullptr) return error("words.syntax", "a text without msgid or msgstr before it");
            return read_text(line, *m_target);
        }
        auto const end = line.find_first_of(" \t\"");
        auto const keyword = line.substr(0, end);
        auto const text = end == std::string_view::npos ? std::string_view{} : trim(line.substr(end));
        if (keyword == "msgid") {
            WF_TRY_VOID(finish());
            m_draft = Draft{};
            m_draft.line = m_line;
        }
        auto* const slot = find_slot(keyword);
        if (slot == nullptr) return error("words.syntax", "unknown word \"" + std::string{keyword} + "\"");
        if (slot->has_value()) return error("words.syntax", std::string{keyword} + " twice in one entry");
        if (keyword != "msgid" && !m_draft.key) return error("words.syntax", std::string{keyword} + " before msgid");
        m_target = &slot->emplace();
        return read_text(text, *m_target);
    }

    std::optional<std::string>* find_slot(std::string_view keyword)
    {
        if (keyword == "msgid") return &m_draft.key;
        if (keyword == "msgid_plural") return &m_draft.plural_key;
        if (keyword == "msgstr") return &m_draft.text;
        if (keyword == "msgstr[0]") return &m_draft.one;
        if (keyword == "msgstr[1]") return &m_draft.many;
        return nullptr;
    }

    /// `quoted` is "..." with escapes; its text goes behind what is there.
    Result<void> read_text(std::string_view quoted, std::string& out) const
    {
        if (quoted.empty() || quoted.front() != '"') return error("words.syntax", "a text in quotes was expected");
        quoted.remove_prefix(1);
        while (!quoted.empty()) {
            char c = quoted.front();
            quoted.remove_prefix(1);
            if (c == '"') {
                return quoted.empty() ? Result<void>{} : error("words.syntax", "something stands behind the text");
            }
            if (c == '\\') {
                if (quoted.empty()) break;
                switch (quoted.front()) {
                case 'n': c = '\n'; break;
                case 't': c = '\t'; break;
                case '"': c = '"'; break;
                case '\\': c = '\\'; break;
                default: return error("words.syntax", "unknown escape");
                }
                quoted.remove_prefix(1);
            }
            out += c;
        }
        return error("words.syntax", "the quotes are not closed");
    }

    Result<void> finish()
    {
        if (!m_draft.key) return {};
        auto draft = std::exchange(m_draft, Draft{});
        m_target = nullptr;
        auto const here = std::exchange(m_line, draft.line);
        if (draft.plural_key ? draft.text || !draft.one || !draft.many : !draft.text || draft.one || draft.many) {
            return error("words.syntax", "an entry has msgstr, or with msgid_plural msgstr[0] and msgstr[1]");
        }
        // The entry without a key is the file's header, as gettext has it.
        if (!draft.key->empty()) {
            Entry entry;
            entry.one = draft.plural_key ? *draft.one : *draft.text;
            entry.many = draft.plural_key ? *draft.many : std::string{};
            entry.line = draft.line;
            if (entry.one.empty() || (draft.plural_key && entry.many.empty())) {
                return error("words.empty", "there is no word for \"" + *draft.key + "\"");
            }
            if (!m_entries.try_emplace(*draft.key, std::move(entry)).second) {
                return error("words.twice", "\"" + *draft.key + "\" is there already");
            }
        }
        m_line = here;
        return {};
    }

    int m_line{0};
    Draft m_draft;
    std::string* m_target{nullptr};
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace

Result<std::map<std::string, Entry, std::less<>>> read_po(std::string_view bytes)
{
    return Reader{}.read(bytes);
}

} // namespace wf::words
