// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/postman.hpp"

#include "base/check.hpp"
#include "platform/clock/clock.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace wf::mail {
namespace {

constexpr int most_at_a_look = 50;

Timestamp now()
{
    return Timestamp{now_millis()};
}

} // namespace

class Postman::Inner {
public:
    Inner(store::Store& store, secret::Key const& key, Sender sender, std::unique_ptr<Transport> transport,
          std::chrono::milliseconds between_looks)
        : m_store{store},
          m_key{key},
          m_sender{std::move(sender)},
          m_transport{std::move(transport)},
          m_between_looks{between_looks}
    {
        WF_CHECK(check(m_sender).has_value());
        change([](store::Session& session) { mark_unsure(session, now()); });
        m_thread = std::jthread{[this](std::stop_token const& stop) { work(stop); }};
    }

    void wake()
    {
        {
            std::scoped_lock const lock{m_mutex};
            m_woken = true;
        }
        m_changed.notify_all();
    }

private:
    template <class F>
    void change(F const& work)
    {
        m_store.write([&](store::Session& session) -> Result<void> { return work(session), Result<void>{}; }).value();
    }

    void work(std::stop_token const& stop)
    {
        while (!stop.stop_requested()) {
            bool more = false;
            try {
                more = look(stop);
            } catch (std::exception const&) {
                // The machine failed us (a full disk, a lost file): the next look finds everything where it was.
            }
            if (more) continue;
            std::unique_lock lock{m_mutex};
            m_changed.wait_for(lock, stop, m_between_looks, [this] { return m_woken; });
            m_woken = false;
        }
    }

    /// True when there may be more to do at once.
    bool look(std::stop_token const& stop)
    {
        write_outcome();
        change([](store::Session& session) { fail_late(session, now()); });
        auto const ids = m_store.read([](store::Session& session) { return due(session, now(), most_at_a_look); });
        for (auto const& id : ids) {
            if (stop.stop_requested()) return false;
            send(id, stop);
        }
        return ids.size() == most_at_a_look;
    }

    void send(std::string const& id, std::stop_token const& stop)
    {
        std::optional<Message> message;
        change([&](store::Session& session) { message = mark_sending(session, m_key, id, now()); });
        if (!message) return;
        // From here on it counts as given away until something better is known.
        m_outcome = std::pair{id, Delivery{Outcome::unsure, "mail.interrupted"}};
        m_outcome->second = deliver(*message, stop);
        write_outcome();
    }

    /// Tried again at the next look when the store could not take it: what was sent must not look otherwise.
    void write_outcome()
    {
        if (!m_outcome) return;
        change([&](store::Session& session) { mark_delivered(session, m_outcome->first, m_outcome->second, now()); });
        m_outcome.reset();
    }

    Delivery deliver(Message const& message, std::stop_token const& stop)
    {
        auto const bytes = write_message(message, m_sender, now());
        if (!bytes) return {Outcome::refused, bytes.error().code};
        return m_transport->deliver({message.id, m_sender.address, message.to, *bytes}, stop);
    }

    store::Store& m_store;
    secret::Key m_key;
    Sender m_sender;
    std::unique_ptr<Transport> m_transport;
    std::chrono::milliseconds m_between_looks;
    std::optional<std::pair<std::string, Delivery>> m_outcome; ///< of the message in hand; the thread's own
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_woken{false};
    std::jthread m_thread; ///< last, so that it ends first
};

Postman::Postman(store::Store& store, secret::Key const& key, Sender sender, std::unique_ptr<Transport> transport,
                 std::chrono::milliseconds between_looks)
{
    if (transport)
        m_inner = std::make_unique<Inner>(store, key, std::move(sender), std::move(transport), between_looks);
}

Postman::~Postman() = default;

void Postman::wake()
{
    if (m_inner) m_inner->wake();
}

} // namespace wf::mail
