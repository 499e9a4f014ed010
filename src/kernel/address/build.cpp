// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/address/inside.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace wf::address {
namespace {

/// Names and places come back thousands of times: each spelling is worked out once, each key gets one number.
/// After `sort`, numbers follow the order of the keys.
class Numbering {
public:
    template <class Work>
    std::uint32_t of(std::string_view spelling, Work&& work)
    {
        auto const [known, is_new] = m_by_spelling.try_emplace(spelling, 0);
        if (is_new) known->second = of_key(work(spelling));
        return known->second;
    }

    std::uint32_t of_key(std::string key)
    {
        auto const next = static_cast<std::uint32_t>(m_by_key.size());
        return m_by_key.try_emplace(std::move(key), next).first->second;
    }

    /// The keys in order; `rank` gets, for each number that was given before, its place in that order.
    std::vector<std::string> sort(std::vector<std::uint32_t>& rank)
    {
        std::vector<std::pair<std::string, std::uint32_t>> all(m_by_key.begin(), m_by_key.end());
        std::sort(all.begin(), all.end());
        rank.assign(all.size(), 0);
        std::vector<std::string> keys;
        keys.reserve(all.size());
        for (auto& [key, number] : all) {
            rank[number] = static_cast<std::uint32_t>(keys.size());
            keys.push_back(std::move(key));
        }
        return keys;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_by_spelling;
    std::unordered_map<std::string, std::uint32_t> m_by_key;
};

/// One address with the street it is in, before all are sorted.
struct Loose {
    std::uint32_t name;
    std::uint32_t place;
    Address address;
    auto operator<=>(Loose const&) const = default;
};

/// A name can be found under several keys: one line for each name and key, the fullest part where they are the same.
struct NamedKey {
    std::string text;
    std::uint32_t name;
    Part part;
    auto operator<=>(NamedKey const&) const = default;
};

void store_keys(Index::Inside& inside, std::vector<NamedKey> keys)
{
    std::sort(keys.begin(), keys.end());
    auto const same = [](NamedKey const& a, NamedKey const& b) { return a.text == b.text && a.name == b.name; };
    keys.erase(std::unique(keys.begin(), keys.end(), same), keys.end());
    inside.keys.reserve(keys.size());
    inside.shared.reserve(keys.size());
    std::string_view before;
    std::uint32_t begin = 0;
    for (auto const& key : keys) {
        std::size_t const shared = shared_letters(before, key.text);
        inside.shared.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(shared, 255)));
        if (key.text != before) {
            begin = static_cast<std::uint32_t>(inside.texts.size());
            inside.texts += key.text;
        }
        before = key.text;
        inside.keys.push_back({begin, key.name, static_cast<std::uint16_t>(key.text.size()), key.part});
    }
    inside.texts.shrink_to_fit();
}

void store_addresses(Index::Inside& inside, std::vector<Loose> const& all, std::size_t names)
{
    inside.addresses.reserve(all.size());
    inside.first_street.reserve(names + 1);
    Loose const* before = nullptr;
    for (auto const& one : all) {
        if (before == nullptr || before->name != one.name || before->place != one.place) {
            while (inside.first_street.size() <= one.name) {
                inside.first_street.push_back(static_cast<std::uint32_t>(inside.streets.size()));
            }
            inside.streets.push_back({one.place, static_cast<std::uint32_t>(inside.addresses.size())});
        }
        inside.addresses.push_back(one.address);
        before = &one;
    }
    inside.first_street.resize(names + 1, static_cast<std::uint32_t>(inside.streets.size()));
    inside.streets.push_back({0, static_cast<std::uint32_t>(inside.addresses.size())});
    inside.streets.shrink_to_fit();

    for (std::uint32_t at = 0; at < inside.addresses.size(); ++at) {
        if (inside.addresses[at].postcode != no_postcode) inside.by_postcode.push_back(at);
    }
    auto const& addresses = inside.addresses;
    std::sort(inside.by_postcode.begin(), inside.by_postcode.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(addresses[a].postcode, a) < std::tie(addresses[b].postcode, b);
    });
    inside.by_postcode.shrink_to_fit();
}

bool is_plain_number(std::string_view text)
{
    return !text.empty() && text.size() <= 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Number number_of(std::string_view text)
{
    if (!is_plain_number(text)) return read_number(text);
    Number number{0, {}};
    for (char const c : text) number.value = 10 * number.value + static_cast<std::uint32_t>(c - '0');
    return number;
}

/// A key that no text of 200 bytes comes near is not kept.
constexpr std::size_t longest_key = 2 * longest_text;

} // namespace

Index Index::build(std::span<Entry const> entries)
{
    WF_CHECK(entries.size() < std::numeric_limits<std::uint32_t>::max());
    auto inside = std::make_unique<Inside>();
    Numbering names;
    Numbering places;
    Numbering additions;
    std::vector<NamedKey> keys;
    std::vector<Loose> all;
    all.reserve(entries.size());
    for (auto const& entry : entries) {
        std::vector<NameKey> fresh;
        std::uint32_t const name = names.of(entry.street, [&](std::string_view street) {
            fresh = name_keys(words_of(street));
            return fresh.empty() ? std::string{} : fresh.front().text;
        });
        for (auto& key : fresh) {
            if (key.text.size() <= longest_key) keys.push_back({std::move(key.text), name, key.part});
        }
        std::uint32_t const place =
            places.of(entry.place, [](std::string_view text) { return place_key(words_of(text)); });
        Number const number = number_of(entry.number);
        std::uint32_t const addition = additions.of(number.addition.empty() ? std::string_view{} : entry.number,
                                                    [&](std::string_view) { return number.addition; });
        all.push_back({name,
                       place,
                       {number.value, addition, read_postcode(entry.postcode).value_or(no_postcode),
                        static_cast<std::uint32_t>(all.size())}});
    }
    std::vector<std::uint32_t> name_rank;
    std::vector<std::uint32_t> place_rank;
    std::vector<std::uint32_t> addition_rank;
    std::size_t const name_count = names.sort(name_rank).size();
    inside->places = places.sort(place_rank);
    inside->additions = additions.sort(addition_rank);
    for (auto& one : all) {
        one.name = name_rank[one.name];
        one.place = place_rank[one.place];
        one.address.addition = addition_rank[one.address.addition];
    }
    for (auto& key : keys) key.name = name_rank[key.name];
    std::sort(all.begin(), all.end());
    store_keys(*inside, std::move(keys));
    store_addresses(*inside, all, name_count);
    return Index{std::move(inside)};
}

Index::Index(std::unique_ptr<Inside> inside) : m_inside{std::move(inside)} {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

std::size_t Index::bytes() const
{
    auto const size = [](auto const& vector) { return vector.capacity() * sizeof(vector[0]); };
    auto const& in = *m_inside;
    std::size_t sum = sizeof in + in.texts.capacity() + size(in.keys) + size(in.shared) + size(in.first_street) +
                      size(in.streets) + size(in.addresses) + size(in.by_postcode) + size(in.places) +
                      size(in.additions);
    for (auto const* list : {&in.places, &in.additions}) {
        for (auto const& text : *list) sum += text.capacity() > 15 ? text.capacity() + 1 : 0;
    }
    return sum;
}

std::uint32_t Index::Inside::street_at(std::uint32_t position) const
{
    auto const next = std::upper_bound(streets.begin(), streets.end(), position,
                                       [](std::uint32_t at, Street const& street) { return at < street.first; });
    return static_cast<std::uint32_t>(next - streets.begin()) - 1;
}

std::span<std::uint32_t const> Index::Inside::with_postcode(std::uint32_t postcode) const
{
    auto const first = std::partition_point(by_postcode.begin(), by_postcode.end(),
                                            [&](std::uint32_t at) { return addresses[at].postcode < postcode; });
    auto const last = std::partition_point(first, by_postcode.end(),
                                           [&](std::uint32_t at) { return addresses[at].postcode == postcode; });
    return {first, last};
}

} // namespace wf::address
