// SPDX-License-Identifier: EUPL-1.2
// No bytes break the reader of columns: an answer has cells in every row, an error names the file.
#include "feature/calc/columns.hpp"

#include "base/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using wf::calc::Kind;
    std::vector<wf::calc::Wanted> const wanted{{"a", Kind::any}, {"b", Kind::label}, {"a", Kind::label}};
    auto const columns = wf::calc::Columns::read_bytes({reinterpret_cast<char const*>(data), size}, "f", wanted);
    if (!columns) {
        WF_CHECK(columns.error().field.starts_with("f"));
        return 0;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) WF_CHECK((*columns)[i].size() == columns->rows());
    return 0;
}
