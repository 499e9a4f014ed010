// SPDX-License-Identifier: EUPL-1.2
#include "app/cli.hpp"

#include "app/commands.hpp"
#include "app/features.hpp"
#include "app/house.hpp"
#include "base/text.hpp"
#include "commons/intake/intake.hpp"

#include <algorithm>
#include <filesystem>

namespace wf::app {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Options that every command knows.
constexpr std::string_view common_options[] = {"store", "settings", "set", "help"};

struct Parsed {
    std::vector<std::string> words;
    Pairs options;
    bool help{false};
};

Error usage(std::string field, std::string detail)
{
    return {Trouble::bad_input, "usage", std::move(field), std::move(detail)};
}

/// Options that stand alone.
bool is_switch(std::string_view name)
{
    return name == "help" || name == "once" || name == "check" || name == "no-map" || name == "undo" ||
           name == "unencrypted" || name == "no-intercept" || name == "ml" || name == "yes-personal-data-in-the-clear";
}

Result<Parsed> parse(std::vector<std::string> const& arguments)
{
    Parsed parsed;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const& argument = arguments[at];
        if (argument == "-h") {
            parsed.help = true;
        } else if (!argument.starts_with("--")) {
            parsed.words.push_back(argument);
        } else {
            auto const equals = argument.find('=');
            auto name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
            if (is_switch(name)) {
                parsed.help = parsed.help || name == "help";
                parsed.options.emplace_back(std::move(name), "yes");
            } else if (equals != std::string::npos) {
                parsed.options.emplace_back(std::move(name), argument.substr(equals + 1));
            } else if (at + 1 < arguments.size()) {
                parsed.options.emplace_back(std::move(name), arguments[++at]);
            } else {
                return usage(argument, "this option needs a value");
            }
        }
    }
    return parsed;
}

/// The command whose words begin what was typed; the longest wins.
web::Command const* find_command(std::vector<web::Command> const& commands, std::vector<std::string>& words)
{
    web::Command const* best = nullptr;
    std::size_t best_length = 0;
    for (auto const& command : commands) {
        auto const wanted = split(command.words, ' ');
        if (wanted.size() <= words.size() && wanted.size() > best_length &&
            std::equal(wanted.begin(), wanted.end(), words.begin())) {
            best = &command;
            best_length = wanted.size();
        }
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(best_length));
    return best;
}

Result<void> check_options(web::Command const& command, Pairs const& options)
{
    for (auto const& [name, value] : options) {
        bool const common =
            std::find(std::begin(common_options), std::end(common_options), name) != std::end(common_options);
        bool const own = std::find(command.options.begin(), command.options.end(), name) != command.options.end();
        if (!common && !own)
            return usage("--" + name, "`weefsel " + command.words + "` has no such option; see --help");
    }
    return {};
}

Result<settings::Settings> load_settings(Pairs const& options)
{
    Pairs set;
    std::string file;
    for (auto const& [name, value] : options) {
        if (name == "settings") {
            file = value;
        } else if (name == "store") {
            set.emplace_back("store.url", value.starts_with("sqlite:") ? value : "sqlite:" + value);
        } else if (name == "port") {
            set.emplace_back("http.port", value);
        } else if (name == "set") {
            auto const equals = value.find('=');
            if (equals == std::string::npos) return usage("--set", "write it as --set http.port=8080");
            set.emplace_back(value.substr(0, equals), value.substr(equals + 1));
        }
    }
    auto const definitions = setting_definitions();
    return settings::Settings::load(definitions, file, set);
}

/// The commands that begin with these words: `weefsel calc --help`.
std::vector<web::Command> below(std::vector<web::Command> const& commands, std::vector<std::string> const& words)
{
    std::vector<web::Command> found;
    for (auto const& command : commands) {
        auto const own = split(command.words, ' ');
        if (words.size() <= own.size() && std::equal(words.begin(), words.end(), own.begin())) found.push_back(command);
    }
    return found;
}

void print_help(std::vector<web::Command> const& commands, std::ostream& out)
{
    out << "weefsel " << code_version() << ": the open workbench of the social domain\n\nCommands:\n";
    std::size_t width = 0;
    for (auto const& command : commands) width = std::max(width, command.words.size());
    for (auto const& command : commands) {
        out << "  " << command.words << std::string(width - command.words.size() + 2, ' ') << command.help << '\n';
    }
    out << "\nEvery command: --store PATH, --settings FILE, --set name=value, --help\n";
}

void print_usage(web::Command const& command, std::ostream& out)
{
    out << "weefsel " << command.words << (command.usage.empty() ? "" : " ") << command.usage << "\n  " << command.help
        << '\n';
}

/// The folder of a file database is made, since a first start has none.
void make_store_folder(std::string const& url)
{
    constexpr std::string_view scheme = "sqlite:";
    if (!std::string_view{url}.starts_with(scheme) || url.find(":memory:") != std::string::npos) return;
    auto const folder = std::filesystem::path{url.substr(scheme.size())}.parent_path();
    std::error_code ignored; // opening says it better than we can here
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
}

/// `typed` begins with the words of a command. What features there are is asked again, now that the settings are known.
Result<int> run(std::vector<std::string> typed, Parsed const& parsed, std::ostream& out, std::ostream& err)
{
    WF_TRY(auto const settings, load_settings(parsed.options));
    WF_TRY(auto const rules, rules_of(settings));
    auto features = make_features(rules);
    auto commands = all_commands(features);
    auto const words = typed;
    auto const* command = find_command(commands, typed);
    web::Context context;
    context.settings = &settings;
    context.code_version = code_version();
    std::unique_ptr<store::Store> store;
    if (command->store == web::NeedsStore::yes) {
        make_store_folder(settings.text("store.url"));
        WF_TRY(store, store::Store::open(settings.text("store.url")));
        WF_TRY_VOID(store->migrate(all_migrations(features)));
        keep_search_index(*store);
        context.store = store.get();
        // Only now: a command that needs no store makes no key either.
        WF_TRY(auto const house, make_house(settings));
        features = make_features(rules, house);
        commands = all_commands(features);
        auto again = words;
        command = find_command(commands, again);
    }
    web::CommandInput const input{parsed.words, parsed.options, context, out, err};
    return command->run(input);
}

} // namespace

std::vector<web::Command> all_commands(std::vector<web::Feature> const& features)
{
    std::vector<web::Command> all;
    auto const add = [&](std::vector<web::Command> const& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(serve_commands());
    add(import_commands());
    add(care_commands());
    add(processing_commands());
    add(trail_commands());
    add(provider_commands());
    add(network_commands());
    add(backup_commands());
    for (auto const& feature : features) add(feature.commands);
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.words < b.words; });
    return all;
}

int run_command_line(std::vector<std::string> const& arguments, std::ostream& out, std::ostream& err)
{
    constexpr int exit_bug = 70;
    constexpr int exit_machine = 75;
    auto const complain = [&](Error const& error) {
        err << "weefsel: " << to_line(error) << '\n';
        return error.code.ends_with(".too_many_refused") ? 65 : exit_status(error.kind);
    };
    try {
        auto const features = make_features();
        auto const commands = all_commands(features);
        auto parsed = parse(arguments);
        if (!parsed) return complain(parsed.error());
        auto const typed = parsed->words;
        auto const* command = find_command(commands, parsed->words);
        if (command == nullptr) {
            if (typed.empty() || typed.front() == "help") {
                print_help(commands, out);
                return 0;
            }
            if (auto const some = below(commands, typed); parsed->help && !some.empty()) {
                for (auto const& each : some) print_usage(each, out);
                return 0;
            }
            return complain(usage(typed.front(), "there is no such command; `weefsel help` lists them"));
        }
        if (parsed->help) {
            print_usage(*command, out);
            return 0;
        }
        if (auto const fit = check_options(*command, parsed->options); !fit) return complain(fit.error());
        auto result = run(typed, *parsed, out, err);
        return result ? *result : complain(result.error());
    } catch (Bug const& bug) {
        err << "weefsel: this is a bug of ours, please report it: " << bug.what() << '\n';
        return exit_bug;
    } catch (std::exception const& failure) {
        err << "weefsel: the machine failed: " << failure.what() << '\n';
        return exit_machine;
    }
}

} // namespace wf::app
