// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <optional>
#include <vector>

#include "layers/job/Job.h"

namespace layers {

/// The long jobs that a person may want to watch and stop, oldest first. GUI thread.
class JobList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~JobList() override;

    struct Entry {
        int id = 0;
        QString title;  ///< translated: what is going on
        double fraction = 0;
        bool canStop = true;
        gis::CancelToken cancel;
        /// From how fast it went on since it first told how far it was; nothing while that says little.
        std::optional<double> secondsLeft() const;

        double firstFraction = 0;
        QElapsedTimer sinceFirst;  ///< invalid before it told anything
    };
    const std::vector<Entry>& entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.empty(); }
    /// Asks the job to stop; it leaves the list when it has.
    void stop(int id);
    void stopAll();

    /// As startJob, listed under `title` while it runs. `receiver` gets the answer; the list must outlive the job's
    /// start only.
    template <class Work, class Done>
    gis::CancelToken run(QObject* receiver, const QString& title, Work work, Done done, bool canStop = true) {
        const int id = add(title, canStop);
        // The list is the first receiver: an entry leaves it even if the asker is gone.
        const QPointer<QObject> asker(receiver);
        const auto token = startJob(
            this, std::move(work),
            [this, id, asker, done](auto answer) mutable {
                remove(id);
                if (asker) done(std::move(answer));
            },
            [this, id](double fraction) { progress(id, fraction); });
        setToken(id, token);
        return token;
    }

Q_SIGNALS:
    void changed();

private:
    int add(const QString& title, bool canStop);
    void setToken(int id, const gis::CancelToken& token);
    void progress(int id, double fraction);
    void remove(int id);
    Entry* find(int id);
    std::vector<Entry> m_entries;
    int m_nextId = 1;
};

}  // namespace layers
