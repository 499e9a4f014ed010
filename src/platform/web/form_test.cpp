// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/form.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

namespace wf::web {
namespace {

struct TestForm {
    std::string name;
    std::string story;
    std::string word;
    std::optional<std::int64_t> age;
    std::string day;
    bool agrees{false};
    std::string colour;
    std::vector<std::string> days;
    std::vector<Option> colours{{"rood", "Rood"}, {"blauw", "Blauw"}};
    std::vector<Option> weekdays{{"ma", "Maandag"}, {"di", "Dinsdag"}, {"wo", "Woensdag"}};
};
void fields(FormVisitor& f, TestForm& x)
{
    f.text({.name = "naam", .most = 10}, x.name, [](std::string_view text) -> Result<void> {
        if (text == "niemand") return Error{Trouble::bad_input, "form.no_such_choice", "", ""};
        return {};
    });
    f.lines({.name = "verhaal", .presence = Presence::optional, .most = 100}, x.story);
    f.secret({.name = "geheim"}, x.word);
    f.whole({.name = "leeftijd"}, x.age, 0, 120);
    f.day({.name = "dag"}, x.day);
    f.yes({.name = "akkoord"}, x.agrees);
    f.one_of({.name = "kleur"}, x.colour, x.colours);
    f.any_of({.name = "dagen"}, x.days, x.weekdays);
}

http::Pairs good()
{
    return {{"naam", " Jo "},  {"verhaal", "een\ntwee"}, {"geheim", " s "}, {"leeftijd", "81"}, {"dag", "2026-11-22"},
            {"akkoord", "ja"}, {"kleur", "blauw"},       {"dagen", "ma"},   {"dagen", "wo"},    {"iets", "anders"}};
}

http::Pairs with(std::string_view name, std::string value)
{
    auto pairs = good();
    for (auto& pair : pairs) {
        if (pair.first == name) pair.second = value;
    }
    return pairs;
}

std::vector<std::string> faults_of(http::Pairs const& sent)
{
    std::vector<std::string> list;
    for (auto const& fault : fill_in(TestForm{}, sent).faults) list.push_back(fault.name + " " + fault.error.code);
    return list;
}

using List = std::vector<std::string>;

TEST_CASE("a form that is right is read, without what it did not ask")
{
    auto const filled = fill_in(TestForm{}, good());
    CHECK(filled.faults.empty());
    CHECK(filled.form.name == "Jo");
    CHECK(filled.form.story == "een\ntwee");
    CHECK(filled.form.word == " s "); // not trimmed: blanks may be part of a password
    CHECK(filled.form.age == 81);
    CHECK(filled.form.agrees);
    CHECK(filled.form.colour == "blauw");
    CHECK(filled.form.days == List{"ma", "wo"});
}

TEST_CASE("all that is wrong is told, each at its field")
{
    CHECK(faults_of({}) == List{"naam form.required", "geheim form.required", "leeftijd form.required",
                                "dag form.required", "akkoord form.required", "kleur form.required",
                                "dagen form.required_choice"});
    CHECK(faults_of(with("naam", "elf letters!")) == List{"naam form.too_long"});
    CHECK(faults_of(with("naam", "éééééééééé")).empty()); // ten letters, twenty bytes
    CHECK(faults_of(with("naam", "a\nb")) == List{"naam form.bad_text"});
    CHECK(faults_of(with("naam", "a\xff")) == List{"naam form.bad_text"});
    CHECK(faults_of(with("naam", "niemand")) == List{"naam form.no_such_choice"});
    CHECK(faults_of(with("leeftijd", "121")) == List{"leeftijd form.out_of_range"});
    CHECK(faults_of(with("leeftijd", "8x")) == List{"leeftijd form.not_whole"});
    CHECK(faults_of(with("dag", "2026-02-30")) == List{"dag form.not_a_day"});
    CHECK(faults_of(with("kleur", "groen")) == List{"kleur form.no_such_choice"});
    CHECK(faults_of(with("dagen", "zo")) == List{"dagen form.no_such_choice"});
}

TEST_CASE("a form of an older version is taken when it is whole, and known when it is not")
{
    auto sent = good();
    sent.emplace_back(form_version_field, "00000000");
    CHECK(fill_in(TestForm{}, sent).faults.empty());
    sent[0].second.clear();
    auto const filled = fill_in(TestForm{}, sent);
    CHECK(filled.is_old);
    CHECK(filled.faults.size() == 1);
    CHECK(filled.form.age == 81); // what was filled in is still there
    FormNames names;
    TestForm form;
    fields(names, form);
    sent.back().second = version_of(names.names);
    CHECK_FALSE(fill_in(TestForm{}, sent).is_old);
}

http::Request sent_as(std::string type, std::string body)
{
    http::Request request;
    request.method = http::Method::post;
    request.headers = {{"content-type", std::move(type)}};
    request.body = std::move(body);
    return request;
}

TEST_CASE("the same as JSON, as a browser sends it, and as a file")
{
    auto const from_json = read_form_body(
        sent_as("application/json", R"({"naam": "Jo", "leeftijd": 81, "akkoord": true, "dagen": ["ma", "wo"],
        "geheim": "s", "dag": "2026-11-22", "kleur": "rood", "verhaal": null})"));
    REQUIRE(from_json);
    auto const filled = fill_in(TestForm{}, *from_json);
    CHECK(filled.faults.empty());
    CHECK(filled.form.age == 81);
    CHECK(filled.form.days == List{"ma", "wo"});
    auto const parts =
        read_form_body(sent_as("multipart/form-data; boundary=x",
                               "--x\r\nContent-Disposition: form-data; name=\"naam\"\r\n\r\nJo\r\n--x--\r\n"));
    REQUIRE(parts);
    CHECK(given(*parts, "naam") == "Jo");
    CHECK(read_form_body(sent_as("application/json", "[1]")).error().code == "web.bad_form");
    CHECK(read_form_body(sent_as("application/json", R"({"naam": {"a": 1}})")).error().code == "web.bad_form");
    CHECK(read_form_body(sent_as("text/plain", "a=b")).error().code == "web.bad_form");
    CHECK(read_form_body(sent_as("application/x-www-form-urlencoded", std::string(usual_form_bytes + 1, 'a')))
              .error()
              .code == "web.bad_form");
}

TEST_CASE("rows of a table, with their lines")
{
    FormNames names;
    TestForm form;
    fields(names, form);
    auto const rows = read_form_rows(
        "dagen,naam,leeftijd,geheim,dag,akkoord,kleur\nma|di,Jo,81,s,2026-11-22,ja,rood\nma,Al,x,s,2026-11-22,ja,rood\n",
        names.names, 10);
    REQUIRE(rows);
    REQUIRE(rows->rows.size() == 2);
    CHECK(fill_in(TestForm{}, rows->rows[0]).form.days == List{"ma", "di"});
    CHECK(fill_in(TestForm{}, rows->rows[1]).faults.size() == 1);
    CHECK(rows->lines[1] == 3);
    CHECK(read_form_rows("naam\nJo\n", names.names, 10).error().code == "form.column_missing");
    CHECK(read_form_rows("a\n1\n2\n", {{"a", "text", Presence::required}}, 1).error().code == "form.too_many_rows");
}

TEST_CASE("written: labels, hints and faults belong to their fields; a secret never comes back")
{
    TestSite site;
    site.add_words(
        "msgid \"t.naam\"\nmsgstr \"Naam\"\n\nmsgid \"t.naam.hint\"\nmsgstr \"Zoals u heet\"\n\nmsgid \"t.verhaal\"\nmsgstr \"Verhaal\"\n\n"
        "msgid \"t.geheim\"\nmsgstr \"Geheim\"\n\nmsgid \"t.leeftijd\"\nmsgstr \"Leeftijd\"\n\nmsgid \"t.dag\"\nmsgstr \"Dag\"\n\n"
        "msgid \"t.akkoord\"\nmsgstr \"Akkoord\"\n\nmsgid \"t.kleur\"\nmsgstr \"Kleur\"\n\nmsgid \"t.dagen\"\nmsgstr \"Dagen\"\n\n"
        "msgid \"t.go\"\nmsgstr \"Verstuur\"\n");
    access::Actor actor;
    actor.person_id = "x";
    actor.form_word = "het-woord";
    auto const anonymous = site.visit();
    Visit const visit{anonymous.request, anonymous.t, anonymous.context, anonymous.letters, actor};
    auto sent = good();
    sent[0].second = "<b>veel te lang</b>";
    html::Html page;
    write_form(page, visit, {.action = "/nl/x", .prefix = "t", .submit_key = "t.go"}, fill_in(TestForm{}, sent));
    auto const markup = page.take().markup;
    auto const has = [&](std::string_view part) { return markup.find(part) != std::string::npos; };
    CHECK(has("<label for=\"formulier-naam\">Naam</label>"));
    CHECK(has("aria-describedby=\"formulier-naam-hint formulier-naam-fout\""));
    CHECK(has("aria-invalid=\"true\""));
    CHECK(has("<a href=\"#formulier-naam\">Naam: Dit is te lang."));
    CHECK(has("&lt;b&gt;veel te lang&lt;/b&gt;"));
    CHECK_FALSE(has("<b>veel"));
    CHECK(has("name=\"_woord\" value=\"het-woord\""));
    CHECK(has("name=\"geheim\" type=\"password\" value=\"\""));
    CHECK(has("value=\"blauw\" checked"));
    CHECK_FALSE(has("value=\"rood\" checked"));
    html::Html open_page;
    write_form(open_page, anonymous, {.action = "/nl/x", .prefix = "t", .submit_key = "t.go"}, Filled<TestForm>{});
    CHECK(open_page.take().markup.find("_woord") == std::string::npos);
}

TEST_CASE("a form must send back the word of its login")
{
    access::Actor actor;
    actor.person_id = "x";
    actor.form_word = "het-woord";
    auto request = sent_as("application/x-www-form-urlencoded", "_woord=het-woord&naam=Jo");
    CHECK(check_form_word(request, actor));
    request.body = "_woord=een-ander&naam=Jo";
    CHECK(check_form_word(request, actor).error().code == "web.form_word");
    request.body = "naam=Jo";
    CHECK_FALSE(check_form_word(request, actor));
    request = sent_as("application/json", "{}");
    CHECK_FALSE(check_form_word(request, actor));
    request.headers.emplace_back("x-form-word", "het-woord");
    CHECK(check_form_word(request, actor));
}

} // namespace
} // namespace wf::web
