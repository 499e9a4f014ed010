// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/names.hpp"

#include <algorithm>

namespace wf::address {
namespace {

/// What a key is worth that says less than the whole name.
double worth(Part part)
{
    switch (part) {
    case Part::all: return 1;
    case Part::without_initials: return 0.99;
    case Part::without_particles: return 0.95;
    case Part::end: return 0.93;
    }
    return 0;
}

bool is_whole(Part part)
{
    return part == Part::all || part == Part::without_initials;
}

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

/// Between 0.8 and 0.9, more when less is left to type.
double worth_of_beginning(std::size_t typed, std::size_t whole)
{
    return 0.8 + 0.1 * share(std::min(typed, whole), whole);
}

/// A slip weighs less in a long name.
double worth_of_slips(unsigned slips, std::size_t letters)
{
    return 0.82 - 0.9 * share(slips, std::max<std::size_t>(letters, 5));
}

bool is_better(Hit const& a, Hit const& b)
{
    return a.quality != b.quality ? a.quality > b.quality : a.name < b.name;
}

/// One or two letters are the beginning of very many names; nobody reads on after the first of them.
void keep_best(std::vector<Hit>& hits)
{
    constexpr std::size_t most_keys = 2048;
    if (hits.size() <= most_keys) return;
    auto const end = hits.begin() + most_keys;
    std::nth_element(hits.begin(), end, hits.end(), is_better);
    hits.erase(end, hits.end());
}

std::vector<Hit> best_of_each(std::vector<Hit> hits)
{
    auto const by_name = [](Hit const& a, Hit const& b) {
        return a.name != b.name ? a.name < b.name : a.quality > b.quality;
    };
    std::sort(hits.begin(), hits.end(), by_name);
    auto const same = [](Hit const& a, Hit const& b) { return a.name == b.name; };
    hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
    std::sort(hits.begin(), hits.end(), is_better);
    return hits;
}

} // namespace

std::vector<Hit> find_as_typed(std::string_view typed, Index::Inside const& inside)
{
    std::vector<Hit> hits;
    if (typed.empty()) return hits;
    auto const before = [&](Key const& key, std::string_view text) { return inside.text(key) < text; };
    auto at = std::lower_bound(inside.keys.begin(), inside.keys.end(), typed, before);
    for (; at != inside.keys.end() && inside.text(*at).starts_with(typed); ++at) {
        bool const complete = at->length == typed.size();
        double const quality = worth(at->part) * (complete ? 1 : worth_of_beginning(typed.size(), at->length));
        hits.push_back({at->name, quality, complete && is_whole(at->part), false});
    }
    keep_best(hits);
    return best_of_each(std::move(hits));
}

double best_of_mended(std::size_t letters)
{
    return worth_of_slips(1, letters);
}

std::vector<Hit> find_mended(std::string_view typed, Index::Inside const& inside)
{
    std::vector<Hit> hits;
    unsigned const bound = slips_allowed(typed.size());
    if (bound == 0) return hits;
    // A beginning is near by chance far sooner than a whole name.
    unsigned const bound_of_beginning = typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
    SlipWalk walk{typed, bound};
    for (std::size_t i = 0; i < inside.keys.size(); ++i) {
        Key const& key = inside.keys[i];
        Slips const slips = walk.next(inside.text(key), inside.shared[i]);
        double quality = 0;
        if (slips.whole > 0 && slips.whole <= bound) quality = worth_of_slips(slips.whole, typed.size());
        if (slips.start > 0 && slips.start <= bound_of_beginning) {
            double const beginning =
                worth_of_slips(slips.start, typed.size()) * worth_of_beginning(typed.size(), key.length);
            quality = std::max(quality, beginning);
        }
        if (quality > 0) hits.push_back({key.name, quality * worth(key.part), false, true});
    }
    keep_best(hits);
    return best_of_each(std::move(hits));
}

} // namespace wf::address
