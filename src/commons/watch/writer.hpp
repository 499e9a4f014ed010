// SPDX-License-Identifier: EUPL-1.2
// Takes what was noted to the store: about once a second, sooner when much waits, and at an orderly stop.
#pragma once

#include "commons/watch/notebook.hpp"

#include <memory>
#include <thread>

namespace wf::watch {

/// All that waits, in one transaction; nothing to write asks nothing of the store. One at a time.
void write_down(store::Store& store, Notebook& notebook);

class Writer {
public:
    /// `store` has the migrations and outlives the writer.
    Writer(store::Store& store, std::shared_ptr<Notebook> notebook);
    /// Writes what still waits. Requests that come later are not written down: stop the server first.
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

private:
    /// A store that takes nothing (a full disk) keeps all lines for the next time.
    void try_to_write() noexcept;

    store::Store& m_store;
    std::shared_ptr<Notebook> m_notebook;
    std::jthread m_thread;
};

} // namespace wf::watch
