// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QXmlStreamWriter>
#include <string>

#include "layers/style/Style.h"

namespace layers {

/// Writes the XML of QGIS's layer styles.
class QmlXml {
public:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    QmlXml() : m_xml(&m_text) {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
    }

    void start(const char* name, Attributes attributes = {}) {
        m_xml.writeStartElement(QString::fromLatin1(name));
        for (const auto& [key, value] : attributes) m_xml.writeAttribute(QString::fromLatin1(key), value);
    }
    void end() { m_xml.writeEndElement(); }
    void empty(const char* name, Attributes attributes) {
        start(name, attributes);
        end();
    }
    void characters(const QString& text) { m_xml.writeCharacters(text); }
    /// One property of a symbol layer.
    void option(const char* name, const QString& value) {
        empty("Option", {{"type", QStringLiteral("QString")}, {"name", QString::fromLatin1(name)}, {"value", value}});
    }
    void option(const char* name, const char* value) { option(name, QString::fromLatin1(value)); }
    /// A length with its unit beside it.
    void millimetres(const char* name, double value) {
        option(name, length(value));
        empty("Option", {{"type", QStringLiteral("QString")},
                         {"name", QString::fromLatin1(name) + QStringLiteral("_unit")},
                         {"value", QStringLiteral("MM")}});
    }
    std::string text() const { return m_text.toStdString(); }

    static QString qs(const std::string& text) {
        // XML knows no control characters; QXmlStreamWriter would stop at one.
        QString clean = QString::fromStdString(text);
        clean.removeIf([](QChar c) { return c < u' ' && c != u'\t' && c != u'\n'; });
        return clean;
    }
    static QString colour(Colour c) {
        return QStringLiteral("%1,%2,%3,%4").arg(c.red).arg(c.green).arg(c.blue).arg(c.alpha);
    }
    static QString length(double millimetres) { return QString::number(millimetres, 'g', 6); }

private:
    QString m_text;
    QXmlStreamWriter m_xml;
};

}  // namespace layers
