// SPDX-License-Identifier: Apache-2.0
// The same document as txt, docx (its numbers made by automatic lists), odt, html and pdf has the same clauses.
#include <QDir>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QtTest>

#include "layers/document/DocxText.h"
#include "layers/document/HtmlText.h"
#include "layers/document/NumberText.h"
#include "layers/document/OdtText.h"
#include "layers/document/PdfText.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentImport.h"
#include "tests/support/OfficeFiles.h"

namespace {

/// A way to number a paragraph, as a list of a .docx.
struct Manner {
    QString format;
    QString text;  ///< "（%1）"
    QRegularExpression pattern;
};

const QString han = QStringLiteral("([一二三四五六七八九十]+)");

/// Paragraphs whose numbers are taken out of the text and made by lists instead.
class Numbered {
public:
    std::string body;
    int taken = 0;

    void add(const QString& line) {
        for (std::size_t i = 0; i < m_manners.size(); ++i) {
            const auto match = m_manners[i].pattern.match(line);
            if (!match.hasMatch()) continue;
            const int value = valueOf(match.captured(1));
            if (value == 0) continue;
            if (value != m_last[i] + 1 || m_current[i] == 0) beginList(i, value);
            m_last[i] = value;
            ++taken;
            body += support::paragraph(line.mid(match.capturedEnd()).toStdString(), support::inList(m_current[i]));
            return;
        }
        body += support::paragraph(line.toStdString());
    }
    std::string numbering() const {
        std::string abstract;
        for (std::size_t i = 0; i < m_manners.size(); ++i)
            abstract += "<w:abstractNum w:abstractNumId=\"" + std::to_string(i) +
                        "\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
                        m_manners[i].format.toStdString() + "\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"" +
                        m_manners[i].text.toStdString() + "\"/></w:lvl></w:abstractNum>";
        return abstract + m_lists;
    }

private:
    static int valueOf(const QString& number) {
        bool isDecimal = false;
        const int value = number.toInt(&isDecimal);
        if (isDecimal) return value;
        for (int i = 1; i < 100; ++i)
            if (QString::fromStdString(layers::numberText(layers::NumberStyle::Chinese, i)) == number) return i;
        return 0;
    }
    void beginList(std::size_t manner, int start) {
        m_current[manner] = ++m_count;
        m_lists += "<w:num w:numId=\"" + std::to_string(m_count) + "\"><w:abstractNumId w:val=\"" +
                   std::to_string(manner) + "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" +
                   std::to_string(start) + "\"/></w:lvlOverride></w:num>";
    }

    const std::vector<Manner> m_manners{
        {QStringLiteral("japaneseCounting"), QStringLiteral("%1、"), QRegularExpression(u'^' + han + u'、')},
        {QStringLiteral("chineseCounting"), QStringLiteral("（%1）"),
         QRegularExpression(QStringLiteral("^（") + han + u'）')},
        {QStringLiteral("chineseCounting"), QStringLiteral("(%1)"),
         QRegularExpression(QStringLiteral("^\\(") + han + QStringLiteral("\\)"))},
        {QStringLiteral("chineseCountingThousand"), QStringLiteral("第%1条"),
         QRegularExpression(QStringLiteral("^第") + han + u'条')},
        {QStringLiteral("chineseCountingThousand"), QStringLiteral("第%1章"),
         QRegularExpression(QStringLiteral("^第") + han + u'章')},
        {QStringLiteral("decimal"), QStringLiteral("%1."),
         QRegularExpression(QStringLiteral("^([1-9][0-9]?)\\.(?![0-9])"))},
    };
    std::vector<int> m_last = std::vector<int>(6, 0);
    std::vector<int> m_current = std::vector<int>(6, 0);
    std::string m_lists;
    int m_count = 0;
};

/// Level, number, heading of each clause, a line for each.
QStringList indexOf(const gis::Result<layers::DocumentText>& text) {
    if (!text) return {QString::fromStdString(gis::describe(text.error()))};
    const auto document = layers::parseDocument(text->text, {}, {}, text->tables);
    QStringList index;
    for (const layers::Clause& clause : document->clauses)
        index << QString::fromStdString(clause.level + " " + clause.number + " " + clause.heading).simplified();
    return index;
}

}  // namespace

class TestSameClauses : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void everyFormat_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("numbers");
        const QString hard = QStringLiteral(TUCE_TEST_DATA "/policy/hard/");
        const auto row = [](const QString& path, int numbers) {
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path << numbers;
        };
        row(hard + QStringLiteral("opinions_thirty_clauses.txt"), 30);
        row(hard + QStringLiteral("harbour_rules_123.txt"), 30);
        row(hard + QStringLiteral("typing_errors.txt"), 8);
        row(hard + QStringLiteral("county_plan_wrapped.txt"), 8);
        const QString shared = QStringLiteral(TUCE_SHARED_DIR "/policies/");
        for (const char* name : {"002_ca91016dd0c6a5e5.txt", "000_4fd8e9db12fd6811.txt"})
            row(shared + QLatin1String(name), 20);
    }
    void everyFormat() {
        QFETCH(QString, path);
        QFETCH(int, numbers);
        if (!QFileInfo::exists(path)) QSKIP("the shared papers are not here");
        const auto plain = layers::readDocumentText(path.toStdString());
        QVERIFY(plain);
        QStringList lines = QString::fromStdString(plain->text).remove(u'\r').split(u'\n');
        while (lines.last().isEmpty()) lines.removeLast();
        const QString whole = lines.join(u'\n') + u'\n';
        const QStringList index = indexOf(plain);

        Numbered numbered;
        std::string odt;
        std::string html;
        for (const QString& line : lines) {
            numbered.add(line);
            const std::string words = support::escaped(line.toStdString());
            odt += "<text:p>" + words + "</text:p>";
            html += line.trimmed().isEmpty() ? "" : "<div>" + words + "</div>";
        }
        QVERIFY2(numbered.taken >= numbers, qPrintable(QString::number(numbered.taken)));
        const QString docxPath = m_folder.filePath(QStringLiteral("a.docx"));
        QVERIFY(support::writeArchive(docxPath, support::docxParts({numbered.body, numbered.numbering(), {}, {}})));
        const auto docx = layers::docxText(docxPath.toStdString(), {});
        QCOMPARE(indexOf(docx), index);
        QCOMPARE(QString::fromStdString(docx->text), whole);

        const QString odtPath = m_folder.filePath(QStringLiteral("a.odt"));
        QVERIFY(support::writeArchive(odtPath, support::odtParts(odt)));
        QCOMPARE(indexOf(layers::odtText(odtPath.toStdString(), {})), index);
        QCOMPARE(indexOf(layers::htmlLines("<body>" + html, {})), index);

        const QString pdfPath = m_folder.filePath(QStringLiteral("a.pdf"));
        QTextDocument document;
        document.setDefaultFont(QFont(QStringLiteral("Noto Sans CJK SC"), 11));
        document.setPlainText(whole);
        QPdfWriter writer(pdfPath);
        writer.setPageSize(QPageSize(QPageSize::A4));
        document.print(&writer);
        QCOMPARE(indexOf(layers::pdfText(pdfPath.toStdString(), {})), index);
    }
};

QTEST_MAIN(TestSameClauses)
#include "test_same_clauses.moc"
