// SPDX-License-Identifier: EUPL-1.2
#include "app/doctor.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace wf::app {
namespace {

constexpr std::int64_t mega = 1'000'000;
constexpr std::int64_t day_millis = 86'400'000;

using Maybe = std::optional<Finding>;

Finding well(std::string subject, std::string what)
{
    return {std::move(subject), Health::ok, std::move(what), {}};
}
Finding warn(std::string subject, std::string what, std::string remedy)
{
    return {std::move(subject), Health::warn, std::move(what), std::move(remedy)};
}
Finding wrong(std::string subject, std::string what, std::string remedy)
{
    return {std::move(subject), Health::wrong, std::move(what), std::move(remedy)};
}

std::string in_mega(std::int64_t bytes)
{
    return std::to_string((bytes + mega - 1) / mega) + " MB";
}

std::string joined(std::vector<std::string> const& words)
{
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t at = 0; at < words.size() && at < most; ++at) text += (at == 0 ? "" : ", ") + words[at];
    if (words.size() > most) text += " and " + std::to_string(words.size() - most) + " more";
    return text;
}

Maybe check_store(Seen const& seen)
{
    if (seen.store_trouble.empty()) return well("store", seen.store_url + " opens");
    return wrong("store", seen.store_trouble,
                 "name the right place with --store PATH or setting store.url, or restore a backup there");
}

Maybe check_integrity(Seen const& seen)
{
    if (!seen.store_trouble.empty()) return {};
    if (seen.faults.empty()) return well("integrity", "every page and row of the database can be read");
    return wrong(
        "integrity", joined(seen.faults),
        "stop the server, keep the file as it is, and restore the last backup (`weefsel restore`) to a new place");
}

Maybe check_schema(Seen const& seen)
{
    if (!seen.store_trouble.empty()) return {};
    if (!seen.changed_steps.empty())
        return wrong("schema", "applied with another text: " + joined(seen.changed_steps),
                     "run the version of the program that made them");
    if (!seen.unknown_steps.empty())
        return wrong("schema", "made by a newer program: " + joined(seen.unknown_steps), "install that version again");
    if (!seen.missing_steps.empty())
        return warn("schema", "not applied yet: " + joined(seen.missing_steps),
                    "make a backup; the next start of this version applies them");
    return well("schema", "all steps that this version knows were applied");
}

Maybe check_contents(Seen const& seen)
{
    if (!seen.contents) return {};
    auto const& held = *seen.contents;
    return well("contents", "datasets: " + std::to_string(held.published) + " published, " +
                                std::to_string(held.replaced) + " replaced; runs: " + std::to_string(held.runs));
}

Maybe check_unpublished(Seen const& seen)
{
    if (!seen.contents) return {};
    auto const count = seen.contents->unpublished;
    if (count == 0) return well("imports", "none is half done");
    return warn("imports", std::to_string(count) + " half done: running now, or cut off",
                "when none is running: the next import or start of the server sweeps their rows; then import again");
}

/// Jobs that ended badly and have not gone well since.
Maybe check_jobs(Seen const& seen)
{
    std::set<std::string> went_well;
    std::vector<std::string> bad;
    std::string last_import;
    for (auto const& job : seen.jobs) {
        if (job.kind.starts_with("import ") && last_import.empty())
            last_import = job.kind + " of " + Timestamp{job.created_millis}.to_iso().substr(0, 10) + " (" +
                          std::string{job::to_word(job.state)} + ")";
        if (job.state == job::State::done) went_well.insert(job.kind);
        bool const ended_badly = job.state == job::State::failed || job.state == job::State::interrupted;
        if (ended_badly && !went_well.contains(job.kind))
            bad.push_back(job.kind + " " + std::string{job::to_word(job.state)} +
                          (job.outcome.empty() ? "" : ": " + job.outcome));
    }
    if (!bad.empty()) return warn("jobs", joined(bad), "do it again, after what the message asks for");
    if (!seen.contents) return {};
    return well("jobs", last_import.empty() ? "no import yet" : "the last import: " + last_import);
}

Maybe check_logins(Seen const& seen)
{
    if (!seen.odd_logins) return {};
    if (seen.odd_logins->empty()) return well("logins", "no odd number of failures in the last 24 hours");
    return warn("logins", "failures in the last 24 hours: " + watch::to_line(*seen.odd_logins),
                "the page /beheer/inloggen shows them; a place that keeps trying can be stopped in the proxy in front");
}

Maybe check_log(Seen const& seen)
{
    constexpr std::int64_t usual = 256 * mega; // four times what the program keeps of it (journal_size_limit)
    if (!seen.log_bytes) return {};
    if (*seen.log_bytes <= usual) return well("log", in_mega(*seen.log_bytes) + " not yet in the database file");
    return warn("log", in_mega(*seen.log_bytes) + " not yet in the database file",
                "a backup or import that runs now may be why; else start the server again");
}

Maybe check_disk(Seen const& seen)
{
    constexpr std::int64_t least = 200 * mega;
    if (!seen.free_bytes || !seen.database_bytes) return {};
    auto const what = in_mega(*seen.free_bytes) + " free beside a database of " + in_mega(*seen.database_bytes);
    if (*seen.free_bytes < least) return wrong("disk", what, "make room: without it nothing can be written");
    if (*seen.free_bytes < *seen.database_bytes)
        return warn("disk", what, "make room: a backup wants as much as the database is large");
    return well("disk", what);
}

Maybe check_permissions(Seen const& seen)
{
    constexpr unsigned others = 07;
    if (!seen.database_mode) return {};
    if ((*seen.database_mode & others) == 0)
        return well("permissions", "no other user of this machine may read the database");
    return warn("permissions", "every user of this machine may read the database",
                "chmod o-rwx on its file, and on its folder");
}

Maybe check_key(Seen const& seen)
{
    if (seen.key_path.empty()) return {};
    if (seen.key_there && !seen.key_trouble.empty())
        return wrong("key", seen.key_path + ": " + seen.key_trouble,
                     "without this file nothing opens that is sealed in the database");
    if (seen.key_there) return well("key", seen.key_path + " is there, for its owner alone");
    if (!seen.key_wanted) return well("key", "none, and this version seals nothing");
    return warn(
        "key", seen.key_path + " is not there",
        "in a new installation it is made when it is first needed; in an older one, restore it from a backup before the next start");
}

Maybe check_settings(Seen const& seen)
{
    if (!seen.unknown_variables.empty())
        return warn("settings", "the environment has " + joined(seen.unknown_variables) + ", which means nothing here",
                    "`weefsel settings` lists the names; the variable of http.port is WEEFSEL_HTTP_PORT");
    std::vector<std::string> chosen;
    for (auto const& shown : seen.settings) {
        if (shown.from != "default") chosen.push_back(shown.definition.name + " (" + shown.from + ")");
    }
    return well("settings", chosen.empty() ? "all are the defaults" : "chosen here: " + joined(chosen));
}

Maybe check_clock(Seen const& seen)
{
    constexpr std::int64_t start_of_2026 = 1'767'225'600'000;
    auto const said = Timestamp{seen.now_millis}.to_iso();
    if (seen.clock_is_set)
        return wrong("clock", "it stands still at " + said + ", because WEEFSEL_NOW is set",
                     "unset WEEFSEL_NOW: it is for tests");
    if (seen.now_millis < start_of_2026)
        return wrong("clock", "it says " + said, "set the clock of this machine (timedatectl set-ntp true)");
    if (!seen.jobs.empty() && seen.jobs.front().created_millis > seen.now_millis + day_millis)
        return wrong("clock", "it says " + said + ", and there is work of a later day",
                     "set the clock of this machine");
    return well("clock", "it says " + said);
}

Maybe check_address(Seen const& seen)
{
    if (seen.listens_on.empty()) return {};
    bool const loopback =
        seen.listens_on.starts_with("127.") || seen.listens_on == "::1" || seen.listens_on == "localhost";
    if (loopback) return well("address", "the server listens on " + seen.listens_on + ": this machine alone");
    return warn("address", "the server listens on " + seen.listens_on + ", without TLS",
                "listen on 127.0.0.1 (setting http.address) and put a proxy with TLS in front");
}

Maybe check_mail(Seen const& seen)
{
    if (!seen.mail) return {};
    if (!seen.mail->empty()) return well("mail", "goes out by " + *seen.mail);
    return warn("mail", "it is kept and not sent", "say how in the settings (`weefsel settings` lists those of mail)");
}

Maybe check_backup(Seen const& seen)
{
    constexpr std::int64_t most_days = 7;
    if (!seen.store_trouble.empty()) return {};
    if (!seen.last_backup)
        return warn("backup", "none was made yet", "`weefsel backup FILE`, each day and to another machine");
    auto const days = (seen.now_millis - seen.last_backup->made_millis) / day_millis;
    auto const what =
        "the last one: " + seen.last_backup->file + " of " + Timestamp{seen.last_backup->made_millis}.to_iso();
    if (days < most_days) return well("backup", what);
    return warn("backup", what + ", " + std::to_string(days) + " days ago",
                "`weefsel backup FILE`, each day and to another machine");
}

constexpr std::array checks{check_store,       check_integrity,   check_schema, check_contents,
                            check_unpublished, check_jobs,        check_logins, check_log,
                            check_disk,        check_permissions, check_key,    check_settings,
                            check_clock,       check_address,     check_mail,   check_backup};

} // namespace

std::string_view to_word(Health health)
{
    constexpr std::array<std::string_view, 3> words{"ok", "warn", "wrong"};
    return words.at(static_cast<std::size_t>(health));
}

std::vector<Finding> diagnose(Seen const& seen)
{
    std::vector<Finding> findings;
    for (auto const check : checks) {
        if (auto finding = check(seen)) findings.push_back(std::move(*finding));
    }
    return findings;
}

} // namespace wf::app
