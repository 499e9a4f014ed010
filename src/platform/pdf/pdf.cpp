// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/pdf.hpp"

#include "base/text.hpp"
#include "platform/pdf/typeface.hpp"

#include <algorithm>
#include <cairo-pdf.h>
#include <mutex>
#include <utility>
#include <vector>

namespace wf::pdf {
namespace {

constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 56;
constexpr double text_width = page_width - 2 * margin;
constexpr double value_room = 110; ///< of a row, at the right
constexpr double line_gap = 1.36;

struct Look {
    double size;
    int weight; ///< 400 or 700
    double above;
};
constexpr Look title_look{21, 700, 0};
constexpr Look heading_look{14, 700, 18};
constexpr Look text_look{10.5, 400, 5};
constexpr Look name_look{10.5, 700, 6};
constexpr Look small_look{9.5, 400, 1};
constexpr Look foot_look{8.5, 400, 0};

/// A value inside quotes of a tag's attributes: cairo reads \ and ' there.
std::string quoted(std::string_view text)
{
    std::string out;
    for (auto const c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

} // namespace

class Document::Pages {
public:
    Pages(std::unique_lock<std::mutex> turn, Typeface regular, Typeface bold, About about)
        : m_turn{std::move(turn)}, m_regular{regular}, m_bold{bold}, m_about{std::move(about)}
    {
        auto const keep = [](void* into, unsigned char const* bytes, unsigned int length) {
            static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(bytes), length);
            return CAIRO_STATUS_SUCCESS;
        };
        m_surface = cairo_pdf_surface_create_for_stream(keep, &m_bytes, page_width, page_height);
        cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_TITLE, m_about.title.c_str());
        cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_AUTHOR, m_about.author.c_str());
        cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATOR, "Weefsel");
        cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATE_DATE, (m_about.day + "T00:00:00Z").c_str());
        m_page = cairo_create(m_surface);
    }
    ~Pages()
    {
        cairo_destroy(m_page);
        cairo_surface_destroy(m_surface);
    }
    Pages(Pages const&) = delete;
    Pages& operator=(Pages const&) = delete;

    /// A block of its own: "H1", "H2", "P".
    void block(char const* tag, Look const& look, std::string_view text, double room_after = 0)
    {
        leave();
        auto const lines = wrap(look, text, text_width);
        need(look.above + height_of(look, lines.size()) + room_after);
        m_y += look.above;
        write_lines(tag, look, lines, margin);
    }

    void row(std::string_view name, std::string_view value)
    {
        enter("Table");
        auto const lines = wrap(text_look, name, text_width - value_room);
        need(text_look.above + height_of(text_look, lines.size()));
        m_y += text_look.above;
        cairo_tag_begin(m_page, "TR", nullptr);
        auto const top = m_y;
        write_lines("TH", text_look, lines, margin);
        auto const bottom = m_y;
        m_y = top;
        write_lines("TD", text_look, {std::string{value}},
                    page_width - margin - m_regular.width(m_page, value, text_look.size));
        m_y = std::max(m_y, bottom);
        cairo_tag_end(m_page, "TR");
        rule();
    }

    void item(std::string_view text, std::string_view detail, std::string_view link)
    {
        enter("L");
        auto const lines = wrap(name_look, text, text_width);
        auto const more = wrap(small_look, detail, text_width);
        // The name stays with the first line under it.
        need(name_look.above + height_of(name_look, lines.size()) + height_of(small_look, more.empty() ? 0 : 1));
        m_y += name_look.above;
        cairo_tag_begin(m_page, "LI", nullptr);
        std::string const attributes = "uri='" + quoted(link) + "'";
        if (!link.empty()) cairo_tag_begin(m_page, CAIRO_TAG_LINK, attributes.c_str());
        write_lines("LBody", name_look, lines, margin);
        if (!link.empty()) cairo_tag_end(m_page, CAIRO_TAG_LINK);
        m_y += small_look.above;
        write_lines("P", small_look, more, margin);
        cairo_tag_end(m_page, "LI");
    }

    Result<std::string> finish()
    {
        leave();
        write_foot();
        cairo_show_page(m_page);
        cairo_surface_finish(m_surface);
        auto const status = cairo_surface_status(m_surface);
        if (status == CAIRO_STATUS_SUCCESS && cairo_status(m_page) == CAIRO_STATUS_SUCCESS) return std::move(m_bytes);
        return Error{Trouble::refused, "pdf.failed", "", cairo_status_to_string(status)};
    }

private:
    [[nodiscard]] Typeface const& face(Look const& look) const { return look.weight > 400 ? m_bold : m_regular; }
    [[nodiscard]] static double height_of(Look const& look, std::size_t lines)
    {
        return look.size * line_gap * static_cast<double>(lines);
    }

    /// Lines that fit; a word that is wider than a line stands alone and is cut into pieces.
    [[nodiscard]] std::vector<std::string> wrap(Look const& look, std::string_view text, double room) const
    {
        std::vector<std::string> lines;
        std::string line;
        auto const fits = [&](std::string const& wanted) {
            return face(look).width(m_page, wanted, look.size) <= room;
        };
        std::string flat{text};
        for (auto& c : flat) {
            if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        }
        for (auto const part : split(flat, ' ')) {
            if (part.empty()) continue;
            std::string word{part};
            auto joined = line.empty() ? word : line + ' ' + word;
            if (fits(joined)) {
                line = std::move(joined);
                continue;
            }
            if (!line.empty()) lines.push_back(std::exchange(line, {}));
            while (!fits(word)) {
                auto cut = word.size() - 1;
                while (cut > 1 && (is_inside(word[cut]) || !fits(word.substr(0, cut)))) --cut;
                lines.push_back(word.substr(0, cut));
                word.erase(0, cut);
            }
            line = std::move(word);
        }
        if (!line.empty()) lines.push_back(std::move(line));
        return lines;
    }
    static bool is_inside(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

    void write_lines(char const* tag, Look const& look, std::vector<std::string> const& lines, double x)
    {
        if (lines.empty()) return;
        cairo_tag_begin(m_page, tag, nullptr);
        for (auto const& line : lines) {
            if (m_y + height_of(look, 1) > page_height - margin) {
                cairo_tag_end(m_page, tag);
                turn();
                cairo_tag_begin(m_page, tag, nullptr);
            }
            face(look).write(m_page, line, look.size, x, m_y + look.size);
            m_y += height_of(look, 1);
        }
        cairo_tag_end(m_page, tag);
    }

    void rule()
    {
        cairo_set_source_rgb(m_page, 0.8, 0.84, 0.86);
        cairo_set_line_width(m_page, 0.5);
        cairo_move_to(m_page, margin, m_y + 1);
        cairo_line_to(m_page, page_width - margin, m_y + 1);
        cairo_stroke(m_page);
        cairo_set_source_rgb(m_page, 0, 0, 0);
        m_y += 1;
    }

    /// Another page when that much does not fit; more than a whole page begins on the one that is there.
    void need(double height)
    {
        bool const is_fresh = m_y <= margin;
        if (!is_fresh && height < page_height - 2 * margin && m_y + height > page_height - margin) turn();
    }
    void turn()
    {
        write_foot();
        cairo_show_page(m_page);
        m_y = margin;
        ++m_number;
    }
    void write_foot()
    {
        auto const words = m_about.title + "  ·  " + std::to_string(m_number);
        face(foot_look).write(m_page, words, foot_look.size, margin, page_height - margin / 2);
    }

    /// Rows stand in a table, items in a list: begun with the first.
    void enter(char const* what)
    {
        if (m_inside != nullptr && std::string_view{m_inside} == what) return;
        leave();
        cairo_tag_begin(m_page, what, nullptr);
        m_inside = what;
    }
    void leave()
    {
        if (m_inside != nullptr) cairo_tag_end(m_page, m_inside);
        m_inside = nullptr;
    }

    std::unique_lock<std::mutex> m_turn;
    Typeface m_regular;
    Typeface m_bold;
    About m_about;
    std::string m_bytes;
    cairo_surface_t* m_surface{nullptr};
    cairo_t* m_page{nullptr};
    char const* m_inside{nullptr};
    double m_y{margin};
    int m_number{1};
};

Document::Document(std::unique_ptr<Pages> pages) : m_pages{std::move(pages)} {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Result<Document> Document::begin(Fonts const& fonts, About const& about)
{
    static std::mutex one_at_a_time; // fonts are shared, and know nothing of threads
    std::unique_lock turn{one_at_a_time};
    WF_TRY(auto const regular, Typeface::load(fonts, 400));
    WF_TRY(auto const bold, Typeface::load(fonts, 700));
    return Document{std::make_unique<Pages>(std::move(turn), regular, bold, about)};
}

void Document::title(std::string_view text)
{
    m_pages->block("H1", title_look, text);
}

void Document::heading(std::string_view text)
{
    constexpr double stays_with = 40; // of what comes under it
    m_pages->block("H2", heading_look, text, stays_with);
}

void Document::paragraph(std::string_view text)
{
    m_pages->block("P", text_look, text);
}

void Document::row(std::string_view name, std::string_view value)
{
    m_pages->row(name, value);
}

void Document::item(std::string_view text, std::string_view detail, std::string_view link)
{
    m_pages->item(text, detail, link);
}

Result<std::string> Document::finish() &&
{
    return m_pages->finish();
}

} // namespace wf::pdf
