// SPDX-License-Identifier: Apache-2.0
// The main states of the window against committed pictures, in both languages. TUCE_UPDATE_GOLDEN=1 writes them anew;
// then look at them before you commit. They are compared at a size where letters are grey, so that another release of
// Qt or FreeType passes and a panel that is gone or moved does not.
#include <QDockWidget>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTreeWidget>

#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/SheetPreview.h"
#include "app/panels/ElementEditor.h"
#include "tests/app/story/Driver.h"

using namespace app;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr QSize keptSize(640, 400);
constexpr QSize comparedSize(128, 80);
constexpr double meanTolerance = 3;          ///< of 255, over all pixels and channels
constexpr double differingTolerance = 0.02;  ///< share of pixels that differ by more than 40 in a channel
const QString fontFamily = QStringLiteral("Noto Sans CJK SC");

QString goldenPath(const QString& state, const QString& language) {
    return QStringLiteral(TUCE_SOURCE_DIR "/tests/golden/window_%1_%2.png").arg(state, language);
}

struct Difference {
    double mean = 0;
    double differing = 0;
    bool isSmall() const { return mean <= meanTolerance && differing <= differingTolerance; }
};

Difference differenceOf(const QImage& one, const QImage& other) {
    const auto reduced = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(comparedSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const QImage a = reduced(one);
    const QImage b = reduced(other);
    Difference difference;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb left = a.pixel(x, y);
            const QRgb right = b.pixel(x, y);
            const int channels[] = {std::abs(qRed(left) - qRed(right)), std::abs(qGreen(left) - qGreen(right)),
                                    std::abs(qBlue(left) - qBlue(right))};
            difference.mean += (channels[0] + channels[1] + channels[2]) / 3.0;
            if (*std::max_element(channels, channels + 3) > 40) difference.differing += 1;
        }
    const double pixels = static_cast<double>(a.width()) * a.height();
    return {difference.mean / pixels, difference.differing / pixels};
}

}  // namespace

class TestScreens : public QObject {
    Q_OBJECT
    Driver m_driver;
    QMap<QString, QImage> m_drawn;

    /// Figures of time differ from run to run: they are covered.
    QImage pictureOf(QWidget& widget) const {
        QPixmap picture(widget.size());
        widget.render(&picture);
        QPainter painter(&picture);
        for (const QLabel* label : widget.findChildren<QLabel*>())
            if (label->isVisible() &&
                ((label->text().contains(QLatin1String(" · ")) &&
                  label->text().contains(QRegularExpression(QStringLiteral("[0-9] (ms|毫秒)$")))) ||
                 label->objectName() == QLatin1String("saveState")))
                painter.fillRect(QRect(label->mapTo(&widget, QPoint()), label->size()), Qt::gray);
        painter.end();
        return picture.toImage().scaled(keptSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    void compare(const QString& state, const QString& language, QWidget& widget) {
        const QString key = state + QLatin1Char('_') + language;
        const QImage drawn = pictureOf(widget);
        m_drawn[key] = drawn;
        const QString path = goldenPath(state, language);
        if (qEnvironmentVariableIsSet("TUCE_UPDATE_GOLDEN"))
            QVERIFY(drawn.convertToFormat(QImage::Format_RGB32).convertToFormat(QImage::Format_Indexed8).save(path));
        const QImage golden(path);
        QVERIFY2(!golden.isNull(), qPrintable(path));
        QCOMPARE(golden.size(), drawn.size());
        const Difference difference = differenceOf(drawn, golden);
        if (!difference.isSmall()) drawn.save(QDir::temp().filePath(QStringLiteral("tuce_window_%1.png").arg(key)));
        QVERIFY2(
            difference.isSmall(),
            qPrintable(QStringLiteral("%1: mean %2, differing %3; the picture drawn is in the folder for temporary "
                                      "files")
                           .arg(key)
                           .arg(difference.mean)
                           .arg(difference.differing)));
    }
    void walk(const QString& language);

private Q_SLOTS:
    void initTestCase() {
        if (!QFontDatabase::families().contains(fontFamily))
            QSKIP("Noto Sans CJK SC (Debian package fonts-noto-cjk) is not installed; the pictures are made with it");
    }
    /// English first: a translator once installed stays.
    void english() { walk(QStringLiteral("en")); }
    void chinese() {
        installLanguage("zh_CN");
        QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
        walk(QStringLiteral("zh_CN"));
    }
    /// The tolerance must be narrow enough: another state fails.
    void anotherStateWouldBeSeen() {
        if (m_drawn.size() < 2) QSKIP("no pictures were drawn");
        const QStringList states = m_drawn.keys();
        for (const QString& one : states)
            for (const QString& other : states)
                if (one.section(QLatin1Char('_'), 0, 0) != other.section(QLatin1Char('_'), 0, 0) &&
                    m_drawn[one].size() == m_drawn[other].size())
                    QVERIFY2(!differenceOf(m_drawn[one], m_drawn[other]).isSmall(), qPrintable(one + other));
    }
};

void TestScreens::walk(const QString& language) {
    QSettings().clear();
    m_driver.openWindow(windowSize);
    m_driver.theme->choose(ThemeChoice::Light);
    Session& session = *m_driver.session;
    compare(QStringLiteral("welcome"), language, *m_driver.window);
    m_driver.bench().actions.trigger(QStringLiteral("file.sample"));
    QVERIFY(Driver::wait([&] { return session.hasProject(); }));
    QVERIFY(m_driver.settle());
    auto* bar = m_driver.window->findChild<QWidget*>(QStringLiteral("messageBar"));
    bar->hide();
    compare(QStringLiteral("sample"), language, *m_driver.window);
    // A feature that rests on a clause.
    const layers::ClauseLink link = m_driver.plan()->links.front();
    session.selection().select(link.layer, link.feature);
    m_driver.bench().map.zoomToSelection();
    QVERIFY(Driver::wait([&] { return session.live().answer() != nullptr; }));
    QVERIFY(m_driver.settle());
    Driver::rest(300);
    compare(QStringLiteral("feature"), language, *m_driver.window);
    // The register below, an element made of words on the right, its shape on the map.
    m_driver.bench().actions.trigger(QStringLiteral("scheme.build"));
    auto* list = Driver::awaited<QTreeWidget>(QStringLiteral("elements"));
    QVERIFY(list && Driver::wait([&] { return list->topLevelItemCount() >= 510; }));
    m_driver.bench().actions.trigger(QStringLiteral("scheme.new"));
    auto* editor = Driver::awaited<ElementEditor>(QStringLiteral("elementEditor"));
    QVERIFY(editor);
    editor->findChild<QPlainTextEdit*>(QStringLiteral("words"))
        ->setPlainText(
            QStringLiteral("依托长江黄金水道，推动江津、涪陵、丰都、忠县、万州、云阳、奉节联动，建设沿江城镇发展带。"));
    QVERIFY(Driver::wait([&] { return editor->preview().isReady() && !editor->preview().isBuilding(); }));
    QVERIFY(m_driver.settle());
    Driver::rest(300);
    bar->hide();
    compare(QStringLiteral("element"), language, *m_driver.window);
    editor->stop();
    for (const char* panel : {"element", "register"}) m_driver.bench().panels.dock(QLatin1String(panel))->hide();
    m_driver.bench().panels.setWorkspace(Workspace::Check);
    session.check().run();
    QVERIFY(Driver::wait([&] { return session.check().report() && !session.check().isRunning(); }));
    m_driver.bench().map.zoomToPlan();
    QVERIFY(m_driver.settle());
    Driver::rest(300);
    bar->hide();
    compare(QStringLiteral("findings"), language, *m_driver.window);
    m_driver.bench().actions.trigger(QStringLiteral("sheet.export"));
    auto* dialog = Driver::awaited<SheetDialog>(QStringLiteral("sheetDialog"));
    QVERIFY(dialog);
    QVERIFY(Driver::wait([&] { return !dialog->preview().isDrawing() && !dialog->preview().picture().isNull(); }));
    dialog->resize(1240, 760);
    QVERIFY(Driver::wait([&] { return !dialog->preview().isDrawing(); }));
    compare(QStringLiteral("sheet"), language, *dialog);
    dialog->close();
    m_driver.leave();
}

int main(int argc, char** argv) {
    QTemporaryDir home;
    Driver::useFolder(home.path());
    qputenv("QT_SCALE_FACTOR", "1");
    qputenv("SOURCE_DATE_EPOCH", "1790000000");
    WatchedApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_screens.moc"
