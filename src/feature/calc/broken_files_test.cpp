// SPDX-License-Identifier: EUPL-1.2
// Three thousand broken files for the commands of effect and evidence: an answer, a refusal with its code, or an error that names the place;
// never a crash, and no number that is none.
#include "feature/calc/test_run.hpp"

#include "base/random.hpp"

using namespace wf;
using namespace wf::calc::test;

namespace {

constexpr int files = 3'000;

/// Units at three moments, with what each of the commands below wants.
std::string whole_file()
{
    std::string csv = "unit,time,first,treated,post,y,before,v,x,g,kind\n";
    for (int unit = 0; unit < 12; ++unit) {
        for (int moment = 1; moment <= 3; ++moment) {
            auto const first = unit % 3 == 0 ? 0 : unit % 3 + 1;
            auto const y = (unit * 7 + moment * 5) % 11 + (first > 0 && moment >= first ? 2 : 0);
            csv += std::to_string(unit) + "," + std::to_string(moment) + "," + std::to_string(first) + "," +
                   std::to_string(unit % 2) + "," + std::to_string(moment > 1) + "," + std::to_string(y) + "," +
                   std::to_string((unit * 5 + moment) % 7) + ",0." + std::to_string(1 + unit % 8) + "," +
                   std::to_string((unit * 3 + moment * 2) % 5) + "," + std::to_string(unit / 3) + "," +
                   (unit % 4 == 0 ? "\"north, far\"" : "south") + "\n";
        }
    }
    return csv;
}

/// As files break: bytes lost, doubled or changed, cells that are no numbers or far too large, rows cut off or moved.
std::string broken(std::string csv, Random& random)
{
    static constexpr std::array pieces{"\"",  ",", ";",     "\n",   "\r\n",   "",    "NA", "nan",  "inf",
                                       "-1",  "0", "1e308", "-1e9", "1e-308", "abc", "\t", "\xff", "\xef\xbb\xbf",
                                       "1,5", "."};
    auto const times = 1 + random.below(4);
    for (std::uint64_t i = 0; i < times && !csv.empty(); ++i) {
        auto const at = random.below(csv.size());
        switch (random.below(12)) {
        case 0: csv.erase(at, 1 + random.below(20)); break;
        case 1: csv.insert(at, pieces[random.below(pieces.size())]); break;
        case 2: csv[at] = static_cast<char>(random.below(256)); break;
        case 3: csv.resize(at); break;
        case 4: csv.insert(at, csv.substr(random.below(csv.size()), random.below(60))); break;
        default: {
            // A whole cell.
            auto const end = csv.find_first_of(",\n", at);
            auto const begin = csv.find_last_of(",\n", at) + 1;
            if (end != std::string::npos && begin <= end)
                csv.replace(begin, end - begin, pieces[random.below(pieces.size())]);
        }
        }
    }
    return csv;
}

struct Asked {
    std::string words;
    Options options;
};

} // namespace

TEST_CASE("broken files: an answer, a refusal or an error with its place, from every command")
{
    std::vector<Asked> const commands{
        {"calc effect regression",
         {{"outcome", "y"}, {"covariates", "x,kind"}, {"se", "cr2"}, {"cluster", "g"}, {"absorb", "time"}}},
        {"calc effect compare",
         {{"outcome", "y"}, {"treated", "treated"}, {"covariates", "x,kind"}, {"method", "entropy"}}},
        {"calc effect compare",
         {{"outcome", "y"}, {"treated", "treated"}, {"covariates", "x"}, {"method", "match-nearest"}}},
        {"calc effect prepost", {{"before", "before"}, {"after", "y"}}},
        {"calc effect did", {{"outcome", "y"}, {"treated", "treated"}, {"post", "post"}}},
        {"calc effect did-staggered",
         {{"outcome", "y"}, {"unit", "unit"}, {"time", "time"}, {"first-treated", "first"}}},
        {"calc effect did-decompose", {{"outcome", "y"}, {"unit", "unit"}, {"time", "time"}, {"treated", "post"}}},
        {"calc effect mixed", {{"outcome", "y"}, {"fixed", "x"}, {"random", "1|g"}}},
        {"calc effect wild-bootstrap",
         {{"outcome", "y"}, {"covariates", "x"}, {"test", "x"}, {"cluster", "unit"}, {"draws", "99"}}},
        {"calc effect series", {{"outcome", "y"}, {"time", "time"}, {"from", "2"}}},
        {"calc evidence pool", {{"effect", "y"}, {"variance", "v"}, {"test", "knha"}, {"moderators", "kind"}}},
        {"calc evidence transfer",
         {{"effect", "y"}, {"variance", "v"}, {"test", "profile"}, {"benefit", "lower"}, {"level", "0.999"}}},
        {"calc evidence multilevel", {{"effect", "y"}, {"variance", "v"}, {"levels", "g,unit"}}},
        {"calc evidence robust", {{"effect", "y"}, {"variance", "v"}, {"cluster", "g"}}},
        {"calc evidence bias", {{"effect", "y"}, {"variance", "v"}}},
    };
    auto const whole = whole_file();
    Random random{20261122};
    int answered = 0;
    int refused = 0;
    int wrong = 0;
    for (int i = 0; i < files; ++i) {
        SmallFile const file{broken(whole, random)};
        auto const& asked = commands[static_cast<std::size_t>(i) % commands.size()];
        auto const outcome = run(asked.words, {file.name()}, asked.options);
        CAPTURE(asked.words);
        CAPTURE(outcome.out);
        if (!outcome.status) {
            auto const& error = outcome.status.error();
            CHECK(!error.code.empty());
            CHECK_MESSAGE(!error.field.empty(), error.code);
            ++wrong;
            continue;
        }
        CHECK((*outcome.status == 0 || *outcome.status == 3));
        CHECK(has(outcome.out, *outcome.status == 0 ? R"("status":"answered")" : R"("reason":{"code":")"));
        for (auto const* none : {":nan", ":-nan", ":inf", ":-inf", ":[nan", ":[inf", ":[-inf"})
            CHECK(!has(outcome.out, none));
        ++(*outcome.status == 0 ? answered : refused);
    }
    MESSAGE(answered << " answered, " << refused << " refused, " << wrong << " not read");
    CHECK(answered > 0);
    CHECK(refused > 0);
    CHECK(wrong > 0);
}
