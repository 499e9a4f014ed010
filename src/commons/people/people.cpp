// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/text.hpp"
#include "commons/people/row_parts.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/clock.hpp"
#include "platform/mail/address.hpp"

namespace wf::embedded::commons_people {
std::string_view find(std::string_view name);
}

namespace wf::people {

std::vector<store::Migration> migrations()
{
    return {{"0032_people", std::string{embedded::commons_people::find("schema.sql")}},
            {"0034_login_device", std::string{embedded::commons_people::find("schema_device.sql")}}};
}

Result<std::string> read_mail(std::string_view text)
{
    auto const address = mail::read_address(text);
    if (!address) return Error{Trouble::bad_input, "people.bad_mail", "mail", "as in naam@voorbeeld.nl"};
    return fold_case(*address);
}

Result<void> is_mail(std::string_view text)
{
    auto const mail = read_mail(text);
    return mail ? Result<void>{} : mail.error();
}

std::string moment(std::int64_t millis)
{
    return Timestamp{millis}.to_iso();
}

std::string place_of(std::string_view column, std::string_view id)
{
    return std::string{column} + ":" + std::string{id};
}

Result<void> tell(store::Session& session, House const& house, std::string_view workspace, std::string_view actor,
                  std::string_view action, std::string_view kind, std::string_view record,
                  std::vector<trail::Change> changes)
{
    std::string where{workspace};
    if (where.empty()) {
        auto const top = workspaces::find_top(session);
        if (!top) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
        where = top->id;
    }
    trail::Entry entry{std::move(where),  std::string{actor},  std::string{action},
                       std::string{kind}, std::string{record}, std::move(changes)};
    return house.trail().add(session, entry);
}

Result<void> log_processing(store::Session& session, House const& house, std::string_view name, std::string_view person)
{
    auto const top = workspaces::find_top(session);
    if (!top) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
    auto const now = now_millis();
    processing::Operation operation;
    operation.workspace_id = top->id;
    operation.trace_id = processing::new_trace_id();
    operation.span_id = processing::new_span_id();
    operation.status = processing::Status::ok;
    operation.name = name;
    operation.start_millis = operation.end_millis = now;
    operation.activity = "accounts";
    operation.subject_id = std::string{person};
    house.log().write(session, operation);
    return {};
}

} // namespace wf::people
