// SPDX-License-Identifier: EUPL-1.2
// One question to the server and what its answer must be. tests/http/README.md explains the files.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::http_scenarios {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Scenario {
    std::string name;
    std::string method; ///< empty: `raw` is all that is sent
    std::string target;
    std::string raw;
    Pairs headers;
    std::string body;
    std::size_t declared_body{0};  ///< Content-Length of a body that is never sent
    std::size_t header_padding{0}; ///< bytes of a header that says nothing
    std::size_t target_padding{0};

    int status{0};
    /// Exactly that; "~part": holds that; nothing: must not be there.
    std::vector<std::pair<std::string, std::optional<std::string>>> answer_headers;
    std::vector<std::string> contains;
    std::vector<std::string> absent;
    bool gzip{false};      ///< asked with and without gzip: the same inside
    bool unchanged{false}; ///< asked again with its ETag: 304 without a body

    std::vector<Scenario> steps; ///< asked one after the other by one browser; then only the name above counts
    // Of a step:
    std::string as;   ///< whose browser it is from here on; "nobody": one without cookies
    Pairs remember;   ///< after the answer: a name, and what it stands for
    bool same{false}; ///< the answer is that of the step before, but for the address that was typed
};

/// Every scenario of a file, once for every value of its "each". Errors: json.*, scenario.*, with the scenario's name as field.
[[nodiscard]] Result<std::vector<Scenario>> read_scenarios(std::string_view bytes);

/// "{name}" becomes its value, for every name that is given.
[[nodiscard]] std::string fill_in(std::string text, Pairs const& values);
[[nodiscard]] Scenario fill_in(Scenario scenario, Pairs const& values);

} // namespace wf::http_scenarios
