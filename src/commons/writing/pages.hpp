// SPDX-License-Identifier: EUPL-1.2
// On the page of who writes together: which version was begun from, and what another wrote in the same texts.
#pragma once

#include "commons/writing/texts.hpp"
#include "platform/html/html.hpp"
#include "platform/web/form_body.hpp"
#include "platform/words/words.hpp"

#include <cstdint>

namespace wf::writing {

/// Hidden in the form; `version`: of the record as the writer has it before them.
void write_seen(html::Html& page, std::int64_t version);
/// What `write_seen` left in the form; `otherwise` when a program sent none.
[[nodiscard]] std::int64_t read_seen(http::Pairs const& sent, std::int64_t otherwise);

/// What another wrote (`texts`: heading and text) where this writer did too. Words: "<prefix>.clash" and "<prefix>.clash.text".
void write_clash(html::Html& page, words::Words const& t, std::string const& prefix, std::vector<Named> const& texts);

/// As above, for a record whose fields have the words "<prefix>.form.<name>"; nothing when nothing clashes.
template <class Parts, class Content>
void write_clashes(html::Html& page, words::Words const& t, std::string const& prefix, Parts const& parts,
                   std::vector<std::string_view> const& clashes, Content const& now)
{
    std::vector<Named> texts;
    for (auto const& part : parts) {
        if (std::find(clashes.begin(), clashes.end(), part.name) == clashes.end()) continue;
        auto const key = prefix + ".form." + std::string{part.name};
        texts.emplace_back(t(key), now.*part.text);
    }
    if (!texts.empty()) write_clash(page, t, prefix, texts);
}

} // namespace wf::writing
