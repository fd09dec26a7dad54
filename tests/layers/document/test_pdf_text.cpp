// SPDX-License-Identifier: Apache-2.0
// Text out of PDFs: paragraphs from lines, columns, heads and numbers of pages, files that hold none.
#define POINTERHOLDER_TRANSITION 4
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QtTest>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "layers/document/PdfParagraphs.h"
#include "layers/document/PdfText.h"

namespace {

const QString sentence = QStringLiteral("统筹推进沿江道路和渡口建设，完善旅客换乘条件，提高通行能力和安全水平。");

void prepare(QPdfWriter& writer) {
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
}

QFont font(int points = 12) {
    QFont made(QStringLiteral("Noto Sans CJK SC"));
    made.setPointSize(points);
    return made;
}

}  // namespace

class TestPdfText : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static QString textOf(const QString& path) {
        const auto text = layers::pdfText(path.toStdString(), {});
        return text ? QString::fromStdString(text->text) : QString::fromStdString(gis::describe(text.error()));
    }
    /// Paragraphs as a word processor sets them. With page numbers, which QTextDocument prints itself.
    void print(const QString& path, const QStringList& paragraphs, double indent) const {
        QTextDocument document;
        document.setDefaultFont(font());
        QTextCursor cursor(&document);
        QTextBlockFormat format;
        format.setTextIndent(indent);
        format.setAlignment(Qt::AlignJustify);
        for (const QString& paragraph : paragraphs) {
            if (cursor.position() > 0) cursor.insertBlock();
            cursor.setBlockFormat(format);
            cursor.insertText(paragraph);
        }
        QPdfWriter writer(path);
        prepare(writer);
        document.print(&writer);
    }

private Q_SLOTS:
    void linesAreJoinedToParagraphs() {
        QStringList paragraphs;
        for (int i = 0; i < 40; ++i)
            paragraphs << QStringLiteral("（%1）任务。").arg(i + 1) + sentence.repeated(1 + i % 3);
        print(file("indented.pdf"), paragraphs, 32);
        print(file("flush.pdf"), paragraphs, 0);
        paragraphs << QString();
        QCOMPARE(textOf(file("indented.pdf")).split(u'\n'), paragraphs);
        // Without indents a full line that ends a sentence may end its paragraph or not: there the line stays one.
        const QString flush = textOf(file("flush.pdf"));
        QCOMPARE(QString(flush).remove(u'\n'), paragraphs.join(QString()));
        const QStringList lines = flush.split(u'\n');
        for (const QString& line : lines) QVERIFY2(line.isEmpty() || line.endsWith(u'。'), qPrintable(line));
        QCOMPARE(lines.filter(QRegularExpression(QStringLiteral("^（[0-9]+）任务"))).size(), 40);
    }

    void pageNumbersAndHeadsAreLeftOutAndNamed() {
        QPdfWriter writer(file("heads.pdf"));
        prepare(writer);
        QPainter painter(&writer);
        painter.setFont(font());
        for (int page = 1; page <= 4; ++page) {
            painter.drawText(QPoint(300, 60), QStringLiteral("某县人民政府文件"));
            painter.drawText(QPoint(300, 900), QStringLiteral("第%1条 内容。").arg(page));
            painter.drawText(QPoint(1000, 3200), QStringLiteral("- %1 -").arg(page));
            if (page < 4) writer.newPage();
        }
        painter.end();
        const auto text = layers::pdfText(file("heads.pdf").toStdString(), {});
        QVERIFY(text);
        QCOMPARE(QString::fromStdString(text->text),
                 QStringLiteral("第1条 内容。\n第2条 内容。\n第3条 内容。\n第4条 内容。\n"));
        QCOMPARE(text->warnings.size(), std::size_t{1});
        QCOMPARE(text->warnings[0].kind, std::string("running_heads_left_out"));
        const std::string named = gis::describe(text->warnings[0]);
        QVERIFY2(named.find("某县人民政府文件") != std::string::npos, named.c_str());
    }

    /// Lines of a column begin a little apart, and three columns stand side by side.
    void columnsWithRaggedEdges_data() {
        QTest::addColumn<int>("columns");
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }
    void columnsWithRaggedEdges() {
        QFETCH(int, columns);
        const QString path = file(columns == 2 ? "ragged2.pdf" : "ragged3.pdf");
        QPdfWriter writer(path);
        prepare(writer);
        QPainter painter(&writer);
        painter.setFont(font(9));
        QString wanted;
        const int width = columns == 2 ? 1150 : 770;
        for (int column = 0; column < columns; ++column)
            for (int i = 0; i < 30; ++i) {
                const QString line = QStringLiteral("第%1栏第%2行沿街店铺门前应当保持").arg(column + 1).arg(i + 10);
                painter.drawText(QPoint(150 + column * width + (i * 7) % 5, 300 + i * 70), line);
                wanted += line;
            }
        painter.end();
        QCOMPARE(textOf(path).remove(u'\n'), wanted);
    }

    /// The file draws line by line across both columns; they are read one after the other, under a title over both.
    void columnsAreReadOneAfterTheOther() {
        QPdfWriter writer(file("columns.pdf"));
        prepare(writer);
        QPainter painter(&writer);
        painter.setFont(font());
        painter.drawText(QPoint(500, 250), QStringLiteral("关于规范沿街广告设置并加强日常巡查管理的通告"));
        QString left;
        QString right;
        const QString line = QStringLiteral("城区主要街道两侧建筑立面上的广告设");
        for (int i = 0; i < 12; ++i) {
            painter.drawText(QPoint(150, 400 + i * 90), line);
            painter.drawText(QPoint(1250, 400 + i * 90), QStringLiteral("右栏文字沿街店铺门前应当保持清洁无"));
            left += line;
            right += QStringLiteral("右栏文字沿街店铺门前应当保持清洁无");
        }
        painter.end();
        const QString text = textOf(file("columns.pdf"));
        QCOMPARE(text.section(u'\n', 0, 0), QStringLiteral("关于规范沿街广告设置并加强日常巡查管理的通告"));
        QCOMPARE(QString(text).remove(u'\n').mid(text.indexOf(u'\n')), left + right);
    }

    void cellsOfARowArePartedByTabs() {
        QPdfWriter writer(file("table.pdf"));
        prepare(writer);
        QPainter painter(&writer);
        painter.setFont(font());
        const QStringList cells{QStringLiteral("1"), QStringLiteral("鹭江左岸堤防"), QStringLiteral("2026.6")};
        painter.drawText(QPoint(200, 200), sentence);
        for (int row = 0; row < 3; ++row)
            for (int i = 0; i < 3; ++i) painter.drawText(QPoint(200 + i * 700, 400 + row * 120), cells[i]);
        painter.drawText(QPoint(200, 900), sentence);
        painter.end();
        QCOMPARE(textOf(file("table.pdf")),
                 sentence + u'\n' + (cells.join(u'\t') + u'\n').repeated(3) + sentence + u'\n');
    }

    void scansAreRefusedAndSinglePicturesNamed() {
        for (const bool withText : {false, true}) {
            QPdfWriter writer(file("scan.pdf"));
            prepare(writer);
            QPainter painter(&writer);
            painter.setFont(font());
            painter.fillRect(100, 100, 500, 500, Qt::gray);
            writer.newPage();
            if (withText) painter.drawText(QPoint(300, 300), QStringLiteral("文"));
            painter.end();
            const auto text = layers::pdfText(file("scan.pdf").toStdString(), {});
            QCOMPARE(bool(text), withText);
            if (withText)
                QCOMPARE(text->warnings.at(0).kind, std::string("pages_without_text"));
            else
                QVERIFY(gis::describe(text.error()).find("2 pages and no text, only pictures") != std::string::npos);
        }
    }

    void encryptedAndDamagedAreSaid() {
        print(file("plain.pdf"), {sentence}, 0);
        QPDF pdf;
        pdf.processFile(file("plain.pdf").toUtf8().constData());
        QPDFWriter writer(pdf, file("locked.pdf").toUtf8().constData());
        writer.setR6EncryptionParameters("geheim", "geheim", true, true, true, true, true, true, qpdf_r3p_full, true);
        writer.write();
        QVERIFY2(textOf(file("locked.pdf")).contains(QStringLiteral("encrypted")),
                 qPrintable(textOf(file("locked.pdf"))));
        QFile whole(file("plain.pdf"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QFile part(file("part.pdf"));
        QVERIFY(part.open(QIODevice::WriteOnly) && part.write(whole.read(300)) == 300);
        part.close();
        QVERIFY2(textOf(file("part.pdf")).contains(QStringLiteral("damaged")), qPrintable(textOf(file("part.pdf"))));
    }

    void printedBlanksAreTakenBack() {
        const auto cleaned = [](const char32_t* text) {
            const std::u32string made = layers::cleanedLine(text);
            return QString::fromUcs4(made.data(), static_cast<qsizetype>(made.size()));
        };
        QCOMPARE(cleaned(U"到 2027 年，新增 5G 基站"), QStringLiteral("到2027年，新增5G基站"));
        QCOMPARE(cleaned(U"1.1 范围"), QStringLiteral("1.1 范围"));
        QCOMPARE(cleaned(U"2 术 语"), QStringLiteral("2 术 语"));
        QCOMPARE(cleaned(U"2023 年 3 月"), QStringLiteral("2023年3月"));
        QCOMPARE(cleaned(U"山地绿道 mountain greenway"), QStringLiteral("山地绿道 mountain greenway"));
        QCOMPARE(cleaned(U"⼀、\u0002\u2F08⺠⻓"), QStringLiteral("一、人民长"));
    }
};

QTEST_MAIN(TestPdfText)
#include "test_pdf_text.moc"
