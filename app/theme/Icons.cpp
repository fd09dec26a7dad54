// SPDX-License-Identifier: Apache-2.0
#include "app/theme/Icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "app/theme/Theme.h"
#include "gis/base/Resources.h"

namespace app {

namespace {

/// Asks the theme for its colours at each drawing, so that icons follow a change of theme by themselves.
class ThemedSvg : public QIconEngine {
public:
    ThemedSvg(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg)) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, drawn(rect.size() * ratio, mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return drawn(size, mode, state);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return drawn(size, mode, state);
    }
    QIconEngine* clone() const override { return new ThemedSvg(*this); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    static QColor colourFor(QIcon::Mode mode, QIcon::State state) {
        const ThemeColours& colours = Theme::current();
        QColor colour = state == QIcon::On ? colours.accent : colours.text;
        if (mode == QIcon::Disabled) {
            colour = colours.muted;
            colour.setAlphaF(0.5F);
        }
        return colour;
    }
    QPixmap drawn(const QSize& size, QIcon::Mode mode, QIcon::State state) const {
        const QColor colour = colourFor(mode, state);
        const QString key = QStringLiteral("tuce-icon-%1-%2x%3-%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.name(QColor::HexArgb));
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QString m_name;
    QByteArray m_svg;
};

}  // namespace

QIcon icon(const QString& name) {
    if (name.isEmpty()) return {};
    const auto bytes = gis::readResource("icons/" + name.toStdString() + ".svg");
    return bytes ? QIcon(new ThemedSvg(name, QByteArray::fromStdString(*bytes))) : QIcon();
}

}  // namespace app
