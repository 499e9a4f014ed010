// SPDX-License-Identifier: EUPL-1.2
#include "commons/watch/writer.hpp"

#include <exception>

namespace wf::watch {

void write_down(store::Store& store, Notebook& notebook)
{
    // What was given out before and could not be written, and what came since.
    for (int turn = 0; turn < 2 && !notebook.is_empty(); ++turn) {
        // Given out within the transaction: who is erased meanwhile is erased before it or after it, not beside it.
        store
            .write([&](store::Session& session) -> Result<void> {
                for (auto const& line : notebook.give_out()) add(session, line);
                return {};
            })
            .value();
        notebook.strike_out();
    }
}

Writer::Writer(store::Store& store, std::shared_ptr<Notebook> notebook)
    : m_store{store}, m_notebook{std::move(notebook)}, m_thread{[this](std::stop_token const& stop) {
          while (!stop.stop_requested()) {
              m_notebook->wait(stop, std::chrono::seconds{1});
              try_to_write();
          }
      }}
{
}

Writer::~Writer()
{
    m_thread.request_stop();
    m_thread.join();
    try_to_write();
}

void Writer::try_to_write() noexcept
{
    try {
        write_down(m_store, *m_notebook);
    } catch (std::exception const&) {
        // Nothing is lost: what was given out is given out again.
    }
}

} // namespace wf::watch
