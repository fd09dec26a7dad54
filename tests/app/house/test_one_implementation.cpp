// SPDX-License-Identifier: Apache-2.0
// Window and command line do their work by the same functions: each is called from both, and is made only once.
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

namespace {

/// All sources below a folder, without those below `except`.
QMap<QString, QString> sources(const QString& folder, const QString& except = {}) {
    QMap<QString, QString> texts;
    QDirIterator files(QStringLiteral(TUCE_SOURCE_DIR "/") + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!except.isEmpty() && path.contains(except)) continue;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) texts[path] = QString::fromUtf8(file.readAll());
    }
    return texts;
}

QStringList filesWith(const QMap<QString, QString>& texts, const QRegularExpression& pattern) {
    QStringList found;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        if (text.value().contains(pattern)) found << text.key();
    return found;
}

}  // namespace

class TestOneImplementation : public QObject {
    Q_OBJECT
    const QMap<QString, QString> m_commandLine = sources(QStringLiteral("app/cli"));
    const QMap<QString, QString> m_window = sources(QStringLiteral("app"), QStringLiteral("/app/cli/"));

private Q_SLOTS:
    void theSameFunctionDoesIt_data() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {// build
              "buildLayout", "readScheme", "shippedBuildOptions",
              // check
              "checkInput",
              // link
              "addLink", "addDocument", "readDocument", "importDocument",
              // add and save
              "importedLayer", "addImported", "createProject", "openProject", "saveKnownProject", "recoverProject",
              // export
              "exportSheet", "sheetFormats", "writeCheckOutputs", "writeProjectReport", "renderMap"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void theSameFunctionDoesIt() {
        QFETCH(QString, function);
        const QRegularExpression call(QStringLiteral("\\blayers::%1\\(").arg(function));
        QVERIFY2(!filesWith(m_commandLine, call).isEmpty(), "not called from app/cli");
        QVERIFY2(!filesWith(m_window, call).isEmpty(), "not called from the window");
        // A definition begins a line with its type and ends with a brace.
        const QRegularExpression definition(
            QStringLiteral("^[\\w:<>*& ,]+\\s[&*]?(?:\\w+::)*%1\\([^;{}]*\\)\\s*(?:const\\s*)?\\{").arg(function),
            QRegularExpression::MultilineOption);
        QStringList made;
        for (const char* tree : {"gis", "layers", "app"})
            for (const QString& file : filesWith(sources(QLatin1String(tree)), definition)) made << file;
        QVERIFY2(made.size() == 1, qPrintable(made.join(QLatin1Char(' '))));
        QVERIFY(made.front().startsWith(QStringLiteral(TUCE_SOURCE_DIR "/layers/")));
    }

    /// The command line checks from nothing, the window on top of its last check: by one and the same run.
    void theSameRunChecks() {
        const auto callOf = [](const char* function) {
            return QRegularExpression(QStringLiteral("\\b%1\\(").arg(QLatin1String(function)));
        };
        QVERIFY(!filesWith(m_commandLine, callOf("layers::redLineCheck")).isEmpty());
        QVERIFY(!filesWith(m_window, callOf("layers::checkAgain")).isEmpty());
        const auto check = sources(QStringLiteral("layers/check"));
        const QRegularExpression handsOn(QStringLiteral("\\bredLineCheck\\((made->)?input, control, "));
        QCOMPARE(filesWith(check, handsOn).size(), 2);
        QCOMPARE(filesWith(check, QRegularExpression(QStringLiteral("\\bRun run\\("))).size(), 1);
    }

    /// Neither of them computes overlaps or writes files of geodata past those functions.
    void nothingBelowIsUsedPastThem() {
        const QRegularExpression engine(
            QStringLiteral("#include \"gis/engine/|#include <(geos|gdal|ogr|sqlite3|proj)"));
        const QStringList window = filesWith(m_window, engine);
        QVERIFY2(window.isEmpty(), qPrintable(window.join(QLatin1Char(' '))));
    }
};

QTEST_GUILESS_MAIN(TestOneImplementation)
#include "test_one_implementation.moc"
