// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/views.hpp"

namespace wf::area_pages {

std::string path_of(AreaLevel level, std::string_view code)
{
    std::string path;
    switch (level) {
    case AreaLevel::municipality: path = "/gemeente/"; break;
    case AreaLevel::district: path = "/wijk/"; break;
    case AreaLevel::neighbourhood: path = "/buurt/"; break;
    }
    return path.append(code);
}

} // namespace wf::area_pages
