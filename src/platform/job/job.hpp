// SPDX-License-Identifier: EUPL-1.2
// Work that takes longer than a page may: runs on its own threads, tells how far it is, can be cancelled, is
// remembered in table `job`. A job that was running when the program stopped is marked `interrupted` at the next
// start.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::job {

/// What the work sees: say how far you are, and stop when asked to.
class Progress {
public:
    virtual ~Progress() = default;
    /// done of total, and what is being done now, in a word or two. Cheap: called often, also inside a transaction.
    /// It reaches the table at most five times a second, and at the end.
    virtual void report(std::int64_t done, std::int64_t total, std::string_view stage) = 0;
    /// True when somebody asked to stop: return Error{refused, "job.cancelled"} soon, leaving nothing behind.
    [[nodiscard]] virtual bool cancelled() const = 0;
};

/// For commands without a job record: prints nothing, never cancelled.
class NoProgress final : public Progress {
public:
    void report(std::int64_t, std::int64_t, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return false; }
};

enum class State { waiting, running, done, failed, cancelled, interrupted };
[[nodiscard]] std::string_view to_word(State state);

struct Record {
    std::string id;
    std::string kind; ///< "import cbs"
    State state{State::waiting};
    std::int64_t done{0};
    std::int64_t total{0};
    std::string stage;
    std::string outcome; ///< what it left (a dataset or run id), or the error in one line
    std::int64_t created_millis{0};
    std::int64_t ended_millis{0};
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// `work` returns the outcome. An exception is a failed job, never a dead program.
using Work = std::function<Result<std::string>(Progress&)>;

class Runner {
public:
    /// `store` has the migrations above and outlives the runner. One runner for one database: it marks what an
    /// earlier one left waiting or running as interrupted.
    Runner(store::Store& store, int threads);
    /// Cancels what runs and waits for it.
    ~Runner();
    Runner(Runner const&) = delete;
    Runner& operator=(Runner const&) = delete;

    /// The new job's id. Errors: job.queue_full. Not from inside a read or write of the store: it writes there itself.
    Result<std::string> start(std::string kind, Work work);
    /// Asks it to stop; one that still waits never starts. Of a job that has ended, nothing. Errors: job.unknown.
    Result<void> cancel(std::string_view id);
    /// Waits until that job has ended; for commands and tests. Errors: job.unknown.
    Result<Record> wait(std::string_view id);

private:
    class Inner;
    std::unique_ptr<Inner> m_inner;
};

[[nodiscard]] std::optional<Record> find(store::Store& store, std::string_view id);
/// Newest first, at most `limit`.
[[nodiscard]] std::vector<Record> recent(store::Store& store, int limit);

} // namespace wf::job
