// SPDX-License-Identifier: Apache-2.0
// The reading process from the outside: whatever it does, its end is an error of ours with the file's name.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

#include "layers/document/DocumentReader.h"
#include "layers/document/DocumentWords.h"
#include "layers/document/ReaderFrame.h"
#include "layers/document/ReaderProcess.h"
#include "tests/support/CliRun.h"

class TestReaderProcess : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_page;

    /// A program that does as the script says in the place of tuce-cli.
    layers::ReaderOptions acting(const QByteArray& script) const {
        const QString path = m_folder.filePath(QStringLiteral("reader"));
        QFile::remove(path);
        support::writeBytes(path, "#!/bin/sh\n" + script + "\n");
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        layers::ReaderOptions options;
        options.program = path.toStdString();
        options.limits.seconds = 20;
        options.limits.unpackedMegabytes = 2;
        return options;
    }
    QByteArray told(const layers::ReaderOptions& options) const {
        const auto text = layers::readDocumentText(m_page.toStdString(), {}, options);
        if (text) return "no error";
        const QByteArray said = QByteArray::fromStdString(gis::describe(text.error()));
        return said.contains("page.html") ? said : "no file named: " + said;
    }

private Q_SLOTS:
    void initTestCase() {
        m_page = m_folder.filePath(QStringLiteral("page.html"));
        QVERIFY(support::writeBytes(m_page, "<p>文"));
    }

    void everyDeathIsAnError() {
        QVERIFY(told(acting("kill -SEGV $$")).contains("failed on the document (signal 11)"));
        QVERIFY(told(acting("kill -XCPU $$")).contains("limit of 20 set by --max-seconds"));
        QVERIFY(told(acting("exit 86")).contains("limit of 2048 set by --max-memory-mb"));
        QVERIFY(told(acting("exit 3")).contains("exit code 3"));
        QVERIFY(told(acting("exit 0")).contains("no answer"));
        QVERIFY(told(acting("echo nonsense")).contains("no answer"));
        QVERIFY(told(acting("yes")).contains("limit of 2 set by --max-unpacked-mb"));
        layers::ReaderOptions slow = acting("exec sleep 100");
        slow.limits.seconds = 1;
        QVERIFY(told(slow).contains("limit of 1 set by --max-seconds"));
        // Closing its output does not let it run on.
        layers::ReaderOptions silent = acting("exec sleep 100 >&- 2>&-");
        silent.limits.seconds = 1;
        QVERIFY(told(silent).contains("limit of 1 set by --max-seconds"));
        layers::ReaderOptions missing;
        missing.program = "/nowhere/tuce-cli";
        QVERIFY(told(missing).contains("cannot be started"));
    }

    void itCanBeCanceled() {
        gis::JobControl control;
        const layers::ReaderOptions options = acting("exec sleep 100");
        std::thread stopper([&control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            control.cancel.cancel();
        });
        const auto text = layers::readDocumentText(m_page.toStdString(), {}, options, control);
        stopper.join();
        QVERIFY(!text);
        QCOMPARE(text.error().code, gis::ErrorCode::Canceled);
    }

    void itInheritsNothing() {
        QFile open(m_page);
        QVERIFY(open.open(QIODevice::ReadOnly));
        const int copy = ::dup(open.handle());  // without close-on-exec
        qputenv("TUCE_SECRET", "x");
        const auto end = layers::runReader("/bin/sh", {"-c", "ls /proc/self/fd | wc -l; env; read x || echo closed"},
                                           20, 10'000, {});
        ::close(copy);
        qunsetenv("TUCE_SECRET");
        QVERIFY(end);
        const QByteArray output = QByteArray::fromStdString(end->output);
        QVERIFY2(output.startsWith("4\n"), output);  // 0, 1, 2 and the folder that ls reads
        QVERIFY(!output.contains("TUCE_SECRET") && !output.contains("DISPLAY"));
        QVERIFY(output.endsWith("closed\n"));
    }

    void framesGoThereAndBack() {
        layers::DocumentText text{"一、甲\n1\t2\n", "docx", "UTF-8", "format", {{1, 2}}, {}};
        text.warnings.push_back(layers::documentWarning("notes_apart", layers::DocumentWord::NotesApart, {"3"}));
        const auto back = layers::fromReaderFrame(layers::readerFrame(text));
        QVERIFY(back && *back);
        QCOMPARE((*back)->text, text.text);
        QCOMPARE((*back)->kind, text.kind);
        QCOMPARE((*back)->encodingBasis, text.encodingBasis);
        QCOMPARE((*back)->tables, text.tables);
        QCOMPARE((*back)->warnings, text.warnings);
        const auto error = layers::fromReaderFrame(layers::readerFrame(layers::overDocumentLimit(7, "--max-depth")));
        QVERIFY(error && !*error);
        QCOMPARE(gis::describe(error->error()), gis::describe(layers::overDocumentLimit(7, "--max-depth").value()));
    }

    void framesOfAnotherShapeAreNone() {
        const std::string frame = layers::readerFrame(layers::DocumentText{"x", "html", "UTF-8", "mark", {}, {}});
        for (std::size_t size = 0; size < frame.size(); ++size)
            QVERIFY(!layers::fromReaderFrame(frame.substr(0, size)));
        QVERIFY(!layers::fromReaderFrame(frame + "x"));
        for (const char* forged :
             {"2 0\n{}", "2 0\n[]", "14 0\n{\"kind\":[1,2]}", "99999999999999999999 0\n", "-1 0\n{}"})
            QVERIFY2(!layers::fromReaderFrame(forged), forged);
        // No sentence of a stranger is shown: only arguments, without line ends and of bearable length.
        std::string words(5000, 'x');
        words += "\n\x1b[31m";
        const auto read = layers::fromReaderFrame(layers::readerFrame(layers::damagedDocument(words)));
        QVERIFY(read && !*read && read->error().detail.size() <= 400);
    }
};

QTEST_GUILESS_MAIN(TestReaderProcess)
#include "test_reader_process.moc"
