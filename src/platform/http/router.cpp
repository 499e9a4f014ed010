// SPDX-License-Identifier: EUPL-1.2
// A tree of segments. Where a literal leads nowhere the {name} beside it is tried; where it does lead to a path,
// that path is meant, also when it does not take the method: one address is one thing.
#include "platform/http/router.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <map>

namespace wf::http {

struct Router::Node {
    struct Leaf {
        Method method;
        std::size_t route;
        std::vector<std::string> names;
    };
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> named;
    std::vector<Leaf> leaves;

    static Node const* find(Node const& node, std::string_view rest, std::vector<std::string_view>& values);
    [[nodiscard]] Leaf const* leaf(Method method) const;
};

namespace {

/// Cuts "/a/b" into "a" and "/b". `rest` begins with a slash.
std::string_view take_segment(std::string_view& rest)
{
    rest.remove_prefix(1);
    auto const end = std::min(rest.find('/'), rest.size());
    auto const segment = rest.substr(0, end);
    rest.remove_prefix(end);
    return segment;
}

} // namespace

Router::Node const* Router::Node::find(Node const& node, std::string_view rest, std::vector<std::string_view>& values)
{
    if (rest.empty()) return node.leaves.empty() ? nullptr : &node;
    auto const segment = take_segment(rest);
    if (segment.empty()) return nullptr;
    if (auto const literal = node.literals.find(segment); literal != node.literals.end()) {
        if (auto const* found = find(*literal->second, rest, values)) return found;
    }
    if (!node.named) return nullptr;
    values.push_back(segment);
    if (auto const* found = find(*node.named, rest, values)) return found;
    values.pop_back();
    return nullptr;
}

Router::Node::Leaf const* Router::Node::leaf(Method method) const
{
    auto const found =
        std::find_if(leaves.begin(), leaves.end(), [&](Leaf const& each) { return each.method == method; });
    return found == leaves.end() ? nullptr : &*found;
}

Router::Router() : m_root{std::make_unique<Node>()} {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route)
{
    WF_CHECK(route.handler != nullptr);
    WF_CHECK(!route.pattern.empty() && route.pattern.front() == '/');
    std::vector<std::string> names;
    Node* node = m_root.get();
    std::string_view rest = route.pattern == "/" ? std::string_view{} : std::string_view{route.pattern};
    while (!rest.empty()) {
        auto const segment = take_segment(rest);
        WF_CHECK(!segment.empty());
        if (segment.front() == '{') {
            WF_CHECK(segment.size() > 2 && segment.back() == '}');
            auto name = std::string{segment.substr(1, segment.size() - 2)};
            WF_CHECK(std::find(names.begin(), names.end(), name) == names.end());
            names.push_back(std::move(name));
            if (!node->named) node->named = std::make_unique<Node>();
            node = node->named.get();
        } else {
            WF_CHECK(segment.find_first_of("{}") == std::string_view::npos);
            auto& next = node->literals[std::string{segment}];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
        }
    }
    WF_CHECK(node->leaf(route.method) == nullptr);
    node->leaves.push_back({route.method, m_routes.size(), std::move(names)});
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(Method method, std::string_view path) const
{
    Match match;
    if (path.empty() || path.front() != '/') return match;
    std::vector<std::string_view> values;
    auto const* node = Node::find(*m_root, path == "/" ? std::string_view{} : path, values);
    if (node == nullptr) return match;
    auto const* leaf = node->leaf(method);
    if (leaf == nullptr && method == Method::head) leaf = node->leaf(Method::get);
    if (leaf == nullptr) {
        for (auto const& each : node->leaves) match.allowed.push_back(each.method);
        if (node->leaf(Method::get) != nullptr && node->leaf(Method::head) == nullptr)
            match.allowed.push_back(Method::head);
        std::sort(match.allowed.begin(), match.allowed.end());
        return match;
    }
    match.handler = &m_routes[leaf->route].handler;
    match.lane = m_routes[leaf->route].lane;
    for (std::size_t i = 0; i < values.size(); ++i) match.parts.emplace_back(leaf->names[i], values[i]);
    return match;
}

std::vector<Route> const& Router::routes() const
{
    return m_routes;
}

} // namespace wf::http
