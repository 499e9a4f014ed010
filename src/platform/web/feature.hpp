// SPDX-License-Identifier: EUPL-1.2
// What a feature declares: a plain struct of lists. app/features.cpp names every feature once; nothing registers itself.
#pragma once

#include "base/result.hpp"
#include "platform/access/rights.hpp"
#include "platform/html/html.hpp"
#include "platform/http/message.hpp"
#include "platform/http/router.hpp"
#include "platform/job/job.hpp"
#include "platform/settings/settings.hpp"
#include "platform/store/store.hpp"
#include "platform/words/words.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::web {

class Assets;
class Panels;

/// What every handler may use. Owned by app; lives as long as the site.
struct Context {
    store::Store* store{nullptr};
    settings::Settings const* settings{nullptr};
    words::Words const* nl{nullptr};
    words::Words const* en{nullptr};
    Assets const* assets{nullptr};
    Panels const* panels{nullptr};
    access::Rights const* rights{&access::Rights::built_in()};
    std::string code_version;
};

enum class Letters { normal, large };

/// One person asking for one page.
struct Visit {
    http::Request const& request;
    words::Words const& t;
    Context const& context;
    Letters letters{Letters::normal};
    access::Actor const& actor{access::nobody()};

    [[nodiscard]] words::Language language() const { return t.language(); }
    [[nodiscard]] store::Store& store() const { return *context.store; }
    /// "/nl" + path: a link within the same language.
    [[nodiscard]] std::string link(std::string_view path) const;
    /// May this person do that, in the workspace at that address? For parts of a page; the page itself was judged already.
    [[nodiscard]] bool may(access::Action action, std::string_view kind, std::string_view workspace = {}) const
    {
        return context.rights->may(actor, {action, kind}, workspace);
    }
    /// The same visitor with another question.
    [[nodiscard]] Visit asking(http::Request const& other) const { return {other, t, context, letters, actor}; }
};

using PageHandler = std::function<Result<http::Response>(Visit const&)>;

/// Pages have an address in each language; data without words have one address.
enum class Addresses { in_each_language, one };

/// Mounted at /nl + pattern and /en + pattern, where the bare pattern redirects to the visitor's language; or at the pattern alone.
/// A pattern with {workspace} is judged by the roles in the workspace of that address.
struct Route {
    http::Method method{http::Method::get};
    std::string pattern; ///< "/buurt/{code}"
    access::Needs needs; ///< what it does, for the table of rights; without it nobody may
    PageHandler handler;
    Addresses addresses{Addresses::in_each_language};
    http::Lane lane{http::Lane::quick};
};

/// Something that a feature offers to a slot of another feature's page. A panel that fails shows its error alone.
struct Panel {
    std::string slot; ///< "area.state"
    int order{0};
    std::string title_key;
    /// `subject` is the id that the slot's page is about (an area code).
    std::function<Result<void>(html::Html&, Visit const&, std::string_view subject)> view;
};

struct CommandInput {
    std::vector<std::string> arguments;                       ///< positional, after the command's own words
    std::vector<std::pair<std::string, std::string>> options; ///< --name value
    Context const& context;
    std::ostream& out;
    std::ostream& err;
    /// Last value of --name, or nothing.
    [[nodiscard]] std::optional<std::string> option(std::string_view name) const;
};

enum class NeedsStore { yes, no };

/// `weefsel <words> ...`: returns the exit status.
struct Command {
    std::string words; ///< "import cbs"
    std::string usage; ///< "FILE... --year YEAR"
    std::string help;
    std::vector<std::string> options; ///< names that it knows; another one is an error
    std::function<Result<int>(CommandInput const&)> run;
    NeedsStore store{NeedsStore::yes}; ///< no: it runs without opening, or making, a store
};

/// A view's fields as they go into docs/reference and the contract test.
struct FieldHelp {
    std::string name;
    std::string type;
    std::string nl;
    std::string en;
};
struct ViewHelp {
    std::string name;    ///< "area"
    std::string pattern; ///< where it is served
    std::vector<FieldHelp> summary;
    std::vector<FieldHelp> rows;
};

/// A form as it stands in docs/reference/forms.md; the words of a field are "<prefix>.<name>".
struct FormHelp {
    struct Asked {
        std::string name;
        std::string type;
        bool is_required{true};
    };
    std::string prefix;
    std::string pattern; ///< where it is sent
    std::vector<Asked> asks;
};

/// One capability, whole.
struct Feature {
    std::string name;
    std::vector<store::Migration> migrations;
    std::vector<Route> routes;
    std::vector<Command> commands;
    std::vector<Panel> panels;
    std::vector<ViewHelp> views;
    std::vector<FormHelp> forms;
    std::string_view words_nl; ///< PO bytes
    std::string_view words_en;
};

/// The panels of all features, by slot and in order.
class Panels {
public:
    void add(std::vector<Panel> const& panels);
    [[nodiscard]] std::vector<Panel const*> of(std::string_view slot) const;
    /// Writes all panels of a slot; one that fails is replaced by a message of its own, and one that
    /// writes nothing is left out with its title. False when nothing was written.
    bool write(html::Html& page, Visit const& visit, std::string_view slot, std::string_view subject) const;

private:
    std::vector<Panel> m_panels;
};

} // namespace wf::web
