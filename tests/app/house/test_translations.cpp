// SPDX-License-Identifier: Apache-2.0
// zh_CN is complete: what lupdate finds in the sources stands, translated, in translations/tuce_zh_CN.ts.
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Entry {
    QString context, source, translation;
    bool finished = true;
};

QList<Entry> entriesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"message") entries.append({context, {}, {}, true});
        if (xml.name() == u"source") entries.last().source = xml.readElementText();
        if (xml.name() == u"translation") {
            entries.last().finished = xml.attributes().value(QLatin1String("type")) != u"unfinished";
            entries.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return entries;
}

QStringList placesOf(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%L?[1-9n]"));
    QStringList places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) places << matches.next().captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QList<Entry> m_entries;

private Q_SLOTS:
    void initTestCase() {
        const QString ts = m_folder.filePath(QStringLiteral("now.ts"));
        QVERIFY(QFile::copy(QStringLiteral(TUCE_SOURCE_DIR "/translations/tuce_zh_CN.ts"), ts));
        QFile::setPermissions(ts, QFile::ReadOwner | QFile::WriteOwner);
        QProcess update;
        update.start(QStringLiteral(TUCE_SOURCE_DIR "/translations/update"), {ts});
        QVERIFY(update.waitForFinished(120'000));
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
        m_entries = entriesOf(ts);
    }

    void findsTheStrings() {
        QVERIFY2(m_entries.size() > 200, qPrintable(QString::number(m_entries.size())));
        const bool base = std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry& entry) {
            return entry.context == u"gis" && entry.source == u"canceled; nothing was written";
        });
        QVERIFY(base);
    }

    void eachHasAChineseTranslation() {
        QStringList bad;
        for (const Entry& entry : m_entries)
            if (!entry.finished || entry.translation.isEmpty())
                bad << entry.context + QStringLiteral(": ") + entry.source;
        QVERIFY2(bad.isEmpty(), qPrintable(QStringLiteral("\n") + bad.join(u'\n')));
    }

    void argumentsSurvive() {
        QStringList bad;
        for (const Entry& entry : m_entries)
            if (placesOf(entry.source) != placesOf(entry.translation))
                bad << entry.context + QStringLiteral(": ") + entry.source;
        QVERIFY2(bad.isEmpty(), qPrintable(QStringLiteral("\n") + bad.join(u'\n')));
    }

    void contextsAreThoseAskedAtRunTime() {
        // message("gis", …) asks for its own context; a wrong one would silently stay English.
        QStringList bad;
        for (const Entry& entry : m_entries)
            if (entry.context.isEmpty() || entry.context == u"CLI")
                bad << entry.context + QStringLiteral(": ") + entry.source;
        QVERIFY2(bad.isEmpty(), qPrintable(QStringLiteral("\n") + bad.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
