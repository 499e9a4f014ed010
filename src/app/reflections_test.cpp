// SPDX-License-Identifier: EUPL-1.2
// A private reflection as the whole site answers: its writer reads it, another member and an administrator do not, and it stands in clear
// nowhere, also not in a backup that is not encrypted.
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/site.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/studios/studios.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/backup/backup.hpp"
#include "platform/file/file.hpp"
#include "platform/store/store_test_folder.hpp"
#include "platform/web/refuse.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace wf;

namespace {

constexpr auto form_type = "application/x-www-form-urlencoded";

struct Person {
    std::string token;
    std::string form_word;
};

class Werkplaats {
public:
    Werkplaats()
        : m_house{
              std::make_shared<people::House>(secret::Key::make(), people::LoginTimes{},
                                              [](store::Session&, people::Letter const&) { return Result<void>{}; })}
    {
        store = store::Store::open(folder.url("w.db")).value();
        auto features = app::make_features(walking::Rules::built_in(), m_house);
        static_cast<void>(store->migrate(app::all_migrations(features)).value());
        m_settings.emplace(
            settings::Settings::load(app::setting_definitions(), "", {{"site.url", "https://weefsel.example"}})
                .value());
        m_site = app::Site::make(*store, *m_settings, std::move(features), app::identify_by(m_house, *store),
                                 app::refusals_for(m_house))
                     .value();
        auto const here = store->write([&](store::Session& session) -> Result<workspaces::Workspace> {
            WF_TRY(auto const top, workspaces::add(session, "Beheer", workspaces::Kind::association, ""));
            static_cast<void>(top);
            WF_TRY(auto made, workspaces::add(session, "Noord", workspaces::Kind::werkplaats, ""));
            studios::Studio studio;
            studio.workspace_id = made.id;
            studio.content.title = "Samen eten (verzonnen)";
            WF_TRY(auto const added, studios::add(session, {m_house->trail(), trail::program_actor}, studio, {}));
            reflections_path = "/nl/werkplaats/" + made.address + "/studios/" + added.id + "/terugblik";
            return made;
        });
        m_workspace = here.value().id;
    }

    Person join(std::string const& name, access::Role role)
    {
        auto const token = store->write([&](store::Session& session) -> Result<std::string> {
            WF_TRY(auto const id, people::add_account(session, *m_house, name + "@voorbeeld.example", name, "nl"));
            WF_TRY_VOID(people::set_roles(session, *m_house, m_workspace, id, {role}, id));
            return people::begin_login(session, *m_house, id, people::Proof::two_factors, "Test");
        });
        return {token.value(), people::identify(*store, *m_house, token.value())->form_word};
    }
    http::Response ask(Person const& person, http::Method method, std::string const& path, std::string const& body = "")
    {
        http::Request request;
        request.method = method;
        request.target = request.path = path;
        request.peer = "192.0.2.1";
        request.headers = {{"host", "weefsel.example"}, {"content-type", form_type}};
        request.cookies = {{std::string{web::session_cookie}, person.token}};
        if (method == http::Method::post) request.body = "_woord=" + person.form_word + "&" + body;
        return m_site->handle(request);
    }
    std::string read(Person const& person, std::string const& path = "")
    {
        return ask(person, http::Method::get, path.empty() ? reflections_path : path).body;
    }

    store::TestFolder const folder;
    std::unique_ptr<store::Store> store;
    std::string reflections_path;

private:
    std::shared_ptr<people::House> m_house;
    std::optional<settings::Settings> m_settings;
    std::unique_ptr<app::Site> m_site;
    std::string m_workspace;
};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// The address of the button with which the writer shares their newest entry.
std::string share_path(std::string const& page)
{
    auto const end = page.find("/deel\"");
    REQUIRE(end != std::string::npos);
    auto const start = page.rfind('"', end) + 1;
    return page.substr(start, end + 5 - start);
}

} // namespace

TEST_CASE(
    "a private reflection is read by its writer alone; shared it is read without a name, and taken back it is gone")
{
    Werkplaats here;
    auto const writer = here.join("Wilma", access::Role::worker);
    auto const colleague = here.join("Carla", access::Role::worker);
    auto const keeper = here.join("Bea", access::Role::administrator);
    using http::Method;
    auto const& path = here.reflections_path;
    REQUIRE(here.ask(writer, Method::post, path, "woorden=Kornoelje+en+heggenmus").status == 303);
    auto const own = here.read(writer);
    CHECK(has(own, "Kornoelje"));
    for (auto const& other : {colleague, keeper}) CHECK_FALSE(has(here.read(other), "Kornoelje"));

    auto const share = share_path(own);
    auto const remove = share.substr(0, share.size() - 4) + "verwijder";
    for (auto const& other : {colleague, keeper}) {
        CHECK(here.ask(other, Method::post, share, "doe=deel").status == 404);
        CHECK(here.ask(other, Method::post, remove).status == 404);
    }
    CHECK_FALSE(has(here.read(colleague), "Kornoelje"));
    REQUIRE(here.ask(writer, Method::post, share, "doe=deel").status == 303);
    for (auto const& other : {colleague, keeper}) {
        auto const page = here.read(other);
        CHECK(has(page, "Kornoelje"));
        CHECK_FALSE(has(page, "Wilma"));
        CHECK_FALSE(has(page, share));
    }
    REQUIRE(here.ask(writer, Method::post, share, "doe=terug").status == 303);
    CHECK_FALSE(has(here.read(colleague), "Kornoelje"));
    CHECK(has(here.read(writer, "/nl/mijn/gegevens"), "Kornoelje"));
    CHECK_FALSE(has(here.read(colleague, "/nl/mijn/gegevens"), "Kornoelje"));
    REQUIRE(here.ask(writer, Method::post, remove).status == 303);
    CHECK_FALSE(has(here.read(writer), "Kornoelje"));
    CHECK_FALSE(has(here.read(writer, "/nl/mijn/gegevens"), "Kornoelje"));
}

TEST_CASE(
    "a reflection stands in clear nowhere: not in the trail, not in the database, not in a backup without encryption")
{
    Werkplaats here;
    auto const writer = here.join("Wilma", access::Role::worker);
    auto const keeper = here.join("Bea", access::Role::administrator);
    REQUIRE(here.ask(writer, http::Method::post, here.reflections_path, "woorden=Kornoelje+en+heggenmus").status ==
            303);
    auto const trail = here.reflections_path.substr(0, here.reflections_path.find("/studios/")) + "/spoor";
    auto const told = here.ask(keeper, http::Method::get, trail);
    CHECK(told.status == 200);
    CHECK_FALSE(has(told.body, "Kornoelje"));
    CHECK_FALSE(has(told.body, "reflection"));
    here.store.reset();
    backup::Keys keys;
    auto const made = backup::make({here.folder.file("w.db"),
                                    "",
                                    here.folder.file("b"),
                                    keys,
                                    backup::Open::with_persons,
                                    {"reflection"},
                                    "test"});
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().code));
    CHECK(has(file::load(here.folder.file("w.db")).value(),
              "Samen eten (verzonnen)")); // a text that is not sealed would be found
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator{here.folder.path}) {
        ++files;
        auto const bytes = file::load(entry.path().string()).value();
        CHECK_MESSAGE(!has(bytes, "Kornoelje"), entry.path().string());
        CHECK_MESSAGE(!has(bytes, "heggenmus"), entry.path().string());
    }
    CHECK(has(file::load(here.folder.file("b")).value(), "Samen eten (verzonnen)"));
    CHECK(files >= 2);
    keys.passphrase.clear();
    auto const refused = backup::make({here.folder.file("w.db"),
                                       "",
                                       here.folder.file("b2"),
                                       keys,
                                       backup::Open::without_persons,
                                       {"reflection"},
                                       "test"});
    CHECK(refused.error().code == "backup.holds_persons");
}
