// SPDX-License-Identifier: Apache-2.0
// A document of several MB is corrected by hand and taken back: the journal does not write it again, and what the journal
// holds is the correction. TUCE_LONG_DOCUMENT names another text; the longest pause of the window's thread is told.
#include <QTemporaryDir>
#include <QtTest>

#include "app/session/Session.h"
#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/policy/DocumentImport.h"
#include "layers/project/Journal.h"
#include "tests/support/SmallPlan.h"

using namespace app;

namespace {

QByteArray longText() {
    QByteArray text("某市规划\n");
    const QByteArray body("坚持生态优先、绿色发展，推进长江上游生态屏障建设，加快建设万州、达州、开州统筹发展示范区。");
    for (int part = 0; text.size() < 3'000'000; ++part) {
        text += QStringLiteral("一、重点任务\n").toUtf8();
        for (const char* number : {"一", "二", "三", "四", "五", "六"})
            text += "（" + QByteArray(number) + "）推进工作。" + body.repeated(3) + "另外做好第" +
                    QByteArray::number(part) + "件事。\n";
    }
    return text;
}

/// How long the thread did not look at its events, since the last question.
class Pauses : public QObject {
public:
    Pauses() {
        m_clock.start();
        m_timer.callOnTimeout(this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1);
    }
    qint64 take() {
        const qint64 longest = std::max(m_longest, m_clock.elapsed());
        m_longest = 0;
        m_clock.restart();
        return longest;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

class TestLongDocument : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tuce-test-long-document"));
        QCoreApplication::setOrganizationName(QStringLiteral("tuce-test"));
    }

    void aCorrectionIsSmallInTheJournalAndComesBack() {
        QString text = qEnvironmentVariable("TUCE_LONG_DOCUMENT");
        if (text.isEmpty()) {
            text = m_folder.filePath(QStringLiteral("long.txt"));
            QFile file(text);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(longText());
        }
        const auto read = layers::readDocument(text.toStdString(), {}, "long");
        QVERIFY(read);
        const auto start = small_plan::snapshot();
        const auto added = layers::applied(start, layers::addDocument(*start, read->document).value());
        QVERIFY(added);
        const std::string path = m_folder.filePath(QStringLiteral("plan.tuce")).toStdString();
        QVERIFY(layers::createProject(path, **added, gis::Overwrite::Yes));
        Session session;
        QSignalSpy opened(&session, &Session::projectChanged);
        session.open(QString::fromStdString(path));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
        const auto before = session.snapshot();
        const auto& clauses = before->corpus.document("long")->clauses;
        const layers::Clause& joined = clauses.at(clauses.size() / 2);
        Pauses pauses;
        const layers::ClauseCorrection correction{layers::CorrectionKind::Join,
                                                  layers::wordsOf(*before->corpus.document("long"), joined),
                                                  joined.start,
                                                  {},
                                                  {}};
        std::optional<bool> made;
        pauses.take();
        session.performLater(
            [correction](const auto& plan) { return layers::correctClauses(plan, "long", correction); },
            [&made](bool good) { made = good; });
        QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), 60'000);
        const qint64 correcting = pauses.take();
        QVERIFY(*made);
        const auto after = session.snapshot();
        QCOMPARE(after->corpus.document("long")->clauses.size(), clauses.size() - 1);
        const std::string journal = layers::Journal::pathFor(path);
        QVERIFY2(QFileInfo(QString::fromStdString(journal)).size() < 100'000, "the text was written again");
        pauses.take();
        session.undo();
        const qint64 undoing = pauses.take();
        QVERIFY(session.snapshot()->samePlan(*before));
        session.redo();
        QVERIFY(session.snapshot()->samePlan(*after));
        QVERIFY(QFileInfo(QString::fromStdString(journal)).size() < 300'000);
        qInfo("%zu clauses, %zu bytes: correction held the thread up %lld ms, undo %lld ms", clauses.size(),
              before->corpus.document("long")->text.size(), correcting, undoing);
        // After a crash all three steps come back from file and journal alone.
        const std::string copy = m_folder.filePath(QStringLiteral("copy.tuce")).toStdString();
        QVERIFY(QFile::copy(QString::fromStdString(path), QString::fromStdString(copy)));
        QVERIFY(QFile::copy(QString::fromStdString(journal), QString::fromStdString(layers::Journal::pathFor(copy))));
        const auto recovered = layers::recoverProject(copy);
        QVERIFY2(recovered, recovered ? "" : gis::describe(recovered.error()).c_str());
        QCOMPARE(recovered->changes, std::size_t{3});
        QVERIFY(recovered->snapshot->samePlan(*after));
        session.close();
    }
};

}  // namespace

QTEST_GUILESS_MAIN(TestLongDocument)
#include "test_long_document.moc"
