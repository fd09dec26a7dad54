// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <atomic>
#include <mutex>
#include <new>
#include <numeric>
#include <vector>

#include "gis/base/Parallel.h"

using gis::JobControl;

class TestParallel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachIndexOnce_data();
    void eachIndexOnce();
    void aWorkerDoesOneThingAtATime();
    void resultsDoNotDependOnThreads();
    void cancelStops_data();
    void cancelStops();
    void canceledBeforeTheStart();
    void progressEndsAtOne();
    void whatIsThrownReachesTheCaller_data();
    void whatIsThrownReachesTheCaller();
    void coresAreCounted();
    void copiesOfATokenAreOne();
};

void TestParallel::eachIndexOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("grain");
    QTest::newRow("nothing to do") << 0 << 4 << 1;
    QTest::newRow("one item, many threads") << 1 << 8 << 1;
    QTest::newRow("one thread") << 1000 << 1 << 7;
    QTest::newRow("all cores") << 1000 << 0 << 1;
    QTest::newRow("blocks that do not fit") << 1001 << 4 << 64;
    QTest::newRow("grain above the count") << 10 << 4 << 100;
    QTest::newRow("grain zero counts as one") << 100 << 4 << 0;
    QTest::newRow("many small items") << 200'000 << 4 << 1;
}

void TestParallel::eachIndexOnce() {
    QFETCH(int, count);
    QFETCH(int, threads);
    QFETCH(int, grain);
    JobControl control;
    control.threads = static_cast<unsigned>(threads);
    const auto size = static_cast<std::size_t>(count);
    std::vector<std::atomic_int> calls(size);
    std::atomic_uint highestWorker{0};
    const auto work = [&](std::size_t index, unsigned worker) {
        ++calls[index];
        unsigned seen = highestWorker;
        while (worker > seen && !highestWorker.compare_exchange_weak(seen, worker)) {
        }
    };
    QVERIFY(gis::parallelFor(size, control, work, static_cast<std::size_t>(grain)));
    for (const auto& times : calls) QCOMPARE(times.load(), 1);
    QVERIFY(highestWorker < control.threadCount());
}

void TestParallel::aWorkerDoesOneThingAtATime() {
    JobControl control;
    control.threads = 4;
    // Plain counters, one for each worker: the thread sanitizer would see two calls at once.
    std::vector<std::size_t> perWorker(4);
    QVERIFY(gis::parallelFor(50'000, control, [&](std::size_t, unsigned worker) { ++perWorker[worker]; }));
    QCOMPARE(std::accumulate(perWorker.begin(), perWorker.end(), std::size_t{0}), std::size_t{50'000});
}

void TestParallel::resultsDoNotDependOnThreads() {
    const auto run = [](unsigned threads) {
        JobControl control;
        control.threads = threads;
        std::vector<double> results(10'000);
        gis::parallelFor(
            results.size(), control,
            [&](std::size_t i, unsigned) { results[i] = 1.0 / (1.0 + static_cast<double>(i)); }, 3);
        return std::accumulate(results.begin(), results.end(), 0.0);
    };
    const double alone = run(1);
    for (const unsigned threads : {2U, 3U, 8U}) QCOMPARE(run(threads), alone);
}

void TestParallel::cancelStops_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("grain");
    QTest::newRow("one thread, within a block") << 1 << 1'000'000;
    QTest::newRow("four threads") << 4 << 10;
}

void TestParallel::cancelStops() {
    QFETCH(int, threads);
    QFETCH(int, grain);
    JobControl control;
    control.threads = static_cast<unsigned>(threads);
    std::atomic_size_t done{0};
    const auto work = [&](std::size_t, unsigned) {
        if (++done == 100) control.cancel.cancel();
    };
    QVERIFY(!gis::parallelFor(1'000'000, control, work, static_cast<std::size_t>(grain)));
    QVERIFY(done >= 100);
    QVERIFY(done < 10'000);  // whatever other threads did before they looked
}

void TestParallel::canceledBeforeTheStart() {
    JobControl control;
    control.cancel.cancel();
    bool called = false;
    QVERIFY(!gis::parallelFor(10, control, [&](std::size_t, unsigned) { called = true; }));
    QVERIFY(!called);
}

void TestParallel::progressEndsAtOne() {
    JobControl control;
    control.threads = 3;
    std::mutex mutex;
    double highest = 0;
    bool inRange = true;
    control.progress = [&](double fraction) {
        const std::scoped_lock lock(mutex);
        highest = std::max(highest, fraction);
        inRange = inRange && fraction > 0 && fraction <= 1;
    };
    QVERIFY(gis::parallelFor(
        1'000, control, [](std::size_t, unsigned) {}, 7));
    QCOMPARE(highest, 1.0);
    QVERIFY(inRange);
}

void TestParallel::whatIsThrownReachesTheCaller_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("on the calling thread") << 1;
    QTest::newRow("on any of four") << 4;
}

void TestParallel::whatIsThrownReachesTheCaller() {
    QFETCH(int, threads);
    JobControl control;
    control.threads = static_cast<unsigned>(threads);
    std::atomic_int after = 0;
    std::atomic_bool thrown = false;
    QVERIFY_EXCEPTION_THROWN(gis::parallelFor(100'000, control,
                                              [&](std::size_t index, unsigned) {
                                                  if (thrown) ++after;
                                                  if (index < 1000) return;
                                                  thrown = true;
                                                  throw std::bad_alloc();
                                              }),
                             std::bad_alloc);
    QVERIFY(after < 1000);  // the rest is left; what others were at may end
}

void TestParallel::coresAreCounted() {
    JobControl control;
    QVERIFY(control.threadCount() >= 1);
    control.threads = 5;
    QCOMPARE(control.threadCount(), 5U);
    control.report(0.5);  // without a sink: nothing happens
}

void TestParallel::copiesOfATokenAreOne() {
    const gis::CancelToken token;
    const gis::CancelToken copy = token;
    QVERIFY(!copy.isCanceled());
    token.cancel();
    QVERIFY(copy.isCanceled());
    QVERIFY(!gis::CancelToken().isCanceled());
}

QTEST_APPLESS_MAIN(TestParallel)
#include "test_parallel.moc"
