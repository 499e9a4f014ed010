// SPDX-License-Identifier: EUPL-1.2
// What is known of the provider, kept for an hour, so that not every sign-in asks for it. Safe for several threads.
#pragma once

#include "platform/oidc/discovery.hpp"
#include "platform/oidc/key_set.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace wf::oidc {

struct Known {
    Metadata about;
    std::vector<PublicKey> keys;
    std::int64_t until_millis{0};
};

class KnownCache {
public:
    KnownCache(std::string issuer, std::string certificates);

    /// Asked for when it is not there or too old. A provider that does not answer is left alone for five seconds: until then everybody
    /// hears the same error at once, and no page waits behind another.
    Result<std::shared_ptr<Known const>> get();
    /// With the keys of this moment, unless another thread renewed `old` already.
    Result<std::shared_ptr<Known const>> renew_keys(std::shared_ptr<Known const> const& old);

private:
    [[nodiscard]] Result<Known> load() const;
    [[nodiscard]] Result<std::vector<PublicKey>> load_keys(Metadata const& about) const;

    std::string m_issuer;
    std::string m_certificates;
    std::mutex m_mutex;
    std::shared_ptr<Known const> m_known;
    Error m_failure;
    std::int64_t m_failed_until{0};
};

} // namespace wf::oidc
