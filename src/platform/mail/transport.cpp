// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/transport.hpp"

#include "base/text.hpp"
#include "platform/file/file.hpp"
#include "platform/mail/smtp.hpp"

#include <filesystem>
#include <utility>

namespace wf::mail {
namespace {

/// Each message a file that a mail program opens; a second attempt replaces the first.
class Folder final : public Transport {
public:
    explicit Folder(std::string path) : m_path{std::move(path)} {}

    Delivery deliver(Envelope const& envelope, std::stop_token const&) override
    {
        auto const saved = file::save(m_path + "/" + envelope.id + ".eml", envelope.bytes);
        if (!saved) return {Outcome::try_later, saved.error().code};
        return {Outcome::sent, ""};
    }

private:
    std::string m_path;
};

Result<std::unique_ptr<Transport>> open_folder(std::string const& path)
{
    if (path.empty())
        return Error{Trouble::bad_input, "mail.bad_server", "folder:", "a path is wanted, as in folder:var/mail"};
    if (!file::exists(path)) {
        WF_TRY_VOID(file::make_folder(path));
        // Mail holds names and links that let somebody in.
        std::error_code ignored;
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, ignored);
    }
    WF_TRY_VOID(file::make_folder(path)); // says so when a file stands there
    return std::unique_ptr<Transport>{std::make_unique<Folder>(path)};
}

} // namespace

Result<std::unique_ptr<Transport>> open_transport(std::string_view where, Options const& options)
{
    auto const text = trim(where);
    constexpr std::string_view folder = "folder:";
    if (text.empty()) return std::unique_ptr<Transport>{};
    if (text.starts_with(folder)) return open_folder(std::string{text.substr(folder.size())});
    WF_TRY(auto server, read_server(text));
    return make_smtp_transport(std::move(server), options);
}

} // namespace wf::mail
