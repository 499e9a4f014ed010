// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/names.hpp"
#include "kernel/address/reading.hpp"

#include <algorithm>

namespace wf::address {
namespace {

constexpr double best_of_guesses = 0.95;   ///< what is not exact stays under what is
constexpr double worth_of_zeros = 0.995;   ///< "1-1" for "1-01"
constexpr double worth_of_addition = 0.88; ///< another addition to the same number
constexpr double worth_of_near_number = 0.8;
constexpr double worth_of_other_postcode = 0.7;
constexpr double worth_of_no_postcode = 0.9;
constexpr double worth_of_extra_word = 0.8;
constexpr std::size_t most_scans = 4; ///< looks through all names for slips, for one text

struct Found {
    double score;
    std::uint32_t position; ///< in `addresses`
    std::uint32_t street;
    Fit fit;
};

bool is_better(Found const& a, Found const& b)
{
    return a.score != b.score ? a.score > b.score : a.position < b.position;
}

/// The best that were found, each street and number once.
class Best {
public:
    Best(std::size_t most, Index::Inside const& inside) : m_inside{inside}, m_most{most} {}

    void add(Found const& found)
    {
        if (m_found.size() == m_most && !is_better(found, m_found.back())) return;
        auto const same =
            std::find_if(m_found.begin(), m_found.end(), [&](Found const& f) { return is_same(f, found); });
        if (same != m_found.end()) {
            if (!is_better(found, *same)) return;
            m_found.erase(same);
        } else if (m_found.size() == m_most) {
            m_found.pop_back();
        }
        m_found.insert(std::upper_bound(m_found.begin(), m_found.end(), found, is_better), found);
    }

    /// Whether something of this score can still come among them.
    [[nodiscard]] bool can_use(double score) const { return m_found.size() < m_most || score >= m_found.back().score; }
    [[nodiscard]] std::vector<Found> const& all() const { return m_found; }

private:
    [[nodiscard]] bool is_same(Found const& a, Found const& b) const
    {
        auto const& one = m_inside.addresses[a.position];
        auto const& other = m_inside.addresses[b.position];
        return a.street == b.street && one.value == other.value && one.addition == other.addition;
    }

    Index::Inside const& m_inside;
    std::size_t m_most;
    std::vector<Found> m_found;
};

/// What is known of a candidate before its number is looked at.
struct Sofar {
    double score{0};
    bool as_typed{false}; ///< street and place
    bool slip{false};
};

/// Addresses of one street in the order of their numbers: all of them, or those of a postcode.
class Row {
public:
    Row(std::uint32_t first, std::size_t size) : m_first{first}, m_size{size} {}
    explicit Row(std::span<std::uint32_t const> positions) : m_positions{positions}, m_size{positions.size()} {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::uint32_t operator[](std::size_t i) const
    {
        return m_positions.empty() ? m_first + static_cast<std::uint32_t>(i) : m_positions[i];
    }

private:
    std::span<std::uint32_t const> m_positions;
    std::uint32_t m_first{0};
    std::size_t m_size;
};

class Finder {
public:
    Finder(Index::Inside const& inside, std::optional<std::uint32_t> postcode, std::size_t most)
        : m_inside{inside}, m_postcode{postcode}, m_best{most, inside}
    {
    }

    void look_up(Reading const& reading, std::vector<Hit> const& hits)
    {
        for (auto const& hit : hits) {
            if (!m_best.can_use(hit.quality * reading.trust)) break;
            for (std::uint32_t s = m_inside.first_street[hit.name]; s < m_inside.first_street[hit.name + 1]; ++s) {
                std::uint32_t const first = m_inside.streets[s].first;
                look_in(Row{first, m_inside.streets[s + 1].first - first}, s, reading, hit);
            }
        }
    }

    /// Whether a name of this quality can still bring something.
    [[nodiscard]] bool can_use(double quality) const { return m_best.can_use(quality); }

    void look_up_postcode(Reading const& reading)
    {
        auto positions = m_inside.with_postcode(*m_postcode);
        Hit const hit{0, 1, reading.trust == 1, false};
        while (!positions.empty()) {
            std::uint32_t const street = m_inside.street_at(positions.front());
            auto const end = std::lower_bound(positions.begin(), positions.end(), m_inside.streets[street + 1].first);
            auto const count = static_cast<std::size_t>(end - positions.begin());
            look_in(Row{positions.first(count)}, street, reading, hit);
            positions = positions.subspan(count);
        }
    }

    /// Nothing better can come of mending.
    [[nodiscard]] bool is_settled() const
    {
        auto const sure = [](Found const& f) {
            return f.fit == Fit::exact || (f.fit == Fit::street && f.score > best_of_guesses);
        };
        return std::any_of(m_best.all().begin(), m_best.all().end(), sure);
    }

    [[nodiscard]] bool has_found() const { return !m_best.all().empty(); }

    [[nodiscard]] std::vector<Match> matches() const
    {
        std::vector<Match> matches;
        for (auto const& found : m_best.all()) {
            matches.push_back({m_inside.addresses[found.position].entry, found.fit, found.score});
        }
        return matches;
    }

private:
    void look_in(Row const& row, std::uint32_t street, Reading const& reading, Hit const& hit)
    {
        for (auto const& choice : reading.choices) {
            double const place = choice.place.fit(m_inside.streets[street].place);
            Sofar const sofar{hit.quality * reading.trust * place, hit.as_typed && place >= fit_of_beginning,
                              hit.slip || place < fit_of_beginning};
            if (!m_best.can_use(sofar.score)) continue;
            if (choice.number) {
                choose_number(row, street, *choice.number, sofar);
            } else {
                add(row[first_of_postcode(row)], street, sofar, 1, Fit::street);
            }
        }
    }

    /// The first of the postcode that was typed; without one, the first.
    [[nodiscard]] std::size_t first_of_postcode(Row const& row) const
    {
        if (!m_postcode) return 0;
        auto const positions = m_inside.with_postcode(*m_postcode);
        auto const at = std::lower_bound(positions.begin(), positions.end(), row[0]);
        bool const here = at != positions.end() && *at <= row[row.size() - 1];
        return here ? *at - row[0] : 0;
    }

    void choose_number(Row const& row, std::uint32_t street, Number const& number, Sofar const& sofar)
    {
        if (number.value == no_number) return;
        auto const value = [&](std::size_t i) { return m_inside.addresses[row[i]].value; };
        std::size_t low = 0;
        for (std::size_t high = row.size(); low < high;) {
            std::size_t const middle = low + (high - low) / 2;
            if (value(middle) < number.value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < row.size() && value(low) == number.value) {
            for (std::size_t i = low; i < row.size() && value(i) == number.value; ++i) {
                add_same_number(row[i], street, number, sofar, i - low);
            }
            return;
        }
        // Houses with even and odd numbers mostly face each other: at equal distance, one on the same side.
        constexpr std::size_t reach = 3;
        std::optional<std::uint32_t> nearest;
        std::uint64_t least = 0;
        for (std::size_t i = low - std::min(low, reach); i < std::min(low + reach, row.size()); ++i) {
            std::uint64_t const v = value(i);
            std::uint64_t const far = v > number.value ? v - number.value : number.value - v;
            if (v == no_number || (nearest && 2 * far + far % 2 >= least)) continue;
            nearest = row[i];
            least = 2 * far + far % 2;
        }
        if (!nearest) return;
        double const share = 1 / (1 + static_cast<double>(least) / 40);
        add(*nearest, street, sofar, worth_of_near_number - 0.1 * (1 - share), Fit::other_number);
    }

    void add_same_number(std::uint32_t position, std::uint32_t street, Number const& number, Sofar const& sofar,
                         std::size_t nth)
    {
        std::uint32_t const addition = m_inside.addresses[position].addition;
        std::string const& text = m_inside.additions[addition];
        if (text == number.addition) {
            add(position, street, sofar, 1, Fit::exact);
        } else if (without_zeros(text) == without_zeros(number.addition)) {
            add(position, street, sofar, worth_of_zeros, Fit::exact);
        } else {
            double const worth = worth_of_addition - 0.001 * static_cast<double>(std::min<std::size_t>(nth, 50));
            add(position, street, sofar, worth, Fit::other_number);
        }
    }

    [[nodiscard]] double worth_of_postcode(std::uint32_t position) const
    {
        std::uint32_t const postcode = m_inside.addresses[position].postcode;
        if (!m_postcode || postcode == *m_postcode) return 1;
        return postcode == no_postcode ? worth_of_no_postcode : worth_of_other_postcode;
    }

    void add(std::uint32_t position, std::uint32_t street, Sofar const& sofar, double worth, Fit fit)
    {
        double const postcode = worth_of_postcode(position);
        bool const typed = sofar.as_typed && postcode == 1;
        // Without a number, the beginning of a name is no guess: somebody is still typing.
        bool const honest = fit == Fit::street ? !sofar.slip && postcode == 1 : typed;
        double const score = sofar.score * worth * postcode;
        bool const sure = typed && (fit == Fit::exact || fit == Fit::street);
        m_best.add({sure ? score : std::min(score, best_of_guesses), position, street, honest ? fit : Fit::likely});
    }

    Index::Inside const& m_inside;
    std::optional<std::uint32_t> m_postcode;
    Best m_best;
};

/// A word too many was typed.
std::vector<Hit> as_guess(std::vector<Hit> hits)
{
    for (auto& hit : hits) hit = {hit.name, hit.quality * worth_of_extra_word, false, true};
    return hits;
}

} // namespace

std::vector<Match> Index::find(std::string_view text, std::size_t most) const
{
    auto const readings = read_text(text, *m_inside);
    if (readings.list.empty() || most == 0) return {};
    Finder finder{*m_inside, readings.postcode, std::min(most, most_matches)};
    for (auto const& reading : readings.list) {
        if (reading.street.empty()) {
            finder.look_up_postcode(reading);
            continue;
        }
        finder.look_up(reading, find_as_typed(reading.street, *m_inside));
        if (reading.plain != reading.street) finder.look_up(reading, find_as_typed(reading.plain, *m_inside));
    }
    if (finder.is_settled()) return finder.matches();

    std::vector<std::pair<std::string_view, std::vector<Hit>>> scanned;
    auto const mend = [&](std::string_view key, Reading const& reading) {
        auto known = std::find_if(scanned.begin(), scanned.end(), [&](auto const& s) { return s.first == key; });
        if (known == scanned.end()) {
            if (scanned.size() == most_scans) return;
            known = scanned.insert(scanned.end(), {key, find_mended(key, *m_inside)});
        }
        finder.look_up(reading, known->second);
    };
    for (auto const& reading : readings.list) {
        if (!reading.mend || reading.street.empty()) continue;
        if (!finder.can_use(best_of_mended(reading.street.size()) * reading.trust)) continue;
        mend(reading.street, reading);
        if (reading.plain != reading.street) mend(reading.plain, reading);
    }
    if (finder.has_found()) return finder.matches();

    for (auto const& reading : readings.list) {
        for (auto const& key : reading.shorter) finder.look_up(reading, as_guess(find_as_typed(key, *m_inside)));
    }
    return finder.matches();
}

} // namespace wf::address
