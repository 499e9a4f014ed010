// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"

#include <libstemmer.h>
#include <utf8proc.h>

#include <memory>
#include <new>

namespace wf {
namespace {

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// A stemmer keeps its last word inside itself, so each thread has its own.
sb_stemmer& stemmer_of_this_thread()
{
    thread_local std::unique_ptr<sb_stemmer, DeleteStemmer> const stemmer{sb_stemmer_new("dutch", "UTF_8")};
    WF_CHECK(stemmer != nullptr);
    return *stemmer;
}

bool is_word_part(utf8proc_int32_t point)
{
    utf8proc_category_t const category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) || category == UTF8PROC_CATEGORY_ND;
}

bool is_apostrophe(utf8proc_int32_t point)
{
    return point == '\'' || point == 0x2018 || point == 0x2019;
}

} // namespace

std::string dutch_stem(std::string_view word)
{
    // No word is a hundred thousand letters long; what is comes back as it was.
    if (word.size() > 100'000) return std::string{word};
    sb_stemmer& stemmer = stemmer_of_this_thread();
    auto const* stem =
        sb_stemmer_stem(&stemmer, reinterpret_cast<sb_symbol const*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc{};
    return {reinterpret_cast<char const*>(stem), static_cast<std::size_t>(sb_stemmer_length(&stemmer))};
}

std::string stems(std::string_view text)
{
    std::string const folded = fold_case(text);
    std::string answer;
    answer.reserve(folded.size());
    std::size_t begin = 0;
    bool clitic = false; // the word began after an apostrophe
    auto const close = [&](std::size_t end) {
        std::string_view const word = std::string_view{folded}.substr(begin, end - begin);
        if (word.empty() || (clitic && (word == "s" || word == "t" || word == "n"))) return;
        if (!answer.empty()) answer += ' ';
        answer += dutch_stem(word);
    };
    std::size_t at = 0;
    while (at < folded.size()) {
        utf8proc_int32_t point = 0;
        auto const length = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(folded.data()) + at,
                                             static_cast<utf8proc_ssize_t>(folded.size() - at), &point);
        WF_CHECK(length > 0);
        std::size_t const next = at + static_cast<std::size_t>(length);
        if (!is_word_part(point)) {
            close(at);
            begin = next;
            clitic = is_apostrophe(point);
        }
        at = next;
    }
    close(at);
    return answer;
}

} // namespace wf
