// SPDX-License-Identifier: Apache-2.0
// What a .docx prints: automatic numbers, tracked changes, tables, text boxes, notes, fields.
#include <QTemporaryDir>
#include <QtTest>

#include "layers/document/DocxText.h"
#include "tests/support/OfficeFiles.h"

using support::inList;
using support::paragraph;
using support::run;

namespace {

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstractList(int id, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string list(int id, int abstract, const std::string& overrides = {}) {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract) +
           "\"/>" + overrides + "</w:num>";
}
std::string startOverride(int at, int start) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(at) + "\"><w:startOverride w:val=\"" + std::to_string(start) +
           "\"/></w:lvlOverride>";
}

}  // namespace

class TestDocxText : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    layers::DocumentText read(const support::Docx& document) {
        const QString path = m_folder.filePath(QStringLiteral("a.docx"));
        if (!support::writeArchive(path, support::docxParts(document))) return {};
        auto text = layers::docxText(path.toStdString(), {});
        if (!text) qWarning("%s", gis::describe(text.error()).c_str());
        return text ? *text : layers::DocumentText();
    }
    QString textOf(const support::Docx& document) { return QString::fromStdString(read(document).text); }

private Q_SLOTS:
    void paragraphsTabsAndBreaks() {
        const std::string body = paragraph("甲 乙") + paragraph("") +
                                 "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
                                 "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:br w:type=\"page\"/></w:r></w:p>";
        QCOMPARE(textOf({body, {}, {}, {}}), QStringLiteral("甲 乙\n\na\tb\nc-d\n"));
    }

    void chineseListsAreNumberedAsPrinted() {
        const std::string numbering =
            abstractList(1, level(0, "japaneseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                                level(2, "decimal", "%3.") + level(3, "decimalEnclosedCircle", "%4")) +
            list(1, 1);
        const std::string body = paragraph("总体要求", inList(1)) + paragraph("指导思想。", inList(1, 1)) +
                                 paragraph("基本原则。", inList(1, 1)) + paragraph("生态优先", inList(1, 2)) +
                                 paragraph("禁止", inList(1, 3)) + paragraph("限制", inList(1, 3)) +
                                 paragraph("重点任务", inList(1)) + paragraph("修路。", inList(1, 1));
        QCOMPARE(textOf({body, numbering, {}, {}}),
                 QStringLiteral("一、总体要求\n（一）指导思想。\n（二）基本原则。\n1. 生态优先\n① 禁止\n② 限制\n"
                                "二、重点任务\n（一）修路。\n"));
    }

    void levelsShowTheOnesAbove() {
        const std::string numbering = abstractList(5, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                                                          level(2, "lowerLetter", "%1.%2.%3)")) +
                                      list(2, 5);
        const std::string body = paragraph("总则", inList(2)) + paragraph("范围", inList(2, 1)) +
                                 paragraph("甲", inList(2, 2)) + paragraph("乙", inList(2, 2)) +
                                 paragraph("术语", inList(2)) + paragraph("绿道", inList(2, 1));
        QCOMPARE(textOf({body, numbering, {}, {}}),
                 QStringLiteral("1 总则\n1.1 范围\n1.1.a) 甲\n1.1.b) 乙\n2 术语\n2.1 绿道\n"));
    }

    void articlesRunOnOverChapters() {
        const std::string numbering =
            abstractList(1, level(0, "chineseCountingThousand", "第%1章") +
                                level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>")) +
            list(1, 1);
        const std::string body = paragraph("总则", inList(1)) + paragraph("为了", inList(1, 1)) +
                                 paragraph("在本县", inList(1, 1)) + paragraph("管理", inList(1)) +
                                 paragraph("船舶", inList(1, 1));
        QCOMPARE(textOf({body, numbering, {}, {}}),
                 QStringLiteral("第一章 总则\n第一条 为了\n第二条 在本县\n第二章 管理\n第三条 船舶\n"));
    }

    void startsAndOverrides() {
        const std::string numbering = abstractList(1, level(0, "decimal", "%1.", "<w:suff w:val=\"nothing\"/>")) +
                                      list(1, 1) + list(2, 1, startOverride(0, 1)) + list(3, 1, startOverride(0, 7));
        const std::string body = paragraph("a", inList(1)) + paragraph("b", inList(1)) + paragraph("c", inList(2)) +
                                 paragraph("d", inList(2)) + paragraph("e", inList(3)) + paragraph("f", inList(1));
        QCOMPARE(textOf({body, numbering, {}, {}}), QStringLiteral("1.a\n2.b\n1.c\n2.d\n7.e\n8.f\n"));
    }

    void stylesCarryNumbersAndCanLoseThem() {
        const std::string styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
            "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"H1\"/>"
            "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"H2b\"><w:name w:val=\"own\"/><w:basedOn "
            "w:val=\"H2\"/></w:style>";
        const std::string numbering =
            abstractList(1, level(0, "japaneseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>") +
                                level(1, "japaneseCounting", "（%2）", "<w:pStyle w:val=\"H2\"/>")) +
            list(1, 1);
        const auto styled = [](const char* style, const char* text, const std::string& more = {}) {
            return paragraph(text, std::string("<w:pStyle w:val=\"") + style + "\"/>" + more);
        };
        const std::string body = styled("H1", "甲") + styled("H2", "乙") + styled("H2b", "丙") +
                                 styled("H1", "丁", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("H1", "戊");
        QCOMPARE(textOf({body, numbering, styles, {}}), QStringLiteral("一、甲\n（一）乙\n（二）丙\n丁\n二、戊\n"));
    }

    void aListMayStandUnderTheNameOfAStyle() {
        const std::string numbering =
            "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"S\"/>" + level(0, "upperRoman", "%1.") +
            "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>" +
            list(4, 2);
        QCOMPARE(textOf({paragraph("x", inList(4)) + paragraph("y", inList(4)), numbering, {}, {}}),
                 QStringLiteral("I. x\nII. y\n"));
    }

    void trackedChanges() {
        const std::string body =
            "<w:p>" + run("建设") + "<w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\">" +
            run("新") + "</w:ins>" + run("港") +
            "</w:p>"
            // A paragraph whose end was deleted goes on in the next.
            "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" +
            run("前半") + "</w:p>" + paragraph("后半") + "<w:p><w:moveFrom w:id=\"4\">" + run("移走") +
            "</w:moveFrom><w:moveTo w:id=\"5\">" + run("移来") + "</w:moveTo></w:p>" +
            "<w:tbl><w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr><w:tc>" + paragraph("删行") +
            "</w:tc></w:tr><w:tr><w:tc>" + paragraph("留行") + "</w:tc></w:tr></w:tbl>";
        const layers::DocumentText text = read({body, {}, {}, {}});
        QCOMPARE(QString::fromStdString(text.text), QStringLiteral("建设新港\n前半后半\n移来\n留行\n"));
        QCOMPARE(text.warnings.size(), std::size_t{1});
        QCOMPARE(text.warnings[0].kind, std::string("deletions_left_out"));
    }

    void tablesOfDataAndOfLayout() {
        const auto cell = [](const std::string& inner, const std::string& properties = {}) {
            return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inner + "</w:tc>";
        };
        const std::string data =
            "<w:tbl><w:tr>" + cell(paragraph("序号")) + cell(paragraph("项目")) + cell(paragraph("投资")) +
            "</w:tr><w:tr>" + cell(paragraph("一、续建"), "<w:gridSpan w:val=\"3\"/>") + "</w:tr><w:tr>" +
            cell(paragraph("1")) + cell(paragraph("港") + paragraph("口")) + cell(paragraph("")) + "</w:tr></w:tbl>";
        const std::string layout = "<w:tbl><w:tr>" + cell(paragraph("一、甲") + paragraph("乙。")) + "</w:tr></w:tbl>";
        const layers::DocumentText text = read({paragraph("表1") + data + layout, {}, {}, {}});
        QCOMPARE(QString::fromStdString(text.text),
                 QStringLiteral("表1\n序号\t项目\t投资\n一、续建\t\t\n1\t港 口\t\n一、甲\n乙。\n"));
        QCOMPARE(text.tables, (std::vector<layers::LineRange>{{1, 4}}));
    }

    void textBoxesOnceAndBehindTheirParagraph() {
        const std::string box = "<w:txbxContent>" + paragraph("框中") + "</w:txbxContent>";
        const std::string body =
            "<w:p>" + run("正文") +
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:txbx>" + box +
            "</wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("。") +
            "</w:p><w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("旧框") +
            "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
        QCOMPARE(textOf({body, {}, {}, {}}), QStringLiteral("正文。\n框中\n\n旧框\n"));
    }

    void notesFieldsHiddenTextAndSymbols() {
        const std::string body =
            "<w:p>" + run("甲") +
            "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/>"
            "</w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
            run("7") +
            "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Webdings\" "
            "w:char=\"F021\"/></w:r></w:p>";
        const std::string notes = "<w:footnote w:id=\"-1\">" + paragraph("sep") +
                                  "</w:footnote><w:footnote w:id=\"2\">" + paragraph(" 注文") + "</w:footnote>";
        const layers::DocumentText text = read({body, {}, {}, notes});
        QCOMPARE(QString::fromStdString(text.text), QStringLiteral("甲7✓\n[1] 注文\n"));
        QStringList kinds;
        for (const gis::Warning& warning : text.warnings) kinds << QString::fromStdString(warning.kind);
        QCOMPARE(kinds, (QStringList{QStringLiteral("notes_apart"), QStringLiteral("hidden_left_out"),
                                     QStringLiteral("unknown_signs")}));
    }

    void contentsKeepTheirDots() {
        const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"10\"><w:name w:val=\"toc 1\"/></w:style>";
        const std::string body = "<w:sdt><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"10\"/></w:pPr>" +
                                 run("一、总体要求") + "<w:r><w:tab/></w:r>" + run("3") +
                                 "</w:p></w:sdtContent></w:sdt>";
        QCOMPARE(textOf({body, {}, styles, {}}), QStringLiteral("一、总体要求……3\n"));
    }
};

QTEST_GUILESS_MAIN(TestDocxText)
#include "test_docx_text.moc"
