// SPDX-License-Identifier: Apache-2.0
#include "app/panels/StyleClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace app {

namespace {

const QString styleFormat = QStringLiteral("application/x-tuce-style+json");
constexpr qsizetype largest = 4 << 20;

}  // namespace

void copyStyle(const layers::Style& style) {
    const QByteArray json = QByteArray::fromStdString(layers::toJson(style));
    auto* data = new QMimeData;
    data->setData(styleFormat, json);
    data->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(data);
}

std::optional<layers::Style> copiedStyle() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr) return std::nullopt;
    const QByteArray json = data->hasFormat(styleFormat) ? data->data(styleFormat) : data->text().toUtf8();
    if (json.isEmpty() || json.size() > largest) return std::nullopt;
    auto style = layers::styleFromJson(json.toStdString());
    // An empty object reads well too, but nobody copied that as a style.
    if (!style || *style == layers::Style{}) return std::nullopt;
    return std::move(*style);
}

layers::Style styleFor(const layers::Layer& layer, layers::Style style) {
    const auto fit = [&layer](layers::LabelStyle& label) {
        if (!label.field.empty() && layer.table.schema().indexOf(label.field) < 0) label.field = layer.nameField;
    };
    fit(style.label);
    for (layers::Category& category : style.categories)
        if (category.label) fit(*category.label);
    return style;
}

}  // namespace app
