// SPDX-License-Identifier: Apache-2.0
// Tables and maps for Word, WPS and spreadsheets.
#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QStandardItemModel>
#include <QTableView>

#include "app/panels/TableClip.h"
#include "app/window/ActionRegistry.h"
#include "app/window/MapClipboard.h"
#include "app/window/MapController.h"
#include "app/window/PanelRegistry.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

TableClip sampleTable() {
    return {{QStringLiteral("要素"), QStringLiteral("代码"), QStringLiteral("面积（公顷）")},
            {{QStringLiteral("沿江<发展>带"), QStringLiteral("0012"), QStringLiteral("1234.5678")},
             {QStringLiteral("两行\n名称"), QStringLiteral("=1+1"), QStringLiteral("-3.5")}},
            {false, false, true}};
}

/// What LibreOffice makes of a file; empty if it is not there or fails.
QByteArray converted(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes, const QString& filter,
                     const QString& target, const QString& input = {}) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    QFile file(folder.filePath(name));
    if (program.isEmpty() || !file.open(QIODevice::WriteOnly)) return {};
    file.write(bytes);
    file.close();
    QProcess process;
    QStringList arguments{QStringLiteral("-env:UserInstallation=file://%1/office").arg(folder.path()),
                          QStringLiteral("--headless")};
    if (!input.isEmpty()) arguments << QStringLiteral("--infilter=%1").arg(input);
    arguments << QStringLiteral("--convert-to") << filter << QStringLiteral("--outdir") << folder.path()
              << file.fileName();
    process.start(program, arguments);
    if (!process.waitForFinished(120'000)) return {};
    QFile made(folder.filePath(target));
    return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
}

}  // namespace

class TestClipboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-clipboard")); }

    void htmlIsATableThatAWriterReads() {
        QTemporaryDir folder;
        const QByteArray flat = converted(folder, QStringLiteral("clip.html"), htmlOf(sampleTable()).toUtf8(),
                                          QStringLiteral("fodt:OpenDocument Text Flat XML"),
                                          QStringLiteral("clip.fodt"), QStringLiteral("HTML (StarWriter)"));
        if (flat.isEmpty()) QSKIP("no LibreOffice");
        const QString text = QString::fromUtf8(flat);
        QCOMPARE(text.count(QStringLiteral("<table:table ")), 1);
        QCOMPARE(text.count(QStringLiteral("<table:table-cell")), 9);
        for (const char* word : {"要素", "面积（公顷）", "沿江&lt;发展&gt;带", "0012", "1234.5678"})
            QVERIFY2(text.contains(QString::fromUtf8(word)), word);
    }
    void aSpreadsheetKeepsTextsAndNumbers() {
        QTemporaryDir folder;
        const QByteArray html = converted(folder, QStringLiteral("clip.html"), htmlOf(sampleTable()).toUtf8(),
                                          QStringLiteral("fods:OpenDocument Spreadsheet Flat XML"),
                                          QStringLiteral("clip.fods"), QStringLiteral("HTML (StarCalc)"));
        if (html.isEmpty()) QSKIP("no LibreOffice");
        QVERIFY2(html.contains("office:value=\"1234.5678\""), html.constData());
        QVERIFY(html.contains("<text:p>0012</text:p>"));
        QVERIFY(!html.contains("table:formula"));
        const QByteArray tsv =
            converted(folder, QStringLiteral("table.csv"), tsvOf(sampleTable()).toUtf8(),
                      QStringLiteral("fods:OpenDocument Spreadsheet Flat XML"), QStringLiteral("table.fods"),
                      QStringLiteral("Text - txt - csv (StarCalc):9,34,76,1"));
        QVERIFY(tsv.contains("office:value=\"1234.5678\""));
        QVERIFY(tsv.contains("office:value=\"-3.5\""));
        QVERIFY(!tsv.contains("table:formula"));
        QVERIFY(QString::fromUtf8(tsv).contains(QStringLiteral("沿江&lt;发展&gt;带")));
    }
    void numbersOfAModelAreReadByAMachine() {
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("name"), QStringLiteral("ha")});
        model.setItem(0, 0, new QStandardItem(QStringLiteral("a b")));
        auto* number = new QStandardItem(QStringLiteral("\u22121\u2009234.50"));
        number->setTextAlignment(Qt::AlignRight);
        model.setItem(0, 1, number);
        const TableClip table = tableClip(model, {model.index(0, 0)});
        QCOMPARE(table.rows.front(), (QStringList{QStringLiteral("a b"), QStringLiteral("-1234.50")}));
        QCOMPARE(tsvOf(table), QStringLiteral("name\tha\na b\t-1234.50\n"));
    }

    void findingsAreCopied() {
        DialogFixture fixture;
        fixture.open();
        fixture.session->check().run();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->check().report(), 20000);
        fixture.bench().actions.trigger(QStringLiteral("check.copy"));
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasHtml());
        const auto& findings = fixture.session->check().report()->findings;
        QVERIFY(!findings.empty());
        QCOMPARE(data->text().count(u'\n'), static_cast<qsizetype>(findings.size()) + 1);
        // Half of the platform of one square kilometre of the plane, on the ellipsoid; plain numbers.
        QVERIFY2(data->text().contains(QStringLiteral("\t49.9983\t749.98\t")), qPrintable(data->text()));
        QVERIFY(data->text().contains(QStringLiteral("\t1499.95\t")));  // no thin space between its thousands
        QVERIFY(data->html().contains(QStringLiteral("red line")));
        fixture.close();
    }
    void theAttributeTableAndTheMapAreCopied() {
        DialogFixture fixture;
        fixture.open();
        fixture.bench().panels.show(QStringLiteral("table"));
        fixture.session->selection().setCurrentLayer(small_plan::redLineId);
        auto* copy = fixture.window->findChild<QAbstractButton*>(QStringLiteral("copyRows"));
        QVERIFY(copy);
        copy->click();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasHtml() && data->hasText());
        QVERIFY(data->html().contains(QStringLiteral("<td")));
        QVERIFY(data->html().contains(QStringLiteral("zone")));
        QCOMPARE(data->text().count(u'\n'), 2);

        QTRY_VERIFY(!fixture.bench().map.canvas().view().extent().isEmpty());
        fixture.bench().actions.trigger(QStringLiteral("map.copy"));
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->mimeData()->hasImage(), 20000);
        const QImage image = QGuiApplication::clipboard()->image();
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), copiedMapDpi);
        const double screens = image.width() / fixture.bench().map.canvas().view().size.width();
        QVERIFY(std::abs(screens - copiedMapDpi / 96.0) < 0.02);
        fixture.close();
    }
};

QTEST_MAIN(TestClipboard)
#include "test_clipboard.moc"
