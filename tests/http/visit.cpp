// SPDX-License-Identifier: EUPL-1.2
#include "visit.hpp"

#include "commons/people/logins.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/one_time_code.hpp"
#include "platform/secret/password.hpp"
#include "platform/secret/token.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/refuse.hpp"
#include "scenario_run.hpp"

#include <algorithm>
#include <stdexcept>

namespace wf::http_scenarios {
namespace {

template <class T>
T need(Result<T> result)
{
    if (!result) throw std::runtime_error{to_line(result.error())};
    return std::move(*result);
}

/// The same for all, in the one house of this program: making one takes as long as it should.
std::string const& password_hash(people::House const& house)
{
    static std::string const hash = secret::hash_password("vier paarse fietsen zingen", house.password_key());
    return hash;
}

std::string add_person(store::Store& store, people::House& house, std::string const& mail, std::string const& name)
{
    return need(store.write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(auto id, people::add_account(session, house, mail, name, "nl"));
        WF_TRY_VOID(people::set_password(session, house, id, password_hash(house), id, ""));
        return id;
    }));
}

void put(Pairs& names, std::string const& name, std::string value)
{
    auto const found = std::find_if(names.begin(), names.end(), [&](auto const& pair) { return pair.first == name; });
    if (found == names.end()) names.emplace_back(name, std::move(value));
    else found->second = std::move(value);
}

std::string between(std::string_view text, std::string_view before, char after)
{
    auto const at = text.find(before);
    if (at == std::string_view::npos) return {};
    auto const rest = text.substr(at + before.size());
    return std::string{rest.substr(0, rest.find(after))};
}

class Browser {
public:
    Browser(Cast const& cast, Visitor const& visitor, std::uint16_t port)
        : m_cast{cast}, m_visitor{visitor}, m_port{port}, m_names{visitor.names}
    {
    }

    std::vector<std::string> take(Scenario const& written)
    {
        if (!written.as.empty()) become(written.as);
        auto step = fill_in(written, m_names);
        complete(step);
        auto answer = ask(step, m_port);
        auto faults = judge(step, answer, m_port);
        if (step.same && shown(answer) != shown(m_latest)) faults.emplace_back("the answer is another than before");
        notice(answer);
        for (auto const& [name, value] : written.remember) put(m_names, name, fill_in(value, m_names));
        m_latest = std::move(answer);
        return faults;
    }

private:
    void become(std::string const& name)
    {
        auto const& players = m_cast.players;
        auto const found =
            std::find_if(players.begin(), players.end(), [&](Player const& player) { return player.name == name; });
        if (found == players.end() && name != "plain" && name != "nobody")
            throw std::runtime_error{"nobody plays " + name};
        auto const player = name == "plain" ? m_visitor.plain : name == "nobody" ? Player{} : *found;
        put(m_names, "token", player.token);
        put(m_names, "login", secret::digest(player.token));
        put(m_names, "word", player.form_word);
    }

    void complete(Scenario& step) const
    {
        auto const has = [&](std::string_view name) {
            return std::any_of(step.headers.begin(), step.headers.end(),
                               [&](auto const& header) { return header.first == name; });
        };
        auto const token = fill_in("{token}", m_names);
        if (!has("Cookie") && !token.empty() && token != "{token}")
            step.headers.emplace_back("Cookie", std::string{web::session_cookie} + "=" + token);
        if (!has("Content-Type") && step.method == "POST")
            step.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        step.headers.emplace_back("X-Forwarded-For", m_visitor.peer);
    }

    void notice(Answer const& answer)
    {
        auto const begin = std::string{web::session_cookie} + "=";
        for (auto const& [name, value] : answer.headers) {
            if (name == "set-cookie" && value.starts_with(begin)) {
                auto const token = between(value, begin, ';');
                put(m_names, "token", token);
                put(m_names, "login", secret::digest(token));
            }
            if (name == "location") put(m_names, "location", value);
        }
        auto const field = "name=\"" + std::string{web::form_word_field} + "\" value=\"";
        if (auto const word = between(answer.body, field, '"'); !word.empty()) put(m_names, "word", word);
    }

    /// All that a visitor can see of an answer, without the address that was typed and the moment.
    [[nodiscard]] std::string shown(Answer const& answer) const
    {
        auto text = std::to_string(answer.status) + '\n';
        for (auto const& [name, value] : answer.headers) {
            if (name != "date") text += name + ": " + value + '\n';
        }
        text += answer.body;
        for (auto const* name : {"{plain_mail}", "{unknown_mail}"}) {
            auto const mail = fill_in(name, m_names);
            for (auto at = text.find(mail); at != std::string::npos; at = text.find(mail))
                text.replace(at, mail.size(), "?");
        }
        return text;
    }

    Cast const& m_cast;
    Visitor const& m_visitor;
    std::uint16_t m_port;
    Pairs m_names;
    Answer m_latest;
};

} // namespace

Visitor make_visitor(store::Store& store, people::House& house, int number)
{
    auto const own = "bezoeker" + std::to_string(number);
    Visitor visitor;
    visitor.peer = "192.0.2." + std::to_string(number % 250 + 1);
    auto const phone = own + "-met-code@voorbeeld.example";
    auto const id = add_person(store, house, phone, own + " met code (verzonnen)");
    auto const step = now_millis() / 1000 / secret::code_step_seconds;
    std::string code_secret;
    auto const recovery = need(store.write([&](store::Session& session) -> Result<std::vector<std::string>> {
        WF_TRY(code_secret, people::begin_code(session, house, id));
        return people::confirm_code(session, house, id, secret::code_at(code_secret, step - 1));
    }));
    // As long as each other, so that an answer that says one is as long as an answer that says the other.
    auto const plain = own + "@voorbeeld.example";
    auto const plain_id = add_person(store, house, plain, own + " (verzonnen)");
    visitor.plain.name = "plain";
    visitor.plain.token = need(store.write([&](store::Session& session) -> Result<std::string> {
        return people::begin_login(session, house, plain_id, people::Proof::password, "Test");
    }));
    visitor.plain.form_word = people::identify(store, house, visitor.plain.token)->form_word;
    // So often that a slow machine does not outlive the wait: twelve failures are two minutes.
    auto const tired = own + "-moe@voorbeeld.example";
    auto const tired_nobody = own + "-moe@onbekende.example";
    add_person(store, house, tired, own + " moe (verzonnen)");
    for (auto const& mail : {tired, tired_nobody}) {
        for (int failure = 0; failure < 12; ++failure) {
            house.note_failure(house.digest_of(mail), own, now_millis());
            house.note_failure("reset:" + house.digest_of(mail), own, now_millis());
        }
    }
    visitor.names = {{"tired_mail", tired},
                     {"tired_nobody", tired_nobody},
                     {"mail", phone},
                     {"plain_mail", plain},
                     {"unknown_mail", own + "@onbekende.example"},
                     {"password", "vier+paarse+fietsen+zingen"},
                     {"code", secret::code_at(code_secret, step)},
                     {"next_code", secret::code_at(code_secret, step + 1)},
                     {"recovery", recovery.at(0)},
                     {"other_recovery", recovery.at(1)}};
    return visitor;
}

std::vector<std::string> run_steps(Scenario const& visit, Cast const& cast, Visitor const& visitor, std::uint16_t port)
{
    std::vector<std::string> faults;
    Browser browser{cast, visitor, port};
    for (auto const& step : visit.steps) {
        for (auto const& fault : browser.take(step))
            faults.push_back(step.name.substr(visit.name.size()) + ": " + fault);
    }
    return faults;
}

} // namespace wf::http_scenarios
