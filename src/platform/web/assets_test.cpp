// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/assets.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using wf::web::Assets;

TEST_CASE("an asset has a path with a hash, and is found there")
{
    Assets const assets;
    for (std::string const name : {"weefsel.css", "weefsel.js", "logo.svg"}) {
        auto const& path = assets.path(name);
        CAPTURE(path);
        auto const stem = name.substr(0, name.find('.'));
        CHECK(path.starts_with("/assets/" + stem + "-"));
        CHECK(path.size() == std::string_view{"/assets/-12345678"}.size() + name.size());
        auto const* file = assets.find(path);
        REQUIRE(file != nullptr);
        CHECK(file->name == name);
        CHECK_FALSE(file->bytes.empty());
    }
    CHECK(assets.find("/assets/weefsel.css") == nullptr);
    CHECK(assets.find("/assets/manifest.json") == nullptr);
    CHECK(assets.find("/assets/") == nullptr);
    CHECK_THROWS_AS((void)assets.path("other.css"), wf::Bug);
}

TEST_CASE("types are those that nosniff needs, and fonts are among the files")
{
    Assets const assets;
    CHECK(assets.find(assets.path("weefsel.css"))->content_type == "text/css; charset=utf-8");
    CHECK(assets.find(assets.path("weefsel.js"))->content_type == "text/javascript; charset=utf-8");
    CHECK(assets.find(assets.path("logo.svg"))->content_type == "image/svg+xml");
    auto const fonts = std::count_if(assets.all().begin(), assets.all().end(), [](Assets::File const& file) {
        return file.content_type == "font/woff2" && file.bytes.starts_with("wOF2");
    });
    CHECK(fonts == 4);
}

TEST_CASE("the style names nothing outside and every file that it names is there")
{
    Assets const assets;
    auto const style = assets.find(assets.path("weefsel.css"))->bytes;
    CHECK(style.find("http:") == std::string_view::npos);
    CHECK(style.find("https:") == std::string_view::npos);
    std::set<std::string> named;
    for (auto at = style.find("url("); at != std::string_view::npos; at = style.find("url(", at + 1)) {
        auto url = style.substr(at + 4, style.find(')', at) - at - 4);
        if (url.starts_with('"')) url = url.substr(1, url.size() - 2);
        if (url.starts_with('#')) continue;
        REQUIRE(url.starts_with("./"));
        named.insert(std::string{url.substr(2)});
        CHECK(assets.find("/assets/" + std::string{url.substr(2)}) != nullptr);
    }
    CHECK(named.size() == 4);
}
