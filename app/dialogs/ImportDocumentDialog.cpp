// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ImportDocumentDialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <vector>

#include "app/panels/PlanWords.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "layers/edit/ClauseEdit.h"
#include "layers/edit/DocumentEdit.h"
#include "layers/project/ProjectGazetteer.h"

namespace app {

namespace {

constexpr qsizetype shownCharacters = 20'000;
constexpr int shownWarnings = 4;

QString endings(const QString& between, const QString& before) {
    QStringList list;
    for (const std::string& ending : layers::documentEndings()) list << before + text(ending);
    return list.join(between);
}

std::string freeId(const layers::PolicyCorpus& corpus, const QString& path) {
    const std::string wished = QFileInfo(path).completeBaseName().toStdString();
    std::string id = wished;
    for (int n = 2; corpus.document(id) != nullptr; ++n) id = wished + "_" + std::to_string(n);
    return id;
}

}  // namespace

ImportDocumentDialog::ImportDocumentDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("importDocumentDialog"), tr("Import a document"), QSize(940, 620)),
      m_file(new QLineEdit(this)),
      m_encoding(new QComboBox(this)),
      m_target(new QComboBox(this)),
      m_text(new QPlainTextEdit(this)),
      m_outline(new QTreeWidget(this)),
      m_summary(note()) {
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text as it is read"));
    m_text->setPlaceholderText(tr("The text is shown here as it is read, so that a wrong encoding is seen at once."));
    m_outline->setHeaderHidden(true);
    m_outline->setAccessibleName(tr("Clauses found"));
    m_outline->setObjectName(QStringLiteral("outline"));
    auto* split = new QSplitter(this);
    split->addWidget(m_text);
    split->addWidget(m_outline);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeTop());
    column->addWidget(split, 1);
    column->addWidget(m_summary);
    m_import = addButtons(*column, tr("Import"));
    m_import->setEnabled(false);
    connect(m_encoding, &QComboBox::activated, this, &ImportDocumentDialog::read);
    connect(m_target, &QComboBox::activated, this, &ImportDocumentDialog::targetChosen);
}

QWidget* ImportDocumentDialog::makeTop() {
    auto* top = new QWidget(this);
    auto* form = new QFormLayout(top);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    m_file->setReadOnly(true);
    m_file->setPlaceholderText(tr("A document of yours: %1").arg(endings(QStringLiteral(", "), {})));
    auto* choose = new QPushButton(tr("Choose…"), top);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ImportDocumentDialog::chooseFile);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    m_encoding->addItem(tr("Find out"), QString());
    for (const char* name : {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
        m_encoding->addItem(
            QLatin1String(name) == QLatin1String("GB18030") ? QStringLiteral("GBK / GB18030") : QLatin1String(name),
            QLatin1String(name));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setEnabled(false);
    form->addRow(tr("File"), row);
    form->addRow(tr("Text encoding"), m_encoding);
    form->addRow(tr("Take in as"), m_target);
    return top;
}

void ImportDocumentDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("A document"), lastFolder(),
                                   tr("Documents (%1)").arg(endings(QStringLiteral(" "), QStringLiteral("*"))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDocumentDialog::setFile);
    dialog->open();
}

void ImportDocumentDialog::setFile(const QString& path) {
    rememberFolder(path);
    m_path = path;
    m_file->setText(path);
    // The other formats say themselves how their letters are written.
    m_encoding->setEnabled(layers::hasChosenEncoding(path.toStdString()));
    if (!m_encoding->isEnabled()) m_encoding->setCurrentIndex(0);
    read();
}

void ImportDocumentDialog::setReplaced(const std::string& documentId) {
    m_replaced = documentId;
    const auto document = session().snapshot()->corpus.document(documentId);
    if (document)
        setWindowTitle(tr("Import “%1” again").arg(text(document->title.empty() ? document->id : document->title)));
}

gis::Result<ImportDocumentDialog::Reading> ImportDocumentDialog::readingOf(const Asked& asked,
                                                                           const gis::JobControl& control) {
    const layers::PolicyCorpus& corpus = asked.plan->corpus;
    const layers::KeptCorrections corrections = layers::keptCorrections(*asked.plan);
    TUCE_TRY(gazetteer, layers::gazetteerOf(*asked.plan));
    Reading reading;
    if (!asked.replaced.empty()) {
        TUCE_TRY(again, layers::importInPlaceOf(asked.replaced, gazetteer, asked.path, asked.encoding, control, {},
                                                corrections));
        reading.fresh = std::move(again);
        return reading;
    }
    TUCE_TRY(merged, layers::importDocument(corpus, gazetteer, asked.path, asked.encoding, control, {}, corrections));
    TUCE_TRY(fresh, layers::readDocument(asked.path, asked.encoding, freeId(corpus, text(asked.path)), control));
    for (layers::Clause& clause : fresh.document.clauses) clause.places = gazetteer.placeNames(clause.text);
    reading.isCopy = merged.document.id != fresh.document.id;
    reading.merged = std::move(merged);
    reading.fresh = std::move(fresh);
    return reading;
}

void ImportDocumentDialog::read() {
    if (m_path.isEmpty() || !session().hasProject()) return;
    m_reading.reset();
    m_import->setEnabled(false);
    m_summary->setText(tr("Reading …"));
    m_job.start(
        this,
        [asked = Asked{m_path.toStdString(), m_encoding->currentData().toString().toStdString(), m_replaced,
                       session().snapshot()}](const gis::JobControl& control) { return readingOf(asked, control); },
        [this](gis::Result<Reading> reading) { wasRead(std::move(reading)); });
}

void ImportDocumentDialog::wasRead(gis::Result<Reading> reading) {
    m_outline->clear();
    if (!reading) {
        m_target->clear();
        m_target->setEnabled(false);
        m_text->clear();
        m_summary->setText(text(gis::describe(reading.error())));
        return;
    }
    m_reading = std::move(*reading);
    m_text->setPlainText(text(m_reading->fresh.document.text).left(shownCharacters));
    fillTargets();
    showTarget();
}

/// The copy it is, a new one, or any document of the plan: one that was read in a wrong encoding has no title to know
/// it by.
void ImportDocumentDialog::fillTargets() {
    const bool keepsChoice = m_target->count() > 0 && m_replaced.empty() && m_target->currentIndex() > 0;
    m_target->clear();
    if (m_reading->isCopy) m_isCopyOf = m_reading->merged.document.title;
    if (!m_isCopyOf.empty()) m_target->addItem(tr("the words of “%1”").arg(text(m_isCopyOf)));
    m_target->addItem(tr("a new document"));
    for (const auto& document : session().snapshot()->corpus.documents())
        m_target->addItem(
            tr("in the place of “%1”").arg(text(document->title.empty() ? document->id : document->title)),
            text(document->id));
    m_target->setEnabled(m_target->count() > 1);
    if (!m_replaced.empty())
        m_target->setCurrentIndex(std::max(0, m_target->findData(text(m_replaced))));
    else if (keepsChoice)
        m_target->setCurrentIndex(newTarget());
}

int ImportDocumentDialog::newTarget() const { return m_isCopyOf.empty() ? 0 : 1; }

void ImportDocumentDialog::targetChosen() {
    const std::string replaced = m_target->currentData().toString().toStdString();
    if (replaced == m_replaced) return showTarget();
    m_replaced = replaced;
    read();
}

const layers::ReadDocument* ImportDocumentDialog::chosen() const {
    if (!m_reading) return nullptr;
    return m_replaced.empty() && m_reading->isCopy && m_target->currentIndex() == 0 ? &m_reading->merged
                                                                                    : &m_reading->fresh;
}

void ImportDocumentDialog::showTarget() {
    const layers::ReadDocument* read = chosen();
    m_import->setEnabled(read != nullptr);
    if (read == nullptr) return;
    fillOutline(read->document);
    const QString format = text(read->kind) + u' ' + text(read->document.encoding);
    QStringList lines{tr("%1 clauses, read as %2").arg(read->document.clauses.size()).arg(format)};
    if (const QString levels = levelCounts(read->document); !levels.isEmpty()) lines.front() += u'\n' + levels;
    for (const gis::Warning& warning : read->warnings) {
        if (lines.size() > shownWarnings) break;
        lines << text(gis::translated(warning.text));
    }
    const auto further = static_cast<int>(read->warnings.size()) - shownWarnings;
    if (further > 0) lines << tr("and %1 more notes").arg(further);
    m_summary->setText(lines.join(u'\n'));
}

QString ImportDocumentDialog::levelCounts(const layers::PolicyDocument& document) {
    static const std::vector<std::pair<const char*, const char*>> levels{
        {"annex", QT_TR_NOOP("annexes %1")},    {"part", QT_TR_NOOP("parts %1")},
        {"chapter", QT_TR_NOOP("chapters %1")}, {"section", QT_TR_NOOP("sections %1")},
        {"article", QT_TR_NOOP("articles %1")}, {"paragraph", QT_TR_NOOP("paragraphs %1")},
        {"clause", QT_TR_NOOP("clauses %1")},   {"box", QT_TR_NOOP("boxes %1")},
        {"item", QT_TR_NOOP("items %1")},       {"subitem", QT_TR_NOOP("subitems %1")},
        {"point", QT_TR_NOOP("points %1")},     {"subpoint", QT_TR_NOOP("subpoints %1")}};
    QStringList counts;
    for (const auto& [level, words] : levels) {
        const auto count =
            std::count_if(document.clauses.begin(), document.clauses.end(),
                          [level = level](const layers::Clause& clause) { return clause.level == level; });
        if (count > 0) counts << tr(words).arg(count);
    }
    return counts.join(QStringLiteral(" · "));
}

void ImportDocumentDialog::fillOutline(const layers::PolicyDocument& document) {
    m_outline->clear();
    auto* root = new QTreeWidgetItem(m_outline, {text(document.title.empty() ? document.id : document.title)});
    std::map<std::string, QTreeWidgetItem*> byPath;
    for (const layers::Clause& clause : document.clauses) {
        // The parent is the nearest part of the path that has a row.
        QTreeWidgetItem* parent = root;
        for (std::size_t cut = clause.path.rfind('/'); cut != std::string::npos && cut > 0;
             cut = clause.path.rfind('/', cut - 1)) {
            const auto found = byPath.find(clause.path.substr(0, cut));
            if (found == byPath.end()) continue;
            parent = found->second;
            break;
        }
        auto* item = new QTreeWidgetItem(parent, {text(clause.number + " " + clause.heading).simplified()});
        item->setToolTip(0, text(clause.text).left(400));
        byPath[clause.path] = item;
    }
    root->setExpanded(true);
    if (document.clauses.size() <= 60) m_outline->expandAll();
}

void ImportDocumentDialog::accept() {
    const layers::ReadDocument* read = chosen();
    if (read == nullptr || !session().hasProject()) return;
    m_import->setEnabled(false);
    const QString title = text(read->document.title.empty() ? read->document.id : read->document.title);
    const auto clauses = read->document.clauses.size();
    const auto add = [document = read->document](const layers::ProjectSnapshot& plan) {
        return layers::addDocument(plan, document);
    };
    session().performLater(add, [self = QPointer(this), &session = session(), title, clauses](bool made) {
        if (made) session.messages().information(tr("“%1” is in the plan: %2 clauses.").arg(title).arg(clauses));
        if (self && made) self->WorkDialog::accept();
        if (self && !made) self->m_import->setEnabled(true);
    });
}

}  // namespace app
