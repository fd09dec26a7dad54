// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "gis/base/Control.h"
#include "gis/base/Result.h"
#include "layers/job/JobRelay.h"

namespace layers {

/// Called on the receiver's thread with a fraction 0..1.
using JobProgress = std::function<void(double fraction)>;

namespace detail {

/// Calls the work; what it throws (memory above all) becomes an Error, so that no exception leaves a pool thread.
template <class Answer, class Work>
Answer guarded(Work& work, const gis::JobControl& control) {
    try {
        return work(control);
    } catch (const std::bad_alloc&) {
        return gis::fail(gis::ErrorCode::OutOfResources, {}, gis::message("layers", "not enough memory"));
    } catch (const std::exception& error) {
        return gis::fail(gis::ErrorCode::Internal, {}, gis::message("layers", "a job failed"), {}, error.what());
    }
}

}  // namespace detail

/// Runs `work(const gis::JobControl&)`, which answers a gis::Result, on a thread of `pool` (null: the global one) and
/// hands the answer to `done(answer)` on the thread of `receiver`, which is the calling thread. Neither `done` nor
/// `progress` is called once `receiver` is gone. Cancel by the token; the answer then still arrives, as a rule with
/// ErrorCode::Canceled. Workers get const snapshots and values; they never touch a QObject of another thread.
template <class Work, class Done>
gis::CancelToken startJob(QObject* receiver, Work work, Done done, JobProgress progress = {},
                          QThreadPool* pool = nullptr) {
    using Answer = std::invoke_result_t<Work, const gis::JobControl&>;
    gis::JobControl control;
    auto* relay = new JobRelay;
    auto answer = std::make_shared<std::optional<Answer>>();
    // Queued even if the pool answers at once, so that `done` never runs inside the caller.
    QObject::connect(
        relay, &JobRelay::finished, receiver, [answer, done]() mutable { done(std::move(**answer)); },
        Qt::QueuedConnection);
    if (progress) {
        QObject::connect(relay, &JobRelay::progressed, receiver, progress, Qt::QueuedConnection);
        control.progress = [relay](double fraction) { relay->report(fraction); };
    }
    const gis::CancelToken token = control.cancel;
    (pool != nullptr ? pool : QThreadPool::globalInstance())
        ->start([relay, answer, control, work = std::move(work)]() mutable {
            answer->emplace(detail::guarded<Answer>(work, control));
            relay->finish();
        });
    return token;
}

/// At most one job counts: a new start cancels the running one and its answer, late or not, is dropped.
/// A member of its receiver; one thread.
class LatestJob {
public:
    explicit LatestJob(QThreadPool* pool = nullptr) : m_pool(pool) {}
    ~LatestJob() { cancel(); }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    /// As startJob; `done` is called only if no later start or cancel came between.
    template <class Work, class Done>
    void start(QObject* receiver, Work work, Done done, JobProgress progress = {}) {
        cancel();
        const std::size_t mine = *m_number;
        m_running = true;
        auto number = std::weak_ptr<std::size_t>(m_number);
        const auto current = [number, mine] {
            const auto latest = number.lock();
            return latest && *latest == mine;
        };
        m_token = startJob(
            receiver, std::move(work),
            [this, current, done](auto answer) mutable {
                if (!current()) return;  // `this` lives as long as its number
                m_running = false;
                done(std::move(answer));
            },
            progress ? JobProgress([current, progress](double fraction) {
                if (current()) progress(fraction);
            })
                     : JobProgress(),
            m_pool);
    }
    /// Stops the running job; its answer will be dropped.
    void cancel() {
        ++*m_number;
        m_token.cancel();
        m_running = false;
    }
    bool isRunning() const { return m_running; }

private:
    QThreadPool* m_pool;
    std::shared_ptr<std::size_t> m_number = std::make_shared<std::size_t>(0);
    gis::CancelToken m_token;
    bool m_running = false;
};

}  // namespace layers
