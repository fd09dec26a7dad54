// SPDX-License-Identifier: Apache-2.0
// Files that were made to hurt, or are not what they say: refused or read within the stated limits.
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "layers/document/DocumentKind.h"
#include "layers/document/DocumentReader.h"
#include "layers/document/DocxText.h"
#include "layers/document/HtmlText.h"
#include "tests/support/CliRun.h"
#include "tests/support/OfficeFiles.h"

using support::Parts;

class TestHostileDocuments : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    std::string file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    std::string docx(const Parts& parts) const {
        const QString path = m_folder.filePath(QStringLiteral("h.docx"));
        return support::writeArchive(path, parts) ? path.toStdString() : std::string();
    }
    static QByteArray told(const gis::Result<layers::DocumentText>& text) {
        return text ? QByteArray("no error") : QByteArray::fromStdString(gis::describe(text.error()));
    }

private Q_SLOTS:
    void bombsAreStoppedByWhatComesOut() {
        const std::string body(40'000'000, ' ');
        Parts parts = support::docxParts({"<w:p/>" + body, {}, {}, {}});
        layers::DocumentLimits limits;
        const auto byRatio = layers::docxText(docx(parts), limits);
        QVERIFY2(told(byRatio).contains("limit of 200 set by --max-ratio"), told(byRatio));
        QCOMPARE(byRatio.error().code, gis::ErrorCode::Refused);
        limits.ratio = 1'000'000;
        QVERIFY(layers::docxText(docx(parts), limits));
        limits.unpackedMegabytes = 20;
        const auto bySize = layers::docxText(docx(parts), limits);
        QVERIFY2(told(bySize).contains("limit of 20 set by --max-unpacked-mb"), told(bySize));
    }

    void manyMembersAreRefusedAndTheOptionHelps() {
        Parts parts = support::docxParts({support::paragraph("文"), {}, {}, {}});
        for (int i = 0; i < 50; ++i) parts.emplace_back("junk/" + std::to_string(i), "x");
        layers::DocumentLimits limits;
        limits.members = 40;
        const std::string path = docx(parts);
        const auto refused = layers::docxText(path, limits);
        QVERIFY2(told(refused).contains("limit of 40 set by --max-members"), told(refused));
        limits.members = 100;
        QVERIFY(layers::docxText(path, limits));
    }

    void namesThatClimbAreNotFollowed() {
        Parts parts = support::docxParts({support::paragraph("文"), {}, {}, {}});
        parts.emplace_back("../../climbed.txt", "x");
        parts.emplace_back("/absolute.txt", "x");
        for (auto& [name, bytes] : parts)
            if (name == "word/_rels/document.xml.rels")
                bytes.insert(bytes.rfind("</"),
                             "<Relationship Id=\"x\" Type=\"a/numbering\" Target=\"../../../etc/passwd\"/>"
                             "<Relationship Id=\"y\" Type=\"a/styles\" TargetMode=\"External\" "
                             "Target=\"http://127.0.0.1/x\"/>");
        const auto text = layers::docxText(docx(parts), {});
        QVERIFY2(bool(text), told(text));
        QCOMPARE(text->text, std::string("文\n"));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("../../climbed.txt"))));
    }

    void entitiesAreRefused() {
        Parts parts = support::docxParts({support::paragraph("文"), {}, {}, {}});
        for (auto& [name, bytes] : parts)
            if (name == "word/document.xml")
                bytes.insert(bytes.find("<w:document"), "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>");
        const auto text = layers::docxText(docx(parts), {});
        QVERIFY2(told(text).contains("declares a document type"), told(text));
        QCOMPARE(text.error().code, gis::ErrorCode::Refused);
    }

    void manyTagsAreRefusedBeforeTheyAreParsed_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("open blocks") << QByteArray("<div>") << QByteArray("--max-depth");
        QTest::newRow("open marks") << QByteArray("<b class=\"x>y\">") << QByteArray("--max-depth");
        QTest::newRow("paragraphs") << QByteArray("<p>文") << QByteArray("--max-elements");
        QTest::newRow("pictures") << QByteArray("<IMG src='a'>") << QByteArray("--max-elements");
    }
    void manyTagsAreRefusedBeforeTheyAreParsed() {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, option);
        layers::DocumentLimits limits;
        limits.elements = 20'000;
        const std::string page = "<html><body>" + tag.repeated(option == "--max-depth" ? 5'000 : 50'000).toStdString();
        const auto read = layers::htmlLines(page, limits);
        QVERIFY2(told(read).contains(option), told(read));
    }
    void whatIsNoTagCountsNothing() {
        const std::string quiet(2'000, '<');
        layers::DocumentLimits limits;
        limits.elements = 10;
        limits.depth = 12;
        std::string page = "<html><body><!--";
        for (int i = 0; i < 100; ++i) page += "<div>";
        page += "--><script>";
        for (int i = 0; i < 100; ++i) page += "'<div>' ";
        page += "</script><p title=\"<div><div><div>\">正文 3 < 5</p>" + quiet;
        const auto read = layers::htmlLines(page, limits);
        QVERIFY2(read.has_value(), told(read));
        QVERIFY(read->text.find("正文 3 < 5") != std::string::npos);
    }
    void deepNestingIsRefused() {
        std::string body;
        for (int i = 0; i < 3000; ++i) body += "<w:ins>";
        body += support::paragraph("文");
        for (int i = 0; i < 3000; ++i) body += "</w:ins>";
        const std::string path = docx(support::docxParts({body, {}, {}, {}}));
        const auto text = layers::docxText(path, {});
        QVERIFY2(told(text).contains("limit of 1000 set by --max-depth"), told(text));
        layers::DocumentLimits limits;
        limits.depth = 4000;
        const auto raised = layers::docxText(path, limits);
        QVERIFY2(bool(raised), told(raised));
        QCOMPARE(raised->text, std::string("文\n"));
        std::string page;
        for (int i = 0; i < 20'000; ++i) page += "<div>";
        const auto deep = layers::htmlLines(page + "文", {});
        QVERIFY2(told(deep).contains("--max-depth"), told(deep));
    }

    void threeHundredKilobytesWithoutABreak() {
        std::string line;
        for (int i = 0; i < 100'000; ++i) line += "县";
        const auto page = layers::htmlLines("<p>" + line, {});
        QVERIFY(page);
        QCOMPARE(page->text, line + "\n");
        const auto document = layers::docxText(docx(support::docxParts({support::paragraph(line), {}, {}, {}})), {});
        QVERIFY(document);
        QCOMPARE(document->text, line + "\n");
    }

    void stylesThatBiteTheirTails() {
        const std::string styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
        const auto text = layers::docxText(
            docx(support::docxParts({support::paragraph("文", "<w:pStyle w:val=\"A\"/>"), {}, styles, {}})), {});
        QVERIFY(text);
        QCOMPARE(text->text, std::string("文\n"));
    }

    void cutOffArchives() {
        const std::string whole = docx(support::docxParts({support::paragraph("文"), {}, {}, {}}));
        const QByteArray bytes = support::bytesOf(QString::fromStdString(whole));
        for (const double share : {0.1, 0.5, 0.9, 0.99}) {
            const auto size = static_cast<qsizetype>(share * static_cast<double>(bytes.size()));
            QVERIFY(support::writeBytes(QString::fromStdString(file("cut.docx")), bytes.left(size)));
            const auto text = layers::docxText(file("cut.docx"), {});
            QVERIFY2(told(text).contains("damaged or cut off"), told(text));
        }
    }

    void filesThatAreNotWhatTheySay_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("archive as txt") << QByteArray("a.txt") << QByteArray("PK\x03\x04rest", 8)
                                        << QByteArray("ends in .txt but is .zip");
        QTest::newRow("pdf as html") << QByteArray("a.html") << QByteArray("%PDF-1.7") << QByteArray("but is .pdf");
        QTest::newRow("page as docx") << QByteArray("a.docx") << QByteArray("<html>x")
                                      << QByteArray("ends in .docx but is .html");
        QTest::newRow("text as pdf") << QByteArray("a.pdf") << QByteArray("hello there")
                                     << QByteArray("ends in .pdf but is .txt");
        QTest::newRow("rtf as docx") << QByteArray("a.docx") << QByteArray("{\\rtf1 x}") << QByteArray("but is .rtf");
        QTest::newRow("old office file") << QByteArray("a.docx")
                                         << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0')
                                         << QByteArray("but is .doc; open it in a word processor");
        QTest::newRow("encrypted docx") << QByteArray("a.docx")
                                        << QByteArray::fromHex("d0cf11e0a1b11ae1") +
                                               QByteArray(reinterpret_cast<const char*>(u"EncryptedPackage"), 32)
                                        << QByteArray("encrypted; save it without a password");
        for (const char* name : {"a.docx", "a.odt", "a.pdf", "a.html"})
            QTest::newRow(qPrintable(QStringLiteral("empty ") + QLatin1String(name)))
                << QByteArray(name) << QByteArray() << QByteArray("the file is empty");
        QTest::newRow("no document") << QByteArray("a.wps") << QByteArray("x")
                                     << QByteArray(
                                            "cannot read .wps; available: .txt, .md, .html, .htm, .docx, .odt, "
                                            ".pdf");
    }
    void filesThatAreNotWhatTheySay() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, told);
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QVERIFY(support::writeBytes(path, bytes));
        const QByteArray said = this->told(layers::readDocumentText(path.toStdString()));
        QVERIFY2(said.contains(told) && said.contains(name), said);
    }

    void tooLargeAFileIsNotOpened() {
        QFile large(m_folder.filePath(QStringLiteral("large.pdf")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(65LL * 1024 * 1024));
        const QByteArray said = told(layers::readDocumentText(file("large.pdf")));
        QVERIFY2(said.contains("limit of 64 set by --max-document-mb"), said);
    }
};

QTEST_GUILESS_MAIN(TestHostileDocuments)
#include "test_hostile_documents.moc"
