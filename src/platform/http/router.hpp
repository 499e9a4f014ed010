// SPDX-License-Identifier: EUPL-1.2
// From method and path to a handler. Patterns are literal segments and {names}: "/{lang}/buurt/{code}".
#pragma once

#include "platform/http/message.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wf::http {

using Handler = std::function<Response(Request const&)>;

/// Work that takes tens of milliseconds on purpose (a password) waits in a line of its own, so that pages do not wait behind it.
enum class Lane { quick, slow };

struct Route {
    Method method{Method::get};
    std::string pattern;
    Handler handler;
    Lane lane{Lane::quick};
};

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// The same method and shape twice is a bug. A literal segment wins over a {name}.
    void add(Route route);

    struct Match {
        Handler const* handler{nullptr}; ///< nullptr: see `allowed`
        Lane lane{Lane::quick};
        Pairs parts;
        std::vector<Method> allowed; ///< not empty: the path exists for these methods (405)
    };
    [[nodiscard]] Match match(Method method, std::string_view path) const;

    /// All routes as they were added, for documents and tests.
    [[nodiscard]] std::vector<Route> const& routes() const;

private:
    struct Node;
    std::unique_ptr<Node> m_root;
    std::vector<Route> m_routes;
};

} // namespace wf::http
