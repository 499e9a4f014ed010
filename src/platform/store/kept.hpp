// SPDX-License-Identifier: EUPL-1.2
// What was made from the store and asked for last, each valid for one generation of it: pages that say the same until the next
// publication need no database.
#pragma once

#include "platform/store/store.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace wf::store {

template <class T>
class Kept {
public:
    explicit Kept(std::size_t most) : m_most{most} {}

    /// What is kept under the key, else what `make()` gives: a Result<std::shared_ptr<T const>>. Nothing (a null pointer) and
    /// errors are not kept. Who asks while it is made waits for it instead of making it too.
    template <class Make>
    Result<std::shared_ptr<T const>> get(Store const& store, std::string_view key, Make const& make)
    {
        std::scoped_lock const lock{m_mutex};
        auto const generation = store.generation();
        auto const found =
            std::find_if(m_items.begin(), m_items.end(), [&](Item const& item) { return item.key == key; });
        if (found != m_items.end()) {
            if (found->generation == generation) {
                std::rotate(found, found + 1, m_items.end());
                return m_items.back().made;
            }
            m_items.erase(found);
        }
        WF_TRY(std::shared_ptr<T const> made, make());
        if (made == nullptr) return made;
        if (m_items.size() >= m_most) m_items.erase(m_items.begin());
        m_items.push_back({std::string{key}, generation, made});
        return made;
    }

private:
    struct Item {
        std::string key;
        std::uint64_t generation{0};
        std::shared_ptr<T const> made;
    };
    std::size_t m_most;
    std::mutex m_mutex;
    std::vector<Item> m_items; ///< asked for last at the end
};

} // namespace wf::store
