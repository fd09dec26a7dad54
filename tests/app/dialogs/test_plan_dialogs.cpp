// SPDX-License-Identifier: Apache-2.0
// Naming a drawing, clauses, sheets, and that nothing in the window leads nowhere.
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStringEncoder>
#include <QTreeWidget>

#include "app/dialogs/ElementDialog.h"
#include "app/dialogs/ImportDocumentDialog.h"
#include "app/dialogs/LinkDialog.h"
#include "app/dialogs/SheetDialog.h"
#include "app/dialogs/SheetPreview.h"
#include "app/dialogs/WelcomePage.h"
#include "app/window/ActionRegistry.h"
#include "tests/app/dialogs/DialogFixture.h"

using namespace app;

namespace {

/// isSignalConnected is protected.
struct Openly : QObject {
    using QObject::isSignalConnected;
};

const char* const text =
    "关于试验区建设的通知\n试府发〔2024〕8号\n\n一、总体要求\n\n(一)总体目标。建设东部平台。\n\n(二)"
    "空间布局。形成一轴。\n\n"
    "二、保障措施\n\n(三)加强管护。守住红线。\n";

}  // namespace

class TestPlanDialogs : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_fixture;

    void importText() const {
        QFile file(m_fixture->path(QStringLiteral("notice.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QPointer<ImportDocumentDialog> dialog = new ImportDocumentDialog(m_fixture->bench());
        dialog->open();
        dialog->setFile(file.fileName());
        auto* accept = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
        QVERIFY(!accept->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(accept->isEnabled(), 20000);
        auto* outline = dialog->findChild<QTreeWidget*>(QStringLiteral("outline"));
        QCOMPARE(outline->topLevelItemCount(), 1);
        QCOMPARE(outline->topLevelItem(0)->childCount(), 2);
        QCOMPARE(outline->topLevelItem(0)->child(0)->childCount(), 2);
        accept->click();
        QTRY_VERIFY(!dialog);
    }

private Q_SLOTS:
    void initTestCase() { DialogFixture::useTestSettings(QStringLiteral("tuce-test-plan-dialogs")); }
    void init() {
        m_fixture = std::make_unique<DialogFixture>();
        m_fixture->open();
    }
    void cleanup() {
        m_fixture->close();
        m_fixture.reset();
    }

    /// UTF-16 without a mark, taken in as GBK, is put right later: in the place of the wrong one, with its id.
    void aWrongEncodingIsPutRightLater() {
        QFile file(m_fixture->path(QStringLiteral("wide.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringEncoder wide(QStringConverter::Utf16BE);
        file.write(wide(QString::fromUtf8(text)));
        file.close();
        const auto documents = [this] { return m_fixture->session->snapshot()->corpus.documents(); };
        const auto before = documents().size();
        const auto take = [&](const char* encoding, const std::string& replaced) {
            QPointer<ImportDocumentDialog> dialog = new ImportDocumentDialog(m_fixture->bench());
            if (!replaced.empty()) dialog->setReplaced(replaced);
            dialog->open();
            auto* box = dialog->findChild<QComboBox*>(QStringLiteral("encoding"));
            const int wanted = box->findData(QLatin1String(encoding));
            QVERIFY(wanted > 0);
            box->setCurrentIndex(wanted);
            dialog->setFile(file.fileName());
            auto* accept = dialog->findChild<QPushButton*>(QStringLiteral("accept"));
            QTRY_VERIFY_WITH_TIMEOUT(accept->isEnabled(), 20000);
            accept->click();
            QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20000);
        };
        take("GB18030", {});
        QCOMPARE(documents().size(), before + 1);
        const auto wrong = documents().back();
        QVERIFY(wrong->clauses.size() < 4);
        const std::string id = wrong->id;
        take("UTF-16BE", id);
        QCOMPARE(documents().size(), before + 1);
        const auto right = m_fixture->session->snapshot()->corpus.document(id);
        QVERIFY(right);
        QCOMPARE(QString::fromStdString(right->encoding), QStringLiteral("UTF-16BE"));
        QVERIFY(QString::fromStdString(right->text).contains(QStringLiteral("加强管护")));
        QVERIFY(right->clauses.size() >= 4);
        m_fixture->session->undo();
        QCOMPARE(m_fixture->session->snapshot()->corpus.document(id)->text, wrong->text);
    }
    void aDrawingGetsKindAndName() {
        std::optional<NewElement> answer;
        int answers = 0;
        const auto ask = [&] {
            auto* dialog = new ElementDialog(m_fixture->bench(), *m_fixture->layer("layout"),
                                             small_plan::box(0, 0, 10, 10), [&](std::optional<NewElement> element) {
                                                 answer = std::move(element);
                                                 ++answers;
                                             });
            dialog->open();
            return QPointer<ElementDialog>(dialog);
        };
        auto dialog = ask();
        auto* kind = dialog->findChild<QComboBox*>(QStringLiteral("kind"));
        QVERIFY(kind->findData(QStringLiteral("axis")) < 0);  // an axis is no area
        kind->setCurrentIndex(kind->findData(QStringLiteral("platform")));
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("name")), QStringLiteral("north"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QCOMPARE(answers, 1);
        QVERIFY(answer && answer->kind == "platform" && answer->name == "north");
        dialog = ask();
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("kind"))->currentData().toString(),
                 QStringLiteral("platform"));  // as last time
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QCOMPARE(answers, 2);
        QVERIFY(!answer);
    }

    void aTextIsImportedAndLinked() {
        importText();
        const auto& documents = m_fixture->session->snapshot()->corpus.documents();
        QCOMPARE(documents.size(), std::size_t{1});
        const std::string clause = documents.front()->clauses.back().id;
        QPointer<LinkDialog> dialog = new LinkDialog(
            m_fixture->bench(), {small_plan::layoutId, {small_plan::platform, small_plan::axis}}, clause);
        dialog->open();
        auto* relation = dialog->findChild<QComboBox*>(QStringLiteral("relation"));
        relation->setCurrentIndex(1);
        const int steps = m_fixture->undoSteps();
        dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(m_fixture->undoSteps(), steps + 1);
        const auto links = m_fixture->session->snapshot()->linksTo(clause);
        QCOMPARE(links.size(), std::size_t{2});
        QCOMPARE(links.front().relation, layers::LinkRelation::Constraint);
        m_fixture->session->undo();
        QVERIFY(m_fixture->session->snapshot()->linksTo(clause).empty());
    }

    void aSheetIsPreviewedSavedAndExported() {
        QPointer<SheetDialog> dialog = new SheetDialog(m_fixture->bench());
        dialog->open();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->preview().picture().isNull(), 20000);
        auto* title = dialog->findChild<QLineEdit*>(QStringLiteral("sheetTitle"));
        title->clear();
        QTest::keyClicks(title, QStringLiteral("Platform"));
        auto* paper = dialog->findChild<QComboBox*>(QStringLiteral("paper"));
        paper->setCurrentIndex(0);
        Q_EMIT paper->activated(0);
        dialog->findChild<QPushButton*>(QStringLiteral("saveSheet"))->click();
        QCOMPARE(m_fixture->session->snapshot()->sheets.size(), std::size_t{1});
        const layers::PrintLayout sheet = m_fixture->session->snapshot()->sheets.front();
        QCOMPARE(sheet.title, std::string("Platform"));
        QCOMPARE(sheet.paperWidthMm, 297.0);
        const QString path = m_fixture->path(QStringLiteral("sheet.svg"));
        dialog->exportTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
        // A later change is kept on closing.
        title->setText(QString());
        QTest::keyClicks(title, QStringLiteral("East"));
        dialog->close();
        QCOMPARE(m_fixture->session->snapshot()->sheets.front().title, std::string("East"));
    }

    void everyWishOfAPanelIsHeard() {
        int signalCount = 0;
        for (const QObject* object : m_fixture->window->findChildren<QObject*>()) {
            const QMetaObject* meta = object->metaObject();
            if (!QByteArray(meta->className()).startsWith("app::")) continue;
            for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
                const QMetaMethod method = meta->method(i);
                if (method.methodType() != QMetaMethod::Signal || !method.name().endsWith("Wanted")) continue;
                ++signalCount;
                QVERIFY2(static_cast<const Openly*>(object)->isSignalConnected(method),
                         meta->className() + QByteArray("::") + method.name());
            }
        }
        QVERIFY(signalCount >= 10);
        for (const ActionSpec& action : m_fixture->bench().actions.specs())
            QVERIFY2(action.run != nullptr, qPrintable(action.id));
    }

    void theWelcomePageLeadsOn() {
        auto* page = m_fixture->window->findChild<WelcomePage*>();
        QVERIFY(page != nullptr);
        QVERIFY(!page->isVisible());
        m_fixture->session->close();
        QTRY_VERIFY(page->isVisible());
        page->findChild<QPushButton*>(QStringLiteral("welcome.file.new"))->click();
        QTRY_VERIFY(m_fixture->session->hasProject());
        QTRY_VERIFY(!page->isVisible());
    }
};

QTEST_MAIN(TestPlanDialogs)
#include "test_plan_dialogs.moc"
