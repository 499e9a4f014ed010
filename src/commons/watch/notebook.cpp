// SPDX-License-Identifier: EUPL-1.2
#include "commons/watch/notebook.hpp"

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "platform/secret/token.hpp"

namespace wf::watch {
namespace {

constexpr std::int64_t minute_millis = 60'000;
constexpr std::int64_t day_millis = 86'400'000;
constexpr std::size_t many = 100;

std::vector<std::string> groups_of(std::string_view text)
{
    std::vector<std::string> groups;
    if (text.empty()) return groups;
    for (auto group : split(text, ':')) {
        while (group.size() > 1 && group.front() == '0') group.remove_prefix(1);
        groups.push_back(fold_case(group));
    }
    return groups;
}

/// An IPv4 address as it is, also when it was written as IPv6; of an IPv6 address the first four groups of eight. What is neither, as it is.
std::string network_of(std::string_view peer)
{
    constexpr std::size_t all_groups = 8;
    constexpr std::size_t half = 4;
    auto const last = peer.rfind(':');
    if (last == std::string_view::npos) return std::string{peer};
    if (fold_case(peer).starts_with("::ffff:") && peer.find('.') != std::string_view::npos)
        return std::string{peer.substr(last + 1)};
    auto const gap = peer.find("::");
    auto groups = groups_of(peer.substr(0, gap));
    if (gap != std::string_view::npos) {
        auto const after = groups_of(peer.substr(gap + 2));
        while (groups.size() + after.size() < all_groups) groups.emplace_back("0");
        groups.insert(groups.end(), after.begin(), after.end());
    }
    if (groups.size() != all_groups) return std::string{peer};
    std::string network;
    for (std::size_t at = 0; at < half; ++at) network += groups[at] + ":";
    return network;
}

std::string new_id(std::int64_t now)
{
    std::array<std::uint8_t, 10> random{};
    secret::random_bytes(random);
    return make_uuid_v7(static_cast<std::uint64_t>(now), random).to_string();
}

} // namespace

Notebook::Notebook(secret::Key const& installation) : Notebook{installation, Bounds{}} {}

Notebook::Notebook(secret::Key const& installation, Bounds bounds)
    : m_key{installation.derive("place of a login")}, m_bounds{bounds}
{
}

std::string Notebook::place_of(std::string_view peer) const
{
    constexpr std::size_t digits = 12;
    if (peer.empty()) return {};
    return secret::to_hex(m_key.derive(network_of(peer)).bytes()).substr(0, digits);
}

void Notebook::turn_page(std::int64_t now)
{
    if (now / minute_millis == m_minute) return;
    m_minute = now / minute_millis;
    m_ids.clear();
    for (auto& used : m_used) used.lines_this_minute = 0;
}

bool Notebook::may_have_line(Subject const& subject, std::int64_t now)
{
    auto& used = m_used.at(static_cast<std::size_t>(subject.kind) + (subject.person.empty() ? 0 : kind_count));
    if (used.day != now / day_millis) used = {now / day_millis, 0, used.lines_this_minute};
    if (used.lines_this_minute >= m_bounds.lines_a_minute || used.lines_today >= m_bounds.lines_a_day ||
        m_waiting.size() + m_given.size() >= m_bounds.wait)
        return false;
    ++used.lines_this_minute;
    ++used.lines_today;
    return true;
}

void Notebook::note(Kind kind, std::string_view person, std::string_view peer, std::int64_t now)
{
    Subject subject{kind, std::string{person}, place_of(peer), false};
    std::unique_lock lock{m_mutex};
    turn_page(now);
    auto found = m_ids.find(subject);
    if (found == m_ids.end()) {
        if (!may_have_line(subject, now)) subject = {kind, {}, {}, true};
        found = m_ids.try_emplace(subject).first;
        if (found->second.empty()) found->second = new_id(now);
    }
    auto const [place, is_new] = m_waiting.try_emplace(found->second);
    auto& line = place->second;
    if (is_new) {
        line = {found->second, Timestamp{now}.to_iso(), kind, {}, subject.place, subject.is_rest, 0};
        if (!subject.person.empty()) line.person = subject.person;
    }
    ++line.count;
    // Once, also when the store takes nothing and more and more waits.
    if (!is_new || m_waiting.size() != many) return;
    m_is_called = true;
    lock.unlock();
    m_many.notify_all();
}

void Notebook::forget(std::string_view person)
{
    std::scoped_lock const lock{m_mutex};
    for (auto* lines : {&m_waiting, &m_given})
        std::erase_if(*lines, [&](auto const& line) { return line.second.person == person; });
    std::erase_if(m_ids, [&](auto const& known) { return known.first.person == person; });
}

std::vector<Event> Notebook::give_out()
{
    std::scoped_lock const lock{m_mutex};
    if (m_given.empty()) m_given.swap(m_waiting);
    std::vector<Event> lines;
    lines.reserve(m_given.size());
    for (auto const& [id, line] : m_given) lines.push_back(line);
    return lines;
}

void Notebook::strike_out()
{
    std::scoped_lock const lock{m_mutex};
    m_given.clear();
}

bool Notebook::is_empty() const
{
    std::scoped_lock const lock{m_mutex};
    return m_given.empty() && m_waiting.empty();
}

void Notebook::wait(std::stop_token const& stop, std::chrono::milliseconds most)
{
    std::unique_lock lock{m_mutex};
    m_many.wait_for(lock, stop, most, [this] { return m_is_called; });
    m_is_called = false;
}

} // namespace wf::watch
