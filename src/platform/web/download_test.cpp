// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/download.hpp"

#include <doctest/doctest.h>

namespace wf::web {
namespace {

std::string offered(std::string type, std::string path)
{
    http::Request request;
    request.path = std::move(path);
    http::Response response;
    response.content_type = std::move(type);
    offer_as_file(response, request);
    return response.headers.empty() ? "" : response.headers.front().first + ": " + response.headers.front().second;
}

TEST_CASE("data come as a file with a name of ours")
{
    CHECK(offered("text/csv; charset=utf-8; header=present", "/nl/buurt/BU01660001") ==
          "Content-Disposition: attachment; filename=\"weefsel-buurt-BU01660001.csv\"");
    CHECK(offered("application/json; charset=utf-8", "/en/buurten") ==
          "Content-Disposition: attachment; filename=\"weefsel-buurten.json\"");
    CHECK(offered("application/geo+json", "/nl/bereik") ==
          "Content-Disposition: attachment; filename=\"weefsel-bereik.geojson\"");
    CHECK(offered("application/problem+json", "/nl") == "Content-Disposition: attachment; filename=\"weefsel.json\"");
    CHECK(offered("text/html; charset=utf-8", "/nl/buurten").empty());
    CHECK(offered("application/vnd.mapbox-vector-tile", "/kaart/14/1/1").empty());
    // Nothing of what is a secret, or what somebody made up.
    CHECK(offered("application/json", "/nl/nieuw-wachtwoord/" + std::string(43, 'a')) ==
          "Content-Disposition: attachment; filename=\"weefsel-nieuw-wachtwoord.json\"");
    CHECK(offered("application/json", "/nl/voorstel/00000000-0000-4000-8000-000000000001") ==
          "Content-Disposition: attachment; filename=\"weefsel-voorstel.json\"");
    CHECK(offered("text/csv", "/nl/x\"; filename=y.exe/a.b/é") ==
          "Content-Disposition: attachment; filename=\"weefsel.csv\"");
    http::Response named;
    named.content_type = "application/json";
    named.headers.emplace_back("Content-Disposition", "attachment; filename=\"other.json\"");
    offer_as_file(named, {});
    CHECK(named.headers.size() == 1);
}

} // namespace
} // namespace wf::web
