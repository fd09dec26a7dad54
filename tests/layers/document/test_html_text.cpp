// SPDX-License-Identifier: Apache-2.0
// What a page shows: lines, lists, tables, hidden things, and which encoding it is in.
#include <QStringEncoder>
#include <QtTest>

#include "layers/document/HtmlCharset.h"
#include "layers/document/HtmlText.h"

namespace {

QString shown(const std::string& html) {
    const auto text = layers::htmlLines(html, {});
    return text ? QString::fromStdString(text->text) : QStringLiteral("error");
}

}  // namespace

class TestHtmlText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksAreLines() {
        QCOMPARE(
            shown("<title>no</title><h1>题</h1><p>甲 <b>乙</b>\n丙<p>a\n  b<br>c<div>d<span>e</span></div>f"),
            QStringLiteral("题\n\n甲 乙丙\n\na b\nc\n\nd e\nf\n").replace(QStringLiteral("d e"), QStringLiteral("de")));
    }

    void entitiesAndPreformatted() {
        QCOMPARE(shown("<p>&lt;&amp;&#x4E2D;&ldquo;x&rdquo;</p><pre>a\n\n  b</pre>"),
                 QStringLiteral("<&中“x”\n\na\n\n  b\n"));
    }

    void hiddenThingsAreLeftOut() {
        QCOMPARE(shown("<nav>首页</nav><script>var a='一、x'</script><style>p{}</style><p style='display: none'>隐</p>"
                       "<p hidden>隐</p><div aria-hidden=true>隐</div><noscript>隐</noscript><footer>版权</footer>"
                       "<aside>侧</aside><select><option>选</select><!-- 隐 --><p>文"),
                 QStringLiteral("文\n"));
    }

    void orderedListsPrintTheirNumbers() {
        QCOMPARE(shown("<ol><li>甲<li>乙</ol><ol start=3 type=a><li>丙<li value=7>丁</ol>"
                       "<ol style='list-style-type:cjk-ideographic'><li>戊</ol><ul><li>己</ul>"
                       "<ol><li><a href=x>菜单</a></ol>"),
                 QStringLiteral("1. 甲\n2. 乙\nc. 丙\ng. 丁\n一、戊\n己\n菜单\n"));
    }

    void tablesRowByRow() {
        const auto text = layers::htmlLines(
            "<table><tr><th>序号<th>项目<th>投资<tr><td rowspan=2>1<td>港<td>2.5<tr><td colspan=2>路</table>"
            "<table><tr><td><p>一、甲</p><p>乙。</p></td></tr></table>",
            {});
        QVERIFY(text);
        QCOMPARE(QString::fromStdString(text->text),
                 QStringLiteral("序号\t项目\t投资\n1\t港\t2.5\n\t路\t\n一、甲\n乙。\n"));
        QCOMPARE(text->tables, (std::vector<layers::LineRange>{{0, 3}}));
    }

    void encodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("basis");
        QTest::addColumn<bool>("warned");
        const QByteArray words("关于做好道路养护工作的通知");
        const QByteArray gbk = QByteArray::fromHex("b9d8d3dad7f6bac3b5c0c2b7d1f8bba4b9a4d7f7b5c4cda8d6aa");
        const auto page = [](const QByteArray& charset, const QByteArray& text) {
            return "<html><head><meta charset=\"" + charset + "\"></head><body><p>" + text + "</p></body></html>";
        };
        QTest::newRow("declared") << page("gb2312", gbk) << QByteArray() << QByteArray("GB18030")
                                  << QByteArray("declared") << false;
        QTest::newRow("old way") << "<meta http-equiv=Content-Type content='text/html; charset=GBK'><p>" + gbk
                                 << QByteArray() << QByteArray("GB18030") << QByteArray("declared") << false;
        QTest::newRow("declared UTF-8") << page("utf-8", words) << QByteArray() << QByteArray("UTF-8")
                                        << QByteArray("declared") << false;
        QTest::newRow("wrong word") << page("gb2312", words) << QByteArray() << QByteArray("UTF-8")
                                    << QByteArray("content") << true;
        QTest::newRow("no word") << "<p>" + gbk << QByteArray() << QByteArray("GB18030") << QByteArray("content")
                                 << false;
        QTest::newRow("mark") << "\xEF\xBB\xBF<meta charset=gbk><p>" + words << QByteArray() << QByteArray("UTF-8")
                              << QByteArray("mark") << false;
        QTest::newRow("asked") << "<p>" + gbk << QByteArray("GB18030") << QByteArray("GB18030") << QByteArray("asked")
                               << false;
    }
    void encodings() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, asked);
        const auto page = layers::decodePage(bytes.toStdString(), asked.toStdString(), "p.html");
        QVERIFY(page);
        QTEST(QByteArray::fromStdString(page->decoded.encoding), "encoding");
        QTEST(QByteArray::fromStdString(page->basis), "basis");
        QTEST(!page->decoded.warnings.empty(), "warned");
        QVERIFY(page->decoded.text.find("关于做好道路养护工作的通知") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHtmlText)
#include "test_html_text.moc"
