// SPDX-License-Identifier: EUPL-1.2
// Settings: each has a name, a default and help in both languages. Order of weight: command line, environment
// (WEEFSEL_HTTP_PORT for http.port), file (JSON object, flat "http.port": 8080), default. An unknown name in the file
// or on the command line is an Error; the environment may hold other things that begin with WEEFSEL_.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::settings {

enum class Kind { text, integer, boolean, path };

struct Definition {
    std::string name; ///< "http.port"
    Kind kind{Kind::text};
    std::string fallback;
    std::string help_nl;
    std::string help_en;
    std::int64_t least{0}; ///< integers only
    std::int64_t most{INT64_MAX};
};

class Settings {
public:
    /// Reads and checks. `arguments` are name=value pairs from the command line. Errors: settings.unknown,
    /// settings.not_a_number, settings.out_of_range, settings.not_a_boolean, settings.not_text,
    /// settings.not_an_object; the field names the setting and where it was set. Also those of file::load and
    /// json::read. Definitions that contradict themselves are a bug (WF_CHECK).
    static Result<Settings> load(std::span<Definition const> definitions, std::string const& file_or_empty,
                                 std::vector<std::pair<std::string, std::string>> const& arguments);

    /// What an administrator chose on a page: weighs more than a default, less than all else, and counts from now on. Texts only. Errors:
    /// settings.unknown, settings.fixed (it was set elsewhere, which weighs more). Safe beside readers.
    Result<void> choose(std::string_view name, std::string_view value) const;

    /// Asking for a name that was never defined is a bug (WF_CHECK).
    [[nodiscard]] std::string const& text(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] bool boolean(std::string_view name) const;

    struct Shown {
        Definition definition;
        std::string value;
        std::string from; ///< "default", "page", "file", "environment", "command line"
    };
    /// All settings with what they are now and where that comes from, in order of name.
    [[nodiscard]] std::vector<Shown> all() const;

private:
    struct Choices;
    std::map<std::string, Shown, std::less<>> m_values;
    std::shared_ptr<Choices> m_choices;
};

/// "WEEFSEL_HTTP_PORT" for "http.port".
[[nodiscard]] std::string environment_name(std::string_view name);

/// The reference table for the manual: name, variable, default and bounds, help in both languages; in order of name.
[[nodiscard]] std::string to_markdown(std::span<Definition const> definitions);

} // namespace wf::settings
