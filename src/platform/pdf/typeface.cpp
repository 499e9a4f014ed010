// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/typeface.hpp"

#include <array>
#include <cairo-ft.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include FT_MULTIPLE_MASTERS_H
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace wf::pdf {
namespace {

struct Kept {
    FT_Library library{nullptr};
    FT_Face face{nullptr};
};

/// The axis "wght" to what is wanted, when the file has it.
void set_weight(Kept const& kept, int weight)
{
    constexpr FT_ULong weight_axis = FT_MAKE_TAG('w', 'g', 'h', 't');
    FT_MM_Var* axes = nullptr;
    if (FT_Get_MM_Var(kept.face, &axes) != 0) return;
    std::vector<FT_Fixed> places;
    for (FT_UInt i = 0; i < axes->num_axis; ++i)
        places.push_back(axes->axis[i].tag == weight_axis ? FT_Fixed{weight} * 65536 : axes->axis[i].def);
    FT_Set_Var_Design_Coordinates(kept.face, axes->num_axis, places.data());
    FT_Done_MM_Var(kept.library, axes);
}

struct File {
    cairo_font_face_t* face{nullptr};
    FT_Face letters{nullptr};
};

/// Cairo 1.16 asks a variable face for its axes and forgets the answer, 269 bytes: once for each file and weight, as these are kept.
cairo_font_face_t* make_face(FT_Face letters)
{
#ifdef __SANITIZE_ADDRESS__
    __lsan_disable();
#endif
    auto* face = cairo_ft_font_face_create_for_ft_face(letters, 0);
#ifdef __SANITIZE_ADDRESS__
    __lsan_enable();
#endif
    return face;
}

Result<File> open(std::string_view bytes, int weight)
{
    Error const bad{Trouble::bad_input, "pdf.bad_font", "", ""};
    Kept kept;
    if (FT_Init_FreeType(&kept.library) != 0) return bad;
    auto const* first = reinterpret_cast<FT_Byte const*>(bytes.data());
    if (FT_New_Memory_Face(kept.library, first, static_cast<FT_Long>(bytes.size()), 0, &kept.face) != 0) {
        FT_Done_FreeType(kept.library);
        return bad;
    }
    set_weight(kept, weight);
    return File{make_face(kept.face), kept.face};
}

struct Letter {
    std::string_view bytes;
    FT_ULong code;
};

/// The first letter of a text that is not empty; what is no UTF-8 is one byte that no font has.
Letter first_letter(std::string_view text)
{
    auto const lead = static_cast<unsigned char>(text.front());
    std::size_t const length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length > text.size() || (lead >= 0x80 && lead < 0xC0)) return {text.substr(0, 1), 0};
    constexpr std::array<unsigned, 5> masks{0, 0x7F, 0x1F, 0x0F, 0x07};
    FT_ULong code = lead & masks.at(length);
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {text.substr(0, 1), 0};
        code = (code << 6U) | (next & 0x3FU);
    }
    return {text.substr(0, length), code};
}

bool is_digit(FT_ULong code)
{
    return code >= '0' && code <= '9';
}

} // namespace

struct Typeface::Files {
    std::array<File, 3> files; ///< letters, more letters, digits
    static constexpr std::size_t digits = 2;

    std::array<std::string, 3> bytes; ///< that the faces read from
    int weight{0};

    /// Digits as tall as letters, as the pages have them.
    [[nodiscard]] double scale(File const& file) const { return &file == &files[digits] ? 1.06 : 1; }

    /// Which file has it; none: no file does.
    [[nodiscard]] std::optional<std::size_t> find(FT_ULong code) const
    {
        if (is_digit(code) && FT_Get_Char_Index(files[digits].letters, code) != 0) return digits;
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (FT_Get_Char_Index(files.at(i).letters, code) != 0) return i;
        }
        return std::nullopt;
    }

    /// Calls with pieces of one file each, in order.
    template <class F>
    void split(std::string_view text, F&& use) const
    {
        std::string piece;
        std::size_t now = 0;
        while (!text.empty()) {
            auto const letter = first_letter(text);
            text.remove_prefix(letter.bytes.size());
            auto const found = find(letter.code);
            auto const of = found.value_or(now);
            if (of != now && !piece.empty()) {
                use(piece, files.at(now));
                piece.clear();
            }
            now = of;
            if (found) piece += letter.bytes;
            else piece += '?';
        }
        if (!piece.empty()) use(piece, files.at(now));
    }
};

Result<Typeface> Typeface::load(Fonts const& fonts, int weight)
{
    // Cairo keeps faces after a document is done, so they stay for as long as the program runs.
    static auto& all = *new std::vector<std::unique_ptr<Files>>;
    for (auto const& files : all) {
        if (files->weight == weight && files->bytes[0] == fonts.letters && files->bytes[1] == fonts.more_letters &&
            files->bytes[2] == fonts.digits)
            return Typeface{*files};
    }
    auto files = std::make_unique<Files>();
    files->bytes = {std::string{fonts.letters}, std::string{fonts.more_letters}, std::string{fonts.digits}};
    files->weight = weight;
    for (std::size_t i = 0; i < files->files.size(); ++i) {
        WF_TRY(files->files.at(i), open(files->bytes.at(i), weight));
    }
    all.push_back(std::move(files));
    return Typeface{*all.back()};
}

double Typeface::width(cairo_t* page, std::string_view text, double size) const
{
    double sum = 0;
    m_files.split(text, [&](std::string const& piece, File const& file) {
        cairo_text_extents_t extents;
        cairo_set_font_size(page, size * m_files.scale(file));
        cairo_set_font_face(page, file.face);
        cairo_text_extents(page, piece.c_str(), &extents);
        sum += extents.x_advance;
    });
    return sum;
}

void Typeface::write(cairo_t* page, std::string_view text, double size, double x, double y) const
{
    cairo_move_to(page, x, y);
    m_files.split(text, [&](std::string const& piece, File const& file) {
        cairo_set_font_face(page, file.face);
        cairo_set_font_size(page, size * m_files.scale(file));
        cairo_show_text(page, piece.c_str()); // leaves the pen behind what it wrote
    });
}

} // namespace wf::pdf
