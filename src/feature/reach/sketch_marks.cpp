// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/sketch_marks.hpp"

#include "base/check.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

void path(html::Html& page, std::string_view css, std::string_view data)
{
    page(tag::path, attr::cls(css), attr::named("d", data));
}

void circle(html::Html& page, std::string_view css, std::string_view radius, std::string_view y = "0")
{
    page(tag::circle, attr::cls(css), attr::named("cy", y), attr::named("r", radius));
}

} // namespace

std::string_view to_word(Mark mark)
{
    switch (mark) {
    case Mark::home: return "home";
    case Mark::place: return "place";
    case Mark::bench: return "bench";
    case Mark::pin: return "pin";
    case Mark::gains: return "gains";
    case Mark::maybe: return "maybe";
    case Mark::stays: return "stays";
    }
    throw Bug{"a mark without a word"};
}

std::string_view to_word(Track track)
{
    switch (track) {
    case Track::route: return "route";
    case Track::unsure: return "unsure";
    case Track::back: return "back";
    }
    throw Bug{"a track without a word"};
}

void write_shape(html::Html& page, Mark mark)
{
    switch (mark) {
    case Mark::pin:
        path(page, "pin", "M0 0C-3-8-13-14-13-25a13 13 0 0 1 26 0C13-14 3-8 0 0z");
        circle(page, "pinhole", "5", "-25");
        return;
    case Mark::home:
        path(page, "home", "M0-13 14-1H10V11H-10V-1h-4z");
        path(page, "homedoor", "M-3 11V3h6v8z");
        return;
    case Mark::place:
        circle(page, "place", "9");
        circle(page, "placehole", "3");
        return;
    case Mark::bench: path(page, "bench", "M-5-5H5V5H-5z"); return;
    case Mark::gains: circle(page, "gains", "4.5"); return;
    case Mark::maybe: circle(page, "maybe", "4"); return;
    case Mark::stays: circle(page, "stays", "2.5"); return;
    }
}

void write_swarm(html::Html& page, Mark mark, std::vector<std::string> const& spots)
{
    std::string data;
    // A line of no length has ends: round ones are a dot, square ones a bench.
    for (auto const& spot : spots) data += "M" + spot + "h0";
    auto const word = "swarm " + std::string{to_word(mark)};
    if (mark == Mark::bench) path(page, word + " rim", data);
    path(page, word, data);
    if (mark == Mark::maybe) path(page, "swarm hollow", data);
}

void write_track(html::Html& page, Track track, std::string_view data)
{
    if (track != Track::back) path(page, "trackcase", data);
    path(page, "line track-" + std::string{to_word(track)}, data);
}

void write_mark_key(html::Html& page, Mark mark)
{
    page(tag::svg, attr::named("viewBox", mark == Mark::pin ? "-20 -40 40 42" : "-20 -20 40 40"),
         attr::hidden_from_readers(), [&] { write_shape(page, mark); });
}

void write_track_key(html::Html& page, Track track)
{
    page(tag::svg, attr::named("viewBox", "0 0 60 40"), attr::cls("wide"), attr::hidden_from_readers(),
         [&] { write_track(page, track, "M4 20h52"); });
}

Body body_of(Mark mark)
{
    switch (mark) {
    case Mark::pin: return {20, 21};
    case Mark::home: return {0, 16};
    case Mark::place: return {0, 13};
    case Mark::bench: return {0, 8};
    default: return {0, 5};
    }
}

} // namespace wf::reach_pages
