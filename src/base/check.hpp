// SPDX-License-Identifier: EUPL-1.2
// WF_CHECK: an assertion about our own code that is always on. Never for what the world did: that is a Result.
#pragma once

#include <stdexcept>
#include <string>

namespace wf {

/// A bug of ours. Caught at three edges only: http handler (500 with an incident code), job runner, main (exit 70).
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] inline void report_bug(char const* claim, char const* file, int line)
{
    throw Bug{std::string{file} + ":" + std::to_string(line) + ": does not hold: " + claim};
}

} // namespace wf

#define WF_CHECK(claim) ((claim) ? static_cast<void>(0) : ::wf::report_bug(#claim, __FILE__, __LINE__))
