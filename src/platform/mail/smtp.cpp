// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/smtp.hpp"

#include "base/check.hpp"
#include "base/host.hpp"
#include "platform/mail/address.hpp"

#include <curl/curl.h>

#include <cstring>
#include <new>
#include <utility>

namespace wf::mail {
namespace {

constexpr long seconds_to_connect = 15;
constexpr long seconds_in_all = 90;

struct Closer {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, Closer>;
using List = std::unique_ptr<curl_slist, Closer>;

/// How far one message got, as libcurl tells it while it talks.
struct Talk {
    std::string_view bytes;
    std::size_t given{0};
    bool all_given{false};  ///< libcurl was told that the message ends: the dot that sends it may have gone out
    bool about_mail{false}; ///< MAIL FROM was said: what is refused from here on is this message, not our password
    bool leaving{false};    ///< QUIT was said: the answer to that is not about the message
    std::string reply;      ///< the last line that the server said before it
    std::stop_token stop;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* user)
{
    auto& talk = *static_cast<Talk*>(user);
    auto const piece = talk.bytes.substr(talk.given, size * count);
    std::memcpy(into, piece.data(), piece.size());
    talk.given += piece.size();
    // Said one call too early rather than too late: libcurl may not ask again after the last byte.
    talk.all_given = talk.given == talk.bytes.size();
    return piece.size();
}

/// Sees commands and replies; keeps no more of them than a status.
int listen(CURL*, curl_infotype kind, char* data, std::size_t size, void* user)
{
    auto& talk = *static_cast<Talk*>(user);
    std::string_view const said{data, size};
    if (kind == CURLINFO_HEADER_OUT && said.starts_with("MAIL FROM")) talk.about_mail = true;
    if (kind == CURLINFO_HEADER_OUT && said.starts_with("QUIT")) talk.leaving = true;
    if (kind == CURLINFO_HEADER_IN && !talk.leaving) talk.reply = said.substr(0, 64);
    return 0;
}

int go_on(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Talk*>(user)->stop.stop_requested() ? 1 : 0;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// "550 5.1.1" of "550 5.1.1 <somebody@example.org> unknown": the words may name a person.
std::string status_of(std::string_view reply)
{
    if (reply.size() < 3 || !is_digit(reply[0]) || !is_digit(reply[1]) || !is_digit(reply[2])) return {};
    std::string status{reply.substr(0, 3)};
    auto rest = reply.substr(3);
    if (rest.empty() || (rest.front() != ' ' && rest.front() != '-')) return status;
    rest.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '.')) ++end;
    auto const enhanced = rest.substr(0, end); // RFC 3463: 5.1.1
    if (enhanced.size() >= 5 && enhanced[1] == '.' && end < rest.size() && rest[end] == ' ')
        status.append(" ").append(enhanced);
    return status;
}

Delivery judge(CURLcode code, Talk const& talk)
{
    auto const status = status_of(talk.reply);
    char const kind = status.empty() ? '0' : status.front();
    bool const heard_after_message = talk.all_given && kind != '0' && kind != '3';
    if (code == CURLE_OK || (heard_after_message && kind == '2')) return {Outcome::sent, ""};
    if (talk.all_given && !heard_after_message) return {Outcome::unsure, curl_easy_strerror(code)};
    bool const is_status = kind == '4' || kind == '5';
    // Before MAIL FROM, a 5 is about who we are: an administrator can mend that, and then the mail goes.
    auto const outcome = kind == '5' && talk.about_mail ? Outcome::refused : Outcome::try_later;
    return {outcome, is_status ? status : curl_easy_strerror(code)};
}

class Smtp final : public Transport {
public:
    Smtp(Server server, Options options) : m_server{std::move(server)}, m_options{std::move(options)}
    {
        static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
        WF_CHECK(ready);
    }

    Delivery deliver(Envelope const& envelope, std::stop_token const& stop) override
    {
        // Once more, here where it becomes a line of the protocol.
        WF_CHECK(read_address(envelope.to).has_value() && read_address(envelope.from).has_value());
        Curl const curl{curl_easy_init()};
        List const recipients{curl_slist_append(nullptr, envelope.to.c_str())};
        if (!curl || !recipients) throw std::bad_alloc{};
        Talk talk;
        talk.bytes = envelope.bytes;
        talk.stop = stop;
        set_server(curl.get(), envelope.from.substr(envelope.from.find('@') + 1));
        set_limits(curl.get(), talk);
        set(curl.get(), CURLOPT_MAIL_FROM, envelope.from.c_str());
        set(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
        set(curl.get(), CURLOPT_UPLOAD, 1L);
        set(curl.get(), CURLOPT_READFUNCTION, give);
        set(curl.get(), CURLOPT_READDATA, &talk);
        return judge(curl_easy_perform(curl.get()), talk);
    }

private:
    template <class T>
    static void set(CURL* curl, CURLoption option, T value)
    {
        WF_CHECK(curl_easy_setopt(curl, option, value) == CURLE_OK);
    }

    /// `greeting`: the domain that we say to be, which is that of the sender and tells nothing about this machine.
    void set_server(CURL* curl, std::string const& greeting) const
    {
        bool const wrapped = m_server.scheme == Scheme::smtps;
        auto const url =
            (wrapped ? "smtps://" : "smtp://") + m_server.host + ":" + std::to_string(m_server.port) + "/" + greeting;
        set(curl, CURLOPT_URL, url.c_str());
        set(curl, CURLOPT_PROTOCOLS_STR, wrapped ? "smtps" : "smtp");
        set(curl, CURLOPT_PROXY, ""); // whatever the environment says
        bool const plain = !wrapped && m_options.tls == Tls::unless_loopback && is_loopback(m_server.host);
        set(curl, CURLOPT_USE_SSL, static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
        if (!m_options.certificates.empty()) {
            set(curl, CURLOPT_CAINFO, m_options.certificates.c_str());
            set(curl, CURLOPT_CAPATH, nullptr);
        }
        if (!m_options.user.empty()) {
            set(curl, CURLOPT_USERNAME, m_options.user.c_str());
            set(curl, CURLOPT_PASSWORD, m_options.password.c_str());
        }
    }

    static void set_limits(CURL* curl, Talk& talk)
    {
        set(curl, CURLOPT_NOSIGNAL, 1L);
        set(curl, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
        set(curl, CURLOPT_TIMEOUT, seconds_in_all);
        set(curl, CURLOPT_NOPROGRESS, 0L);
        set(curl, CURLOPT_XFERINFOFUNCTION, go_on);
        set(curl, CURLOPT_XFERINFODATA, &talk);
        set(curl, CURLOPT_VERBOSE, 1L); // to `listen` alone: nothing is printed
        set(curl, CURLOPT_DEBUGFUNCTION, listen);
        set(curl, CURLOPT_DEBUGDATA, &talk);
    }

    Server m_server;
    Options m_options;
};

} // namespace

std::unique_ptr<Transport> make_smtp_transport(Server server, Options options)
{
    return std::make_unique<Smtp>(std::move(server), std::move(options));
}

} // namespace wf::mail
