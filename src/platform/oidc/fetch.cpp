// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/fetch.hpp"

#include "base/check.hpp"
#include "platform/oidc/address.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>

namespace wf::oidc {
namespace {

constexpr long seconds_to_connect = 5;
constexpr long seconds_in_all = 15;
constexpr std::size_t largest_body = 1'000'000;

struct Closer {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

template <class T>
void set(CURL* curl, CURLoption option, T value)
{
    WF_CHECK(curl_easy_setopt(curl, option, value) == CURLE_OK);
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* user)
{
    auto& body = *static_cast<std::string*>(user);
    if (body.size() + size * count > largest_body) return 0; // less than came: libcurl stops
    body.append(bytes, size * count);
    return size * count;
}

void set_rules(CURL* curl, Question const& question)
{
    auto const reach = reach_of(question.url);
    WF_CHECK(reach != Reach::none);
    set(curl, CURLOPT_URL, question.url.c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, reach == Reach::secure ? "https" : "http");
    if (reach == Reach::loopback) set(curl, CURLOPT_PROXY, "");
    set(curl, CURLOPT_FOLLOWLOCATION, 0L);
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    set(curl, CURLOPT_TIMEOUT, seconds_in_all);
    set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (question.certificates.empty()) return;
    set(curl, CURLOPT_CAINFO, question.certificates.c_str());
    set(curl, CURLOPT_CAPATH, nullptr);
}

} // namespace

Result<Page> fetch(Question const& question)
{
    static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    WF_CHECK(ready);
    std::unique_ptr<CURL, Closer> const curl{curl_easy_init()};
    if (!curl) throw std::bad_alloc{};
    set_rules(curl.get(), question);
    Page page;
    set(curl.get(), CURLOPT_WRITEFUNCTION, take);
    set(curl.get(), CURLOPT_WRITEDATA, &page.body);
    if (!question.form.empty()) {
        set(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
        set(curl.get(), CURLOPT_POSTFIELDS, question.form.c_str());
    }
    if (!question.bearer.empty()) {
        set(curl.get(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        set(curl.get(), CURLOPT_XOAUTH2_BEARER, question.bearer.c_str());
    }
    auto const code = curl_easy_perform(curl.get());
    std::string const shown{without_query(question.url)};
    if (code == CURLE_WRITE_ERROR)
        return Error{Trouble::too_large, "oidc.too_large", shown, "the sign-in provider answers more than 1 MB"};
    if (code != CURLE_OK) return Error{Trouble::refused, "oidc.unreachable", shown, curl_easy_strerror(code)};
    long status = 0;
    WF_CHECK(curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status) == CURLE_OK);
    page.status = static_cast<int>(status);
    return page;
}

} // namespace wf::oidc
