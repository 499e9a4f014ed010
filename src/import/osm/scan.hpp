// SPDX-License-Identifier: EUPL-1.2
// One walk through a file of OpenStreetMap, thing by thing. The only place that knows libosmium.
// Errors       file.not_found, file.unreadable, osm.not_osm, osm.truncated, osm.malformed, osm.empty.
#pragma once

#include "base/result.hpp"
#include "import/osm/tags.hpp"
#include "kernel/reach/network.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::osm {

// What these hold lives until the visitor returns.
struct MapNode {
    std::int64_t id{0};
    std::optional<reach::Place32> at; ///< nothing: outside the world, or not given
    Tags tags;
};
struct MapWay {
    std::int64_t id{0};
    std::span<std::int64_t const> nodes;
    Tags tags;
};
struct Member {
    char type{'w'}; ///< 'n', 'w' or 'r'
    std::int64_t id{0};
    std::string_view role;
};
struct MapRelation {
    std::int64_t id{0};
    std::span<Member const> members;
    Tags tags;
};

class Visitor {
public:
    virtual ~Visitor() = default;
    virtual void visit(MapNode const&) {}
    virtual void visit(MapWay const&) {}
    virtual void visit(MapRelation const&) {}
};

/// A file on disk, or its bytes.
struct Source {
    std::string path;
    std::string_view bytes;
    bool in_memory{false};
};
enum class Format { pbf, xml };
/// By the first bytes, not by the name.
Result<Format> find_format(Source const& source);

/// A PBF of which the end is missing looks like a smaller one: this tells. Errors: osm.truncated, osm.malformed.
Result<void> check_whole(Source const& source);

struct Header {
    std::optional<geo::Box> box;
    std::string timestamp; ///< of the file "2023-01-30"; without one that of the newest thing seen; or empty
};
enum class Things { nodes, ways, relations };
/// Shows the visitor all things of one kind. `progress` hears the part that was read, 0 to 1.
Result<Header> scan(Source const& source, Format format, Things things, Visitor& visitor,
                    std::function<void(double part)> const& progress = {});

} // namespace wf::osm
