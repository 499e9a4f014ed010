// SPDX-License-Identifier: EUPL-1.2
// Reading never crashes, and what was read is the same after writing it and reading it again.
#include "base/csv.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf;
    auto const first = read_csv({reinterpret_cast<char const*>(data), size});
    if (!first) return 0;
    CsvWriter writer{first->header(), first->delimiter(), FormulaGuard::off};
    for (std::size_t row = 0; row < first->rows(); ++row) {
        for (std::size_t column = 0; column < first->columns(); ++column) {
            writer.text(first->cell(row, column));
            (void)first->number(row, column);
        }
        writer.end_row();
    }
    auto const second = read_csv(std::move(writer).finish());
    WF_CHECK(second && second->header() == first->header() && second->rows() == first->rows());
    WF_CHECK(second->refused_count() == 0);
    for (std::size_t row = 0; row < first->rows(); ++row)
        for (std::size_t column = 0; column < first->columns(); ++column)
            WF_CHECK(second->cell(row, column) == first->cell(row, column));
    return 0;
}
