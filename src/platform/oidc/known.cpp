// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/known.hpp"

#include "platform/clock/clock.hpp"
#include "platform/oidc/fetch.hpp"

#include <utility>

namespace wf::oidc {
namespace {

constexpr std::int64_t millis_kept = 3'600'000;
constexpr std::int64_t millis_left_alone = 5'000;

Result<std::string> load_page(std::string const& url, std::string const& certificates)
{
    WF_TRY(auto page, fetch({.url = url, .certificates = certificates}));
    if (page.status != 200)
        return Error{Trouble::refused, "oidc.bad_answer", url,
                     "the sign-in provider answers with status " + std::to_string(page.status)};
    return std::move(page.body);
}

} // namespace

KnownCache::KnownCache(std::string issuer, std::string certificates)
    : m_issuer{std::move(issuer)}, m_certificates{std::move(certificates)}
{
}

Result<std::shared_ptr<Known const>> KnownCache::get()
{
    std::scoped_lock const lock{m_mutex};
    auto const now = now_millis();
    if (m_known && now < m_known->until_millis) return m_known;
    if (now < m_failed_until) return m_failure;
    auto loaded = load();
    if (!loaded) {
        m_failure = loaded.error();
        m_failed_until = now_millis() + millis_left_alone;
        return m_failure;
    }
    m_known = std::make_shared<Known const>(std::move(*loaded));
    return m_known;
}

Result<std::shared_ptr<Known const>> KnownCache::renew_keys(std::shared_ptr<Known const> const& old)
{
    std::scoped_lock const lock{m_mutex};
    if (m_known && m_known != old) return m_known;
    auto renewed = *old;
    WF_TRY(renewed.keys, load_keys(old->about));
    m_known = std::make_shared<Known const>(std::move(renewed));
    return m_known;
}

Result<Known> KnownCache::load() const
{
    Known known;
    WF_TRY(auto const description, load_page(discovery_url(m_issuer), m_certificates));
    WF_TRY(known.about, read_metadata(description, m_issuer));
    WF_TRY(known.keys, load_keys(known.about));
    known.until_millis = now_millis() + millis_kept;
    return known;
}

Result<std::vector<PublicKey>> KnownCache::load_keys(Metadata const& about) const
{
    WF_TRY(auto const text, load_page(about.jwks_uri, m_certificates));
    return read_key_set(text);
}

} // namespace wf::oidc
