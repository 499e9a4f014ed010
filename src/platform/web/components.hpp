// SPDX-License-Identifier: EUPL-1.2
// The pieces that pages are made of, as look and accessibility ask: one function a component, no state.
#pragma once

#include "platform/html/html.hpp"
#include "platform/web/feature.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::web {

/// <svg class="ic"> of our own symbol set ("info", "warn", "stop", "ok", "menu", "people" ...). Always beside a word.
void icon(html::Html& page, std::string_view name);
/// The logo: three by three basket weave with one yellow thread.
void logo(html::Html& page);

/// Of a heading inside a component: one deeper than the section that it stands in.
enum class Level { h2, h3, h4 };

enum class Message { info, ok, warn, error, refuse };
/// Icon, heading, what to do. `body` writes paragraphs.
void message(html::Html& page, Message kind, std::string_view heading, std::function<void()> const& body,
             Level level = Level::h2);
void tag_label(html::Html& page, std::string_view modifier,
               std::string_view words); // modifier "made", "ok", "bad", "run" or ""

enum class Button { primary, secondary };
/// A link that looks like a button; primary: what most who are here come to do.
void link_button(html::Html& page, std::string_view url, std::string_view words, Button kind = Button::secondary);

struct Tab {
    std::string title;
    std::string url;
    bool current{false};
};
void tabs(html::Html& page, std::string_view label, std::span<Tab const> tabs);

/// A term and its description in "why this number?" and fact lists; `url` makes the description a link.
struct Fact {
    std::string term;
    std::string description;
    std::string url;
};
void facts(html::Html& page, std::span<Fact const> list);
/// Writes facts as they come, for pages with a hundred of them.
class FactWriter {
public:
    explicit FactWriter(html::Html& page) : m_page{page} {}
    void add(std::string_view term, std::string_view description, std::string_view url = {});

private:
    html::Html& m_page;
};

/// <details class="why">: opens without script.
void why(html::Html& page, Visit const& visit, std::function<void(FactWriter&)> const& write);

/// A number on a scale: band = interval, dot = value, open dot = margin unknown (no low or no high), dashed line = reference
/// (the municipality). A count without a margin has low = high = value. What lies outside the scale stands at its end.
struct Scale {
    double least{0};
    double most{100};
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> reference;
    std::string label; ///< the whole sentence, for readers
};
void scale(html::Html& page, Visit const& visit, Scale const& scale);
/// Three answers to one question, 0 to 1: what is certain is solid, what is not known is striped, what is not is empty; a mark
/// stands at what is expected. Say the numbers beside it: `label` is the whole sentence, for readers.
struct Certainty {
    double certain{0};
    double expected{0};
    double possible{0};
    std::string label;
};
void certainty(html::Html& page, Certainty const& bar);
/// What solid, striped and empty mean; once beside a group of bars.
void certainty_key(html::Html& page, std::string_view certain, std::string_view unknown, std::string_view no);

/// A small line over the years; values without a line between them where `joined` is false. Say the numbers beside it: it
/// is not read out.
void spark(html::Html& page, std::span<std::optional<double> const> values, bool joined);

enum class Align { start, number };
struct Column {
    std::string key; ///< for ?sort=key; empty: cannot be sorted
    std::string title;
    Align align{Align::start};
    bool narrow_hidden{false}; ///< left out on a phone, where another column says the same
};
/// The class of a cell in that column ("n", "wide" or both); empty when it needs none. A cell of
/// a number column carries its number in data-v (with a decimal point), which the script sorts by; without it, it is missing.
[[nodiscard]] std::string_view cell_class(Column const& column);
/// A region that scrolls sideways alone, a caption, headings that sort by link (?sort=key, ?sort=-key) without script.
/// `rows` writes <tr>s. `sorted` is the current sort ("-inhabitants").
void table(html::Html& page, Visit const& visit, std::string_view caption, std::span<Column const> columns,
           std::string_view sorted, std::function<void()> const& rows);
/// A dashed box for what is not there yet, with a way forward.
void empty(html::Html& page, std::string_view heading, std::function<void()> const& body, Level level = Level::h2);

} // namespace wf::web
