// SPDX-License-Identifier: EUPL-1.2
#include "scenario_run.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "page_text.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace wf::http_scenarios {
namespace {

using namespace std::string_view_literals;
using Faults = std::vector<std::string>;

std::string write_request(Scenario const& scenario, Pairs const& more)
{
    if (scenario.method.empty()) return scenario.raw;
    std::string text =
        scenario.method + " " + scenario.target + std::string(scenario.target_padding, 'a') + " HTTP/1.1\r\n";
    text += "Host: 127.0.0.1\r\nConnection: close\r\n";
    for (auto const* headers : {&scenario.headers, &more}) {
        for (auto const& [name, value] : *headers) text += name + ": " + value + "\r\n";
    }
    if (scenario.header_padding > 0) text += "X-Padding: " + std::string(scenario.header_padding, 'a') + "\r\n";
    if (scenario.declared_body > 0) text += "Content-Length: " + std::to_string(scenario.declared_body) + "\r\n";
    else if (!scenario.body.empty()) text += "Content-Length: " + std::to_string(scenario.body.size()) + "\r\n";
    return text + "\r\n" + scenario.body;
}

void check_headers(Scenario const& scenario, Answer const& answer, Faults& faults)
{
    for (auto const& [name, wanted] : scenario.answer_headers) {
        auto const is = answer.header(name);
        if (!wanted) {
            if (is) faults.push_back("header " + name + " must not be there: " + *is);
        } else if (!is) {
            faults.push_back("header " + name + " is not there");
        } else if (wanted->starts_with('~') ? is->find(wanted->substr(1)) == std::string::npos : *is != *wanted) {
            faults.push_back("header " + name + " is " + *is + ", not " + *wanted);
        }
    }
}

void check_gzip(Scenario const& scenario, std::uint16_t port, Answer const& plain, Faults& faults)
{
    auto const packed = exchange(port, write_request(scenario, {{"Accept-Encoding", "gzip"}}), true);
    auto const inside = gunzip(packed.body);
    if (packed.header("content-encoding") != "gzip" || !inside)
        faults.emplace_back("it does not come as gzip when asked for");
    else if (*inside != plain.body) faults.emplace_back("what gzip holds is something else");
    else if (packed.body.size() >= plain.body.size()) faults.emplace_back("gzip makes it no smaller");
    if (packed.header("etag") == plain.header("etag"))
        faults.emplace_back("gzip has the ETag of the plain answer, while its bytes are others");
    if (packed.header("vary").value_or("").find("Accept-Encoding") == std::string::npos)
        faults.emplace_back("Vary does not name Accept-Encoding");
}

void check_unchanged(Scenario const& scenario, std::uint16_t port, Answer const& first, Faults& faults)
{
    auto const etag = first.header("etag");
    if (!etag) return faults.push_back("there is no ETag");
    auto const again = exchange(port, write_request(scenario, {{"If-None-Match", *etag}}), true);
    if (again.status != 304 || !again.body.empty())
        faults.push_back("asked again with its ETag it answers " + std::to_string(again.status));
    if (again.header("etag") != etag) faults.emplace_back("304 does not repeat the ETag");
    auto const other = exchange(port, write_request(scenario, {{"If-None-Match", "\"something-else\""}}), true);
    if (other.status != 200) faults.push_back("asked with another ETag it answers " + std::to_string(other.status));
}

bool is_word_sign(std::string_view text, std::size_t at)
{
    return at < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || static_cast<unsigned char>(text[at]) >= 0x80);
}

bool is_local(std::string_view address)
{
    if (address.starts_with("data:image/") || address.starts_with('#') || address.starts_with('?')) return true;
    return address.starts_with('/') && !address.starts_with("//");
}

/// What a browser fetches by itself must be ours. Where a reader may click to is another matter.
void check_nothing_from_elsewhere(std::string_view type, std::string_view body, Faults& faults)
{
    auto const check = [&](std::string_view address) {
        if (!is_local(address)) faults.push_back("it fetches from elsewhere: " + std::string{address});
    };
    if (type.starts_with("text/html")) {
        for (auto const* name : {"src", "srcset", "poster", "action", "formaction", "xlink:href"}) {
            for (auto const& address : page_text::attribute_values(body, name)) check(address);
        }
        for (auto const tag : {"<link "sv, "<use "sv, "<image "sv}) {
            for (auto at = body.find(tag); at != std::string_view::npos; at = body.find(tag, at + 1)) {
                auto const element = body.substr(at, body.find('>', at) - at);
                for (auto const& address : page_text::attribute_values(element, "href")) check(address);
            }
        }
        if (body.find(" style=\"") != std::string_view::npos)
            faults.emplace_back("a style attribute, which our own policy forbids");
        if (body.find(" onclick=") != std::string_view::npos)
            faults.emplace_back("an inline script, which our own policy forbids");
    }
    if (type.starts_with("text/css")) {
        if (body.find("@import") != std::string_view::npos) faults.emplace_back("@import in a style sheet");
        for (auto at = body.find("url("); at != std::string_view::npos; at = body.find("url(", at + 1)) {
            auto address = body.substr(at + 4, body.find(')', at) - at - 4);
            while (address.starts_with('"') || address.starts_with('\'')) address.remove_prefix(1);
            if (address.find("://") != std::string_view::npos || address.starts_with("//")) check(address);
        }
    }
    bool const is_script = type.find("javascript") != std::string_view::npos;
    if (is_script &&
        (body.find("http://") != std::string_view::npos || body.find("https://") != std::string_view::npos))
        faults.emplace_back("a script that names another site");
}

void check_form(std::string_view type, std::string const& body, Faults& faults)
{
    if (type.find("json") != std::string_view::npos && !json::read(body))
        faults.emplace_back("it says JSON and is none");
    if (type.starts_with("text/csv")) {
        auto const table = read_csv(body);
        if (!table || table->refused_count() > 0) faults.emplace_back("it says CSV and is none");
    }
    if (type.starts_with("text/html") && (!body.starts_with("<!doctype html>") || !body.ends_with("</html>")))
        faults.emplace_back("it says HTML and is not a whole page");
    if ((type.starts_with("text/") || type.find("json") != std::string_view::npos) && !is_utf8(body))
        faults.emplace_back("it is not UTF-8");
}

} // namespace

std::string find_bad_number(std::string_view text)
{
    for (auto const code : {"-99995"sv, "-99997"sv, "-99999"sv}) {
        if (text.find(code) != std::string_view::npos) return std::string{code};
    }
    for (auto const word : {"nan"sv, "NaN"sv, "NAN"sv, "inf"sv, "Infinity"sv, "infinity"sv}) {
        for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            bool const alone = (at == 0 || !is_word_sign(text, at - 1)) && !is_word_sign(text, at + word.size());
            if (alone) return std::string{word};
        }
    }
    return {};
}

std::vector<std::string> check_always(Answer const& answer, bool has_body)
{
    Faults faults;
    // The site of these tests says that it is found by https.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> protecting{
        {{"content-security-policy", "default-src 'none'"},
         {"content-security-policy", "base-uri 'none'"},
         {"content-security-policy", "frame-ancestors 'none'"},
         {"x-content-type-options", "nosniff"},
         {"referrer-policy", "same-origin"},
         {"permissions-policy", "geolocation=()"},
         {"cross-origin-opener-policy", "same-origin"},
         {"strict-transport-security", "max-age=31536000"},
         {"x-frame-options", "DENY"}}};
    if (answer.status != 304) {
        for (auto const& [name, part] : protecting) {
            auto const is = answer.header(name);
            if (!is) faults.push_back("header " + std::string{name} + " is not there");
            else if (is->find(part) == std::string::npos)
                faults.push_back("header " + std::string{name} + " protects nobody: " + *is);
        }
    }
    if (answer.header("content-security-policy").value_or("").find("unsafe") != std::string::npos)
        faults.emplace_back("a policy that allows what is unsafe");
    if (answer.header("access-control-allow-origin")) faults.emplace_back("another site may read it");
    auto const made_by = answer.header("server").value_or("") + answer.header("x-powered-by").value_or("");
    if (made_by.find_first_of("0123456789/") != std::string::npos)
        faults.push_back("it tells what made it: " + made_by);
    if (!answer.header("cache-control")) faults.emplace_back("no Cache-Control");
    if (answer.status >= 400 && answer.header("cache-control") != "no-store")
        faults.emplace_back("an error that may be kept");
    auto const type = answer.header("content-type").value_or("");
    if (!answer.body.empty() && type.empty()) faults.emplace_back("a body without Content-Type");
    if (type.starts_with("text/") && type.find("charset=utf-8") == std::string::npos)
        faults.emplace_back("text without its signs: " + type);
    bool const is_data = type.find("json") != std::string::npos || type.starts_with("text/csv");
    if (is_data && !answer.header("content-disposition").value_or("").starts_with("attachment; filename=\"weefsel"))
        faults.push_back("data that do not come as a file: " + type);
    if (!has_body) return faults;
    check_form(type, answer.body, faults);
    check_nothing_from_elsewhere(type, answer.body, faults);
    bool const is_asset =
        type.find("javascript") != std::string::npos || type.starts_with("text/css") || type.starts_with("font/");
    if (auto const bad = find_bad_number(answer.body); !is_asset && !bad.empty()) faults.push_back("it shows " + bad);
    return faults;
}

Answer ask(Scenario const& scenario, std::uint16_t port)
{
    return exchange(port, write_request(scenario, {}), scenario.method != "HEAD");
}

std::vector<std::string> run(Scenario const& scenario, std::uint16_t port)
{
    return judge(scenario, ask(scenario, port), port);
}

std::vector<std::string> judge(Scenario const& scenario, Answer const& answer, std::uint16_t port)
{
    bool const has_body = scenario.method != "HEAD";
    if (answer.status == 0) return {"there is no answer, or not a whole one"};
    Faults faults;
    if (answer.status != scenario.status) {
        faults.push_back("status " + std::to_string(answer.status) + ", not " + std::to_string(scenario.status));
        return faults;
    }
    check_headers(scenario, answer, faults);
    for (auto const& text : scenario.contains) {
        if (answer.body.find(text) == std::string::npos) faults.push_back("it does not contain " + text);
    }
    for (auto const& text : scenario.absent) {
        if (answer.body.find(text) != std::string::npos) faults.push_back("it contains " + text);
    }
    if (scenario.gzip) check_gzip(scenario, port, answer, faults);
    if (scenario.unchanged) check_unchanged(scenario, port, answer, faults);
    auto const always = check_always(answer, has_body);
    faults.insert(faults.end(), always.begin(), always.end());
    return faults;
}

} // namespace wf::http_scenarios
