// SPDX-License-Identifier: Apache-2.0
#include <QThread>
#include <QtTest>

#include "layers/job/Job.h"
#include "layers/job/JobList.h"

using namespace layers;

namespace {

/// Works until canceled, at most some seconds.
gis::Result<int> untilCanceled(const gis::JobControl& control) {
    for (int i = 0; i < 3000; ++i) {
        if (control.cancel.isCanceled()) return gis::canceled();
        QThread::msleep(1);
    }
    return 0;
}

}  // namespace

class TestJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOnTheAskersThread() {
        QThread* worker = nullptr;
        QThread* told = nullptr;
        std::optional<int> answer;
        startJob(
            this,
            [&worker](const gis::JobControl&) -> gis::Result<int> {
                worker = QThread::currentThread();
                return 42;
            },
            [&](gis::Result<int> given) {
                told = QThread::currentThread();
                answer = *given;
            });
        QVERIFY(!answer);  // never inside the call
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(*answer, 42);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(worker != told);
    }

    void progressComesInOrderAndEndsWithOne() {
        std::vector<double> seen;
        bool done = false;
        startJob(
            this,
            [](const gis::JobControl& control) -> gis::Result<void> {
                for (int i = 1; i <= 1000; ++i) control.report(i / 1000.0);
                return {};
            },
            [&](const gis::Result<void>&) { done = true; }, [&](double fraction) { seen.push_back(fraction); });
        QTRY_VERIFY(done);
        QVERIFY(!seen.empty());
        QVERIFY(seen.size() < 100);  // thinned out
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), 1.0);
    }

    void whatIsThrownBecomesAnError() {
        std::optional<gis::ErrorCode> code;
        startJob(
            this, [](const gis::JobControl&) -> gis::Result<int> { throw std::bad_alloc(); },
            [&](const gis::Result<int>& answer) { code = answer.error().code; });
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, gis::ErrorCode::OutOfResources);
    }

    void aDeadReceiverIsNotTold() {
        std::atomic_bool worked = false;
        bool told = false;
        {
            QObject receiver;
            startJob(
                &receiver,
                [&worked](const gis::JobControl&) -> gis::Result<int> {
                    QThread::msleep(30);
                    worked = true;
                    return 1;
                },
                [&told](const gis::Result<int>&) { told = true; });
        }
        QTRY_VERIFY(worked);
        QTest::qWait(50);
        QVERIFY(!told);
    }

    void theLatestWins() {
        LatestJob job;
        std::vector<int> answers;
        const auto count = [&](const gis::Result<int>& answer) { answers.push_back(answer.value_or(-1)); };
        job.start(this, untilCanceled, count);
        for (int i = 1; i <= 5; ++i)
            job.start(
                this, [i](const gis::JobControl&) -> gis::Result<int> { return i; }, count);
        QVERIFY(job.isRunning());
        QTRY_COMPARE(answers.size(), std::size_t{1});
        QTest::qWait(50);
        QCOMPARE(answers, std::vector<int>{5});
        QVERIFY(!job.isRunning());
    }

    void cancelIsHeardWithin50ms() {
        LatestJob job;
        QElapsedTimer clock;
        std::atomic<qint64> ended = 0;
        clock.start();
        job.start(
            this,
            [&](const gis::JobControl& control) {
                auto answer = untilCanceled(control);
                ended = clock.elapsed();
                return answer;
            },
            [](const gis::Result<int>&) { QFAIL("the answer of a canceled job"); });
        QTest::qWait(50);
        const qint64 asked = clock.elapsed();
        job.cancel();
        QTRY_VERIFY(ended > 0);
        QVERIFY2(ended - asked < 50, qPrintable(QString::number(ended - asked)));
        QTest::qWait(20);
    }

    void theListShowsARunningJobAndStopsIt() {
        JobList list;
        std::optional<gis::ErrorCode> code;
        list.run(this, QStringLiteral("a long one"), untilCanceled,
                 [&](const gis::Result<int>& answer) { code = answer.error().code; });
        QCOMPARE(list.entries().size(), std::size_t{1});
        QCOMPARE(list.entries().front().title, QStringLiteral("a long one"));
        list.stop(list.entries().front().id);
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, gis::ErrorCode::Canceled);
        QVERIFY(list.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "test_job.moc"
