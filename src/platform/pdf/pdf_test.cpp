// SPDX-License-Identifier: EUPL-1.2
// What stands in the file is asked of another program: poppler (pdftotext, pdffonts, pdfinfo).
#include "platform/pdf/pdf.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace wf;

namespace {

std::string load(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct FontFiles {
    static std::string of(std::string const& name, std::string const& part)
    {
        return load("web/node_modules/@fontsource-variable/" + name + "/files/" + name + "-" + part +
                    "-wght-normal.woff2");
    }
    std::string letters{of("atkinson-hyperlegible-next", "latin")};
    std::string more{of("atkinson-hyperlegible-next", "latin-ext")};
    std::string digits{of("source-sans-3", "latin")};
    [[nodiscard]] pdf::Fonts fonts() const { return {letters, more, digits}; }
};

pdf::About const about{"Een stuk (verzonnen)", "Werkplaats (verzonnen)", "2026-11-22"};

template <class F>
std::string make(F&& fill)
{
    FontFiles const files;
    auto begun = pdf::Document::begin(files.fonts(), about);
    REQUIRE(begun);
    auto document = std::move(begun).value();
    fill(document);
    auto bytes = std::move(document).finish();
    REQUIRE(bytes);
    return std::move(*bytes);
}

/// What a program of poppler says of the file.
std::string ask(std::string const& program, std::string const& bytes)
{
    char folder[] = "/tmp/wf_pdf_XXXXXX";
    REQUIRE(mkdtemp(folder) != nullptr);
    auto const path = std::string{folder} + "/a.pdf";
    std::ofstream{path, std::ios::binary} << bytes;
    auto const command = program + " " + path + (program.starts_with("pdftotext") ? " -" : "") + " 2>&1";
    std::string said;
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> room;
    for (std::size_t got = 0; (got = fread(room.data(), 1, room.size(), pipe)) > 0;) said.append(room.data(), got);
    auto const status = pclose(pipe);
    std::filesystem::remove_all(folder);
    REQUIRE_MESSAGE(status == 0, said);
    return said;
}

std::size_t count(std::string_view text, std::string_view wanted)
{
    std::size_t found = 0;
    for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + wanted.size())) ++found;
    return found;
}

} // namespace

TEST_CASE("what was written can be read and searched, with digits, accents and signs")
{
    auto const bytes = make([](pdf::Document& document) {
        document.title("Verantwoording 2026");
        document.heading("Vraagstukken");
        document.paragraph("Eén café, vier reünies; Łódź en € 12.500");
        document.row("Vragen van bewoners", "17");
        document.item("Een bank op de Noordweg", "Gesteld op 3 mei 2026", "https://voorbeeld.example/nl/vraag?a='b'");
    });
    auto const text = ask("pdftotext", bytes);
    for (auto const* wanted : {"Verantwoording 2026", "Vraagstukken", "Eén café, vier reünies; Łódź en € 12.500",
                               "Vragen van bewoners", "17", "Een bank op de Noordweg", "Gesteld op 3 mei 2026"})
        CHECK_MESSAGE(text.find(wanted) != std::string::npos, wanted << " is not in " << text);
}

TEST_CASE("every font is inside the file, and says which letters it draws")
{
    auto const bytes = make([](pdf::Document& document) {
        document.title("Vet 2026");
        document.paragraph("Gewoon 2026");
    });
    auto const fonts = ask("pdffonts", bytes);
    CHECK(count(fonts, "yes yes yes") ==
          4); // embedded, a subset, with the table for selecting: letters and digits, twice
    CHECK(count(fonts, " no ") == 0);
}

TEST_CASE("headings, lists, tables and links are told as such")
{
    auto const bytes = make([](pdf::Document& document) {
        document.title("Boven");
        document.heading("Onder");
        document.row("Een", "1");
        document.row("Twee", "2");
        document.item("Stuk", "erbij", "https://voorbeeld.example/a");
    });
    auto const structure = ask("pdfinfo -struct-text", bytes);
    CHECK(count(structure, "H1 (block)") == 1);
    CHECK(count(structure, "H2 (block)") == 1);
    CHECK(count(structure, "Table (block)") == 1);
    CHECK(count(structure, "TR") == 2);
    CHECK(count(structure, "LI") == 1);
    CHECK(ask("pdfinfo -url", bytes).find("https://voorbeeld.example/a") != std::string::npos);
    CHECK(ask("pdfinfo", bytes).find("Een stuk (verzonnen)") != std::string::npos);
}

TEST_CASE("a text longer than a page goes on, and all of it is there in order")
{
    std::string long_text;
    for (int i = 1; i <= 3000; ++i) long_text += "woord" + std::to_string(i) + ' ';
    auto const bytes = make([&](pdf::Document& document) {
        document.paragraph(long_text);
        for (int i = 0; i < 120; ++i) document.row("Regel " + std::to_string(i), std::to_string(i));
        document.item("Slot", long_text, "");
    });
    auto const text = ask("pdftotext", bytes);
    for (int const i : {1, 2, 1500, 2999, 3000}) CHECK(count(text, "woord" + std::to_string(i)) >= 2);
    CHECK(count(text, "Regel 119") == 1);
    CHECK(ask("pdfinfo", bytes).find("Pages:           1\n") == std::string::npos);
}

TEST_CASE(
    "a word wider than the page is cut, a letter that no font has is a question mark, and bytes that are no text break nothing")
{
    std::string const word(400, 'w');
    auto const bytes = make([&](pdf::Document& document) {
        document.paragraph(word);
        document.paragraph("kat \xE7\x8C\xAB staart");
        document.paragraph("stuk \xFF\xC3");
        document.paragraph("");
    });
    auto const text = ask("pdftotext", bytes);
    CHECK(count(text, "w") == 400);
    CHECK(text.find("kat ? staart") != std::string::npos);
    CHECK(text.find("stuk ??") != std::string::npos);
}

TEST_CASE("the same gives the same bytes, and what is no font is refused")
{
    auto const fill = [](pdf::Document& document) { document.title("Gelijk 1"); };
    CHECK(make(fill) == make(fill));
    auto const none = pdf::Document::begin({"geen", "geen", "geen"}, about);
    REQUIRE(!none);
    CHECK(none.error().code == "pdf.bad_font");
}
