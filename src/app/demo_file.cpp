// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_file.hpp"

#include "platform/file/file.hpp"

namespace wf::app {

Result<std::optional<json::Value>> load_demo_file(std::string const& path)
{
    if (!file::exists(path)) return std::optional<json::Value>{};
    WF_TRY(auto const bytes, file::load(path));
    WF_TRY(auto document, json::read(bytes));
    return std::optional{std::move(document)};
}

std::string text_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    return member != nullptr && member->text() != nullptr ? *member->text() : std::string{};
}

std::optional<std::int64_t> number_of(json::Value const& value, std::string_view name)
{
    auto const* member = value.find(name);
    if (member == nullptr || !member->number()) return std::nullopt;
    return static_cast<std::int64_t>(*member->number());
}

json::Array const& list_of(json::Value const& value, std::string_view name)
{
    static json::Array const none;
    auto const* member = value.find(name);
    return member != nullptr && member->array() != nullptr ? *member->array() : none;
}

} // namespace wf::app
