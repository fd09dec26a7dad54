// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

/// As much of JSON Schema 2020-12 as our published schemas use; an unknown keyword is a fault of the schema.
class SchemaCheck {
public:
    explicit SchemaCheck(const QJsonObject& root) : m_root(root) {}

    /// The first fault with its place; empty if there is none.
    QString fault(const QJsonValue& value) const { return fault(value, m_root, QStringLiteral("$")); }

private:
    using Rule = QString (SchemaCheck::*)(const QJsonValue&, const QJsonObject&, const QString&) const;

    QString fault(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        static const QStringList known{
            QStringLiteral("$schema"),   QStringLiteral("$id"),         QStringLiteral("title"),
            QStringLiteral("$defs"),     QStringLiteral("description"), QStringLiteral("$ref"),
            QStringLiteral("type"),      QStringLiteral("required"),    QStringLiteral("properties"),
            QStringLiteral("items"),     QStringLiteral("enum"),        QStringLiteral("oneOf"),
            QStringLiteral("allOf"),     QStringLiteral("minimum"),     QStringLiteral("maximum"),
            QStringLiteral("minLength"), QStringLiteral("pattern"),     QStringLiteral("exclusiveMinimum")};
        for (auto it = schema.begin(); it != schema.end(); ++it)
            if (!known.contains(it.key())) return place + QStringLiteral(": the schema uses ") + it.key();
        for (const Rule rule : {&SchemaCheck::ofReference, &SchemaCheck::ofType, &SchemaCheck::ofNumber,
                                &SchemaCheck::ofText, &SchemaCheck::ofMembers, &SchemaCheck::ofChoices})
            if (const QString found = (this->*rule)(value, schema, place); !found.isEmpty()) return found;
        return {};
    }

    static bool isOf(const QJsonValue& value, const QString& type) {
        if (type == QStringLiteral("object")) return value.isObject();
        if (type == QStringLiteral("array")) return value.isArray();
        if (type == QStringLiteral("string")) return value.isString();
        if (type == QStringLiteral("boolean")) return value.isBool();
        if (type == QStringLiteral("null")) return value.isNull();
        if (type == QStringLiteral("number")) return value.isDouble();
        return type == QStringLiteral("integer") && value.isDouble() &&
               value.toDouble() == std::floor(value.toDouble());
    }
    QString ofReference(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        const QString reference = schema[QStringLiteral("$ref")].toString();
        if (reference.isEmpty()) return {};
        const QString name = reference.section(QLatin1Char('/'), -1);
        const QJsonValue target = m_root[QStringLiteral("$defs")].toObject()[name];
        if (!target.isObject()) return place + QStringLiteral(": the schema has no ") + name;
        return fault(value, target.toObject(), place);
    }
    QString ofType(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        const QJsonValue type = schema[QStringLiteral("type")];
        if (type.isUndefined()) return {};
        const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
        for (const QJsonValue& one : types)
            if (isOf(value, one.toString())) return {};
        return place + QStringLiteral(": wrong type");
    }
    QString ofNumber(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        if (!value.isDouble()) return {};
        const double number = value.toDouble();
        const bool isLow = number < schema[QStringLiteral("minimum")].toDouble(number);
        const bool isHigh = number > schema[QStringLiteral("maximum")].toDouble(number);
        const bool isAtLeast = schema.contains(QStringLiteral("exclusiveMinimum")) &&
                               number <= schema[QStringLiteral("exclusiveMinimum")].toDouble();
        return isLow || isHigh || isAtLeast ? place + QStringLiteral(": out of range") : QString();
    }
    QString ofText(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        if (!value.isString()) return {};
        if (value.toString().size() < schema[QStringLiteral("minLength")].toInt(0))
            return place + QStringLiteral(": empty");
        const QString pattern = schema[QStringLiteral("pattern")].toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value.toString()).hasMatch())
            return place + QStringLiteral(": does not match");
        return {};
    }
    QString ofMembers(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        for (const QJsonValue& name : schema[QStringLiteral("required")].toArray())
            if (!value.toObject().contains(name.toString()))
                return place + QStringLiteral(": lacks ") + name.toString();
        const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
        const QJsonObject object = value.toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            if (object.contains(it.key()))
                if (const QString found = fault(object[it.key()], it->toObject(), place + QLatin1Char('.') + it.key());
                    !found.isEmpty())
                    return found;
        if (!schema[QStringLiteral("items")].isObject()) return {};
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            if (const QString found =
                    fault(items[i], schema[QStringLiteral("items")].toObject(), place + QStringLiteral("[%1]").arg(i));
                !found.isEmpty())
                return found;
        return {};
    }
    QString ofChoices(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        if (schema.contains(QStringLiteral("enum")) && !schema[QStringLiteral("enum")].toArray().contains(value))
            return place + QStringLiteral(": not one of the words");
        for (const QJsonValue& one : schema[QStringLiteral("allOf")].toArray())
            if (const QString found = fault(value, one.toObject(), place); !found.isEmpty()) return found;
        const QJsonArray ways = schema[QStringLiteral("oneOf")].toArray();
        if (ways.isEmpty()) return {};
        const auto fitting = std::count_if(ways.begin(), ways.end(), [&](const QJsonValue& way) {
            return fault(value, way.toObject(), place).isEmpty();
        });
        return fitting == 1 ? QString() : place + QStringLiteral(": fits %1 of the forms").arg(fitting);
    }

    QJsonObject m_root;
};
