// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/problem.hpp"

#include "base/json_writer.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

namespace wf::web {

using namespace html;

namespace {

std::string_view kind_word(Trouble kind)
{
    switch (kind) {
    case Trouble::bad_input: return "bad_input";
    case Trouble::not_found: return "not_found";
    case Trouble::forbidden: return "forbidden";
    case Trouble::conflict: return "conflict";
    case Trouble::refused: return "refused";
    case Trouble::too_large: return "too_large";
    case Trouble::unsupported: return "unsupported";
    }
    return "bad_input";
}

std::string_view kind_word(int status)
{
    if (status >= 500) return "internal";
    switch (status) {
    case 403: return "forbidden";
    case 404: return "not_found";
    case 409: return "conflict";
    case 413:
    case 414:
    case 431: return "too_large";
    case 405:
    case 406:
    case 415: return "unsupported";
    case 422: return "refused";
    default: return "bad_input";
    }
}

Explained explain_by(words::Words const& t, std::string_view code, std::string_view kind, words::Arguments arguments)
{
    auto const own = "error." + std::string{code};
    auto const of_kind = "error.kind." + std::string{kind};
    return {t(t.has(own) ? own : of_kind, arguments), t(t.has(own + ".do") ? own + ".do" : of_kind + ".do", arguments)};
}

struct Problem {
    int status;
    std::string_view code;
    std::string_view field;
    std::string_view detail;
    Explained words;
};

http::Response problem_json(Visit const& visit, Problem const& problem)
{
    JsonWriter writer;
    writer.begin_object();
    writer.member("type", "about:blank");
    writer.member("title", problem.words.title);
    writer.member("status", problem.status);
    writer.member("detail", problem.detail.empty() ? std::string_view{problem.words.remedy} : problem.detail);
    writer.member("code", problem.code);
    writer.member("field", problem.field);
    writer.end_object();

    http::Response response;
    response.status = problem.status;
    response.content_type = "application/problem+json";
    response.body = std::move(writer).finish();
    response.headers.emplace_back("Content-Language", words::to_code(visit.language()));
    add_security_headers(response);
    return response;
}

http::Response problem_page(Visit const& visit, Problem const& problem)
{
    auto const& t = visit.t;
    Frame frame;
    frame.title = problem.words.title;
    frame.status = problem.status;
    frame.cache = http::Cache::never;
    auto const kind = problem.status == 422 ? Message::refuse : problem.status >= 500 ? Message::error : Message::warn;
    return page(visit, frame, [&](Html& out) {
        out(tag::h1, problem.words.title);
        message(out, kind, t("web.what_to_do"), [&] {
            out(tag::p, problem.words.remedy);
            out(tag::p, [&] { out(tag::a, attr::href(visit.link("/")), t("web.to_start")); });
        });
        // For whoever is asked for help: the same in the programs' own words, which are English.
        out(tag::details, attr::cls("why"), [&] {
            out(tag::summary, t("web.for_help"));
            out(tag::dl, [&] {
                auto const fact = [&](std::string_view term, std::string_view description, bool english) {
                    if (description.empty()) return;
                    out(tag::dt, term);
                    out(tag::dd, attr::when(english && visit.language() != words::Language::en, attr::lang("en")),
                        description);
                };
                fact(t("web.error_code"), problem.code, false);
                fact(t("web.error_place"), problem.field, false);
                fact(t("web.error_detail"), problem.detail, true);
            });
        });
    });
}

http::Response answer_problem(Visit const& visit, Problem const& problem)
{
    return visit.request.format == http::Format::html ? problem_page(visit, problem) : problem_json(visit, problem);
}

} // namespace

Explained explain(words::Words const& t, Error const& error)
{
    return explain_by(t, error.code, kind_word(error.kind), {{"field", error.field}, {"detail", error.detail}});
}

Explained explain_status(words::Words const& t, int status, std::string_view code)
{
    return explain_by(t, code, kind_word(status), {});
}

http::Response error_page(Visit const& visit, Error const& error)
{
    return answer_problem(visit,
                          {http_status(error.kind), error.code, error.field, error.detail, explain(visit.t, error)});
}

http::Response status_page(Visit const& visit, int status, std::string_view code)
{
    return answer_problem(visit, {status, code, "", "", explain_status(visit.t, status, code)});
}

} // namespace wf::web
