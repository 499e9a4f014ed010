// SPDX-License-Identifier: EUPL-1.2
#include "feature/sources/views.hpp"

#include "feature/sources/feature.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("a dataset's row says how it was made")
{
    datasets::Dataset dataset;
    dataset.id = "d";
    dataset.origin.title = "Buurten (verzonnen)";
    dataset.origin.kind = datasets::Kind::modelled;
    dataset.origin.checksum = "abc";
    dataset.state = datasets::State::superseded;
    dataset.read = 3;
    dataset.kept = 2;
    dataset.refused = 1;
    web::Table<sources::DatasetRow, sources::RefusalRow> const view{sources::make_row(dataset),
                                                                    {{3, "cbs.x", "what stood there"}}};
    auto const json = web::to_json(view);
    CHECK(json.find(R"("kind":"modelled")") != std::string::npos);
    CHECK(json.find(R"("state":"superseded")") != std::string::npos);
    CHECK(json.find(R"("read":3,"kept":2,"refused":1)") != std::string::npos);
    CHECK(json.find(R"({"line":3,"code":"cbs.x","detail":"what stood there"})") != std::string::npos);
    CHECK(web::to_csv(view) == "line,code,detail\n3,cbs.x,what stood there\n");
}

TEST_CASE("a run's row carries its inputs' versions and its basis")
{
    runs::Run run;
    run.id = "r";
    run.kind = "areas.profile";
    run.method_version = "1";
    run.basis = R"({"n":44})";
    run.current = true;
    web::Table<sources::RunRow, sources::InputRow> const view{sources::make_row(run), {{"d", "dataset", "Buurten"}}};
    auto const json = web::to_json(view);
    CHECK(json.find(R"("current":true)") != std::string::npos);
    CHECK(json.find(R"("basis":"{\"n\":44}")") != std::string::npos);
    CHECK(json.find(R"("rows":[{"input":"d","kind":"dataset","title":"Buurten"}])") != std::string::npos);
}

TEST_CASE("the feature names four addresses and a view for each")
{
    auto const feature = sources::make_feature();
    CHECK(feature.routes.size() == 4);
    CHECK(feature.views.size() == 4);
    CHECK(!feature.words_nl.empty());
    CHECK(!feature.words_en.empty());
}
