// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/SheetDialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "app/dialogs/SheetForm.h"
#include "app/dialogs/SheetLayers.h"
#include "app/dialogs/SheetPreview.h"
#include "app/panels/PlanWords.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "app/theme/Icons.h"
#include "app/window/MapController.h"
#include "layers/edit/SheetEdit.h"
#include "layers/print/SheetExporter.h"

namespace app {

SheetDialog::SheetDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("sheetDialog"), tr("Map sheets"), QSize(1240, 760)),
      m_list(new QListWidget(this)),
      m_preview(new SheetPreview(this)),
      m_form(new SheetForm(this)),
      m_dpi(new QSpinBox(this)),
      m_problem(note()) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(m_preview, 1);
    row->addWidget(makeSide());
    std::vector<std::pair<QString, gis::LayerId>> layers;
    for (const layers::LayerPtr& layer : session().snapshot()->layers)
        if (layer->kind != layers::LayerKind::Basemap) layers.emplace_back(text(layer->name), layer->id);
    m_form->setLayers(layers);
    std::vector<SheetLayers::Offered> offered;  // the plan has the lowest first
    for (auto layer = session().snapshot()->layers.rbegin(); layer != session().snapshot()->layers.rend(); ++layer)
        offered.push_back({text((*layer)->name), (*layer)->id, (*layer)->visible});
    m_form->sheetLayers().setLayers(std::move(offered));
    // Queued: the list is filled anew in there.
    connect(m_list, &QListWidget::currentRowChanged, this, &SheetDialog::listChosen, Qt::QueuedConnection);
    connect(m_form, &SheetForm::edited, this, [this] {
        tell({});
        m_sheet = m_form->sheet();
        refreshPreview();
    });
    connect(m_form, &SheetForm::mapExtentWanted, this, [this] { takeExtent(mapView()); });
    connect(m_form, &SheetForm::fullExtentWanted, this, [this] { takeExtent({}); });
    connect(m_form, &SheetForm::layerExtentWanted, this, [this](gis::LayerId id) {
        layers::SheetSubject subject;
        subject.layers = {id};
        takeExtent(subject);
    });
    connect(m_preview, &SheetPreview::drawn, this, [this](double denominator) {
        m_form->showScale(denominator);
        m_form->showLegend(m_preview->legendOffer());
    });
    connect(m_preview, &SheetPreview::failed, this, [this](const gis::Error& error) {
        if (error.code != gis::ErrorCode::Canceled) tell(text(gis::describe(error)));
    });
    fillList();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        newSheet();
}

QWidget* SheetDialog::makeList() {
    auto* side = new QWidget(this);
    side->setFixedWidth(200);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(12, 12, 12, 12);
    auto* head = new QHBoxLayout;
    auto* add = new QToolButton(side);
    add->setIcon(icon(QStringLiteral("add")));
    add->setText(tr("New"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setToolTip(tr("A new sheet of what the map shows"));
    m_remove = new QToolButton(side);
    m_remove->setIcon(icon(QStringLiteral("delete")));
    m_remove->setToolTip(tr("Remove the sheet from the plan"));
    m_remove->setAccessibleName(m_remove->toolTip());
    head->addWidget(section(tr("Sheets")), 1);
    head->addWidget(add);
    head->addWidget(m_remove);
    m_list->setObjectName(QStringLiteral("sheets"));
    m_list->setAccessibleName(tr("Sheets of the plan"));
    m_list->setWordWrap(true);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    connect(add, &QToolButton::clicked, this, [this] {
        keepChanges();
        newSheet();
    });
    connect(m_remove, &QToolButton::clicked, this, &SheetDialog::remove);
    return side;
}

QWidget* SheetDialog::makeSide() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    auto* scroll = new QScrollArea(side);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    // English words want more room than Chinese ones; the form is never cut.
    constexpr int narrowest = 360;
    constexpr int besides = 52;  // margins and scroll bar
    side->setFixedWidth(std::max(narrowest, m_form->minimumSizeHint().width() + besides));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    m_dpi->setRange(72, 1200);
    m_dpi->setValue(300);
    m_dpi->setSingleStep(50);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setToolTip(tr("Fineness of a PNG picture"));
    m_export = new QToolButton(side);
    m_export->setObjectName(QStringLiteral("exportSheet"));
    m_export->setText(tr("Export"));
    m_export->setProperty("framed", true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* formats = new QMenu(m_export);
    for (const std::string& format : layers::sheetFormats())
        formats->addAction(tr("As %1…").arg(text(format).toUpper()), this,
                           [this, format] { askToExport(text(format)); });
    m_export->setMenu(formats);
    m_export->setMinimumHeight(28);
    m_save = new QPushButton(tr("Save the sheet"), side);
    m_save->setObjectName(QStringLiteral("saveSheet"));
    m_save->setDefault(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_dpi);
    row->addWidget(m_export);
    row->addStretch(1);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &SheetDialog::save);
    return side;
}

void SheetDialog::fillList() {
    m_list->clear();
    int row = -1;
    const auto snapshot = session().snapshot();
    for (const layers::PrintLayout& sheet : snapshot->sheets) {
        auto* item = new QListWidgetItem(text(sheet.title.empty() ? sheet.name : sheet.title), m_list);
        item->setToolTip(text(sheet.name));
        if (m_sheet && !m_isNew && sheet.id == m_sheet->id) row = m_list->count() - 1;
    }
    if (m_isNew) {
        m_list->addItem(tr("New sheet"));
        row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
}

void SheetDialog::listChosen() {
    if (m_list->currentRow() < 0) return;
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    if (row >= session().snapshot()->sheets.size()) return;
    const std::int64_t id = session().snapshot()->sheets[row].id;
    if (m_sheet && !m_isNew && m_sheet->id == id) return;
    keepChanges();
    const auto snapshot = session().snapshot();
    for (const layers::PrintLayout& sheet : snapshot->sheets)
        if (sheet.id == id) show(sheet, false);
    fillList();
}

layers::SheetSubject SheetDialog::mapView() const {
    const MapView& view = m_workbench.map.canvas().view();
    layers::SheetSubject subject;
    subject.extent = view.extent();
    subject.extentCrs = view.crs;
    return subject;
}

QString SheetDialog::freeName(const QString& wished) const {
    const auto& sheets = session().snapshot()->sheets;
    const auto taken = [&sheets](const QString& name) {
        return std::any_of(sheets.begin(), sheets.end(),
                           [&name](const layers::PrintLayout& sheet) { return text(sheet.name) == name; });
    };
    QString name = wished;
    for (int n = 2; taken(name); ++n) name = QStringLiteral("%1 %2").arg(wished).arg(n);
    return name;
}

void SheetDialog::newSheet() {
    layers::SheetSubject subject = mapView();
    subject.name = freeName(tr("Sheet")).toStdString();
    subject.title = session().snapshot()->info.title;
    if (subject.title.empty()) subject.title = session().title().toStdString();
    begin(subject);
}

void SheetDialog::newSheet(const layers::Finding& finding) {
    layers::SheetSubject subject;
    const auto& report = session().check().report();
    const auto snapshot = session().snapshot();
    if (!finding.geometry.isEmpty() && report) {
        const gis::Extent box = finding.geometry.extent();
        subject.extent = box.grown(std::max(box.width(), box.height()) * 1.5);
        subject.extentCrs = report->geometryCrs;
    } else if (const auto layer = snapshot->layer(finding.planLayerId)) {
        if (const gis::Feature* feature = layer->table.find(finding.planFeature))
            subject.extent = feature->geometry().extent();
        subject.extentCrs = layer->table.crs();
    }
    // Both sides of the finding are drawn, shown on the map or not.
    for (const layers::LayerPtr& layer : snapshot->layers)
        if (layer->visible || layer->id == finding.planLayerId || layer->id == finding.controlLayerId)
            subject.layers.push_back(layer->id);
    const std::string plan = finding.planName.empty() ? finding.planId : finding.planName;
    const std::string control = finding.controlName.empty() ? finding.controlLayer : finding.controlName;
    subject.title = tr("%1 and %2").arg(text(plan), text(control)).toStdString();
    subject.name = freeName(text(subject.title)).toStdString();
    begin(subject);
}

void SheetDialog::begin(const layers::SheetSubject& subject) {
    auto sheet = layers::defaultSheet(*session().snapshot(), subject);
    if (!sheet) {
        m_sheet.reset();
        tell(text(gis::describe(sheet.error())));
        return updateButtons();
    }
    show(*sheet, true);
    fillList();
}

void SheetDialog::show(const layers::PrintLayout& sheet, bool isNew) {
    m_sheet = sheet;
    m_stored = sheet;
    m_isNew = isNew;
    m_form->show(sheet);
    refreshPreview();
}

void SheetDialog::takeExtent(const layers::SheetSubject& subject) {
    if (!m_sheet) return;
    const auto fresh = layers::defaultSheet(*session().snapshot(), subject);
    if (!fresh) {
        return tell(text(gis::describe(fresh.error())));
    }
    m_sheet->crsCode = fresh->crsCode;
    m_sheet->extent = fresh->extent;
    m_sheet->scaleDenominator = 0;
    m_form->show(*m_sheet);
    refreshPreview();
}

void SheetDialog::refreshPreview() {
    updateButtons();
    if (m_sheet) m_preview->show(session().snapshot(), *m_sheet);
}

void SheetDialog::updateButtons() {
    m_save->setEnabled(m_sheet && (m_isNew || *m_sheet != m_stored));
    m_export->setEnabled(m_sheet.has_value());
    m_form->setEnabled(m_sheet.has_value());
    m_remove->setEnabled(m_sheet && !m_isNew);
}

bool SheetDialog::save() {
    if (!m_sheet) return false;
    const std::string name = m_sheet->name;
    const auto snapshot = session().snapshot();
    if (!session().perform(m_isNew ? layers::addSheet(*snapshot, *m_sheet) : layers::updateSheet(*snapshot, *m_sheet)))
        return false;
    for (const layers::PrintLayout& sheet : session().snapshot()->sheets)
        if (sheet.name == name) m_sheet = sheet;
    m_stored = *m_sheet;
    m_isNew = false;
    m_form->show(*m_sheet);  // a new one has an id now
    fillList();
    updateButtons();
    return true;
}

void SheetDialog::keepChanges() {
    if (m_sheet && !m_isNew && *m_sheet != m_stored) save();
}

void SheetDialog::remove() {
    if (!m_sheet || m_isNew) return;
    if (!session().perform(layers::removeSheet(*session().snapshot(), m_sheet->id))) return;
    m_sheet.reset();
    m_preview->clear();
    fillList();
    updateButtons();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        newSheet();
}

void SheetDialog::askToExport(const QString& ending) {
    QString name = text(m_sheet->name);
    for (QChar& c : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(c)) c = u'_';
    auto* dialog = new QFileDialog(this, tr("Export the sheet"), lastFolder(),
                                   QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(name + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &SheetDialog::exportTo);
    dialog->open();
}

void SheetDialog::exportTo(const QString& path) {
    if (!m_sheet) return;
    rememberFolder(path);
    Session& told = session();
    told.jobs().run(
        &told, tr("Exporting %1").arg(QFileInfo(path).fileName()),
        [snapshot = session().snapshot(), sheet = *m_sheet, path = path.toStdString(),
         dpi = m_dpi->value()](const gis::JobControl& control) {
            return layers::exportSheet(*snapshot, sheet, path, {static_cast<double>(dpi), gis::Overwrite::Yes},
                                       control);
        },
        [&told, path, dialog = QPointer<SheetDialog>(this)](const gis::Result<layers::SheetExport>& outcome) {
            // The bar above the map lies behind this dialog.
            if (dialog) dialog->tell(outcome ? tr("Wrote %1").arg(path) : text(gis::describe(outcome.error())));
            if (!outcome) return told.messages().error(outcome.error());
            told.messages().warnings(outcome->warnings);
            told.messages().post(MessageLevel::Information, tr("Wrote %1").arg(path), tr("Open"),
                                 [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        });
}

void SheetDialog::tell(const QString& words) {
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
}

void SheetDialog::done(int result) {
    keepChanges();
    WorkDialog::done(result);
}

}  // namespace app
