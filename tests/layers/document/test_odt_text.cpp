// SPDX-License-Identifier: Apache-2.0
// What an .odt prints: list and heading numbers, blanks, changes, tables, frames, notes.
#include <QTemporaryDir>
#include <QtTest>

#include "layers/document/OdtText.h"
#include "tests/support/OfficeFiles.h"

namespace {

std::string number(int level, const std::string& format, const std::string& prefix, const std::string& suffix,
                   const std::string& more = {}) {
    return "<text:list-level-style-number text:level=\"" + std::to_string(level) + "\" style:num-format=\"" + format +
           "\" style:num-prefix=\"" + prefix + "\" style:num-suffix=\"" + suffix + "\" " + more + "/>";
}
std::string item(const std::string& inner, const std::string& attributes = {}) {
    return "<text:list-item " + attributes + ">" + inner + "</text:list-item>";
}
std::string p(const std::string& text) { return "<text:p>" + text + "</text:p>"; }

}  // namespace

class TestOdtText : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    layers::DocumentText read(const std::string& text, const std::string& automatic = {},
                              const std::string& styles = {}) {
        const QString path = m_folder.filePath(QStringLiteral("a.odt"));
        if (!support::writeArchive(path, support::odtParts(text, automatic, styles))) return {};
        auto made = layers::odtText(path.toStdString(), {});
        if (!made) qWarning("%s", gis::describe(made.error()).c_str());
        return made ? *made : layers::DocumentText();
    }
    QString textOf(const std::string& text, const std::string& automatic = {}, const std::string& styles = {}) {
        return QString::fromStdString(read(text, automatic, styles).text);
    }

private Q_SLOTS:
    void blanksTabsAndBreaks() {
        QCOMPARE(textOf(p("  a \n b<text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e") + p("")),
                 QStringLiteral("a b  c\td\ne\n\n"));
    }

    void listsAreNumberedAsPrinted() {
        const std::string style = "<text:list-style style:name=\"L\">" + number(1, "一, 二, 三, ...", "", "、") +
                                  number(2, "1", "(", ")") + "</text:list-style>";
        const std::string inner = "<text:list>" + item(p("甲")) + item(p("乙")) + "</text:list>";
        const std::string text = "<text:list text:style-name=\"L\">" + item(p("要求") + inner) +
                                 item(p("任务") + p("续")) + "</text:list>" + p("间") +
                                 "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">" +
                                 item(p("保障") + inner) + item(p("附"), "text:start-value=\"9\"") +
                                 "</text:list><text:list text:style-name=\"L\">" + item(p("新")) + "</text:list>";
        QCOMPARE(
            textOf(text, style),
            QStringLiteral("一、要求\n(1) 甲\n(2) 乙\n二、任务\n续\n间\n三、保障\n(1) 甲\n(2) 乙\n九、附\n一、新\n"));
    }

    void headingsAreNumberedByTheOutline() {
        const std::string styles =
            "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" "
            "loext:num-list-format=\"第%1%章\"/><text:outline-level-style text:level=\"2\" style:num-format=\"1\" "
            "text:display-levels=\"1\"/></text:outline-style>";
        const std::string text =
            "<text:h text:outline-level=\"1\">总则</text:h><text:h text:outline-level=\"2\">范围</text:h>"
            "<text:h text:outline-level=\"1\" text:is-list-header=\"true\">附</text:h>"
            "<text:h text:outline-level=\"1\">管理</text:h>";
        QCOMPARE(textOf(text, {}, styles), QStringLiteral("第一章 总则\n1 范围\n附\n第二章 管理\n"));
    }

    void changesTablesFramesAndNotes() {
        const std::string text = "<text:tracked-changes><text:changed-region><text:deletion>" + p("删去") +
                                 "</text:deletion></text:changed-region></text:tracked-changes>" +
                                 p("正文<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
                                   p("注文") + "</text:note-body></text:note><draw:frame><draw:text-box>" + p("框中") +
                                   "</draw:text-box></draw:frame>。") +
                                 "<table:table><table:table-header-rows><table:table-row><table:table-cell>" +
                                 p("序号") + "</table:table-cell><table:table-cell>" + p("项目") +
                                 "</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
                                 "<table:table-cell table:number-columns-spanned=\"2\">" +
                                 p("一、续建") +
                                 "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>";
        const layers::DocumentText read = this->read(text);
        QCOMPARE(QString::fromStdString(read.text), QStringLiteral("正文。\n框中\n序号\t项目\n一、续建\t\n[1] 注文\n"));
        QCOMPARE(read.tables, (std::vector<layers::LineRange>{{2, 4}}));
        QCOMPARE(read.warnings.size(), std::size_t{2});
    }

    void encryptedIsSaid() {
        const QString path = m_folder.filePath(QStringLiteral("e.odt"));
        support::Parts parts = support::odtParts(p("x"));
        parts.emplace_back("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
        QVERIFY(support::writeArchive(path, parts));
        const auto text = layers::odtText(path.toStdString(), {});
        QVERIFY(!text);
        QVERIFY(gis::describe(text.error()).find("encrypted") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestOdtText)
#include "test_odt_text.moc"
