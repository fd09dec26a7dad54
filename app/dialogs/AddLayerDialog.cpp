// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/AddLayerDialog.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "app/dialogs/LayerChoiceForm.h"
#include "app/panels/PlanWords.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "app/window/MapController.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "layers/edit/SheetEdit.h"

namespace app {

namespace {

constexpr int indexRole = Qt::UserRole;

QString geometryText(const gis::LayerInfo& info) {
    switch (gis::dimension(info.geometryType)) {
        case 0:
            return AddLayerDialog::tr("points");
        case 1:
            return AddLayerDialog::tr("lines");
        case 2:
            return AddLayerDialog::tr("areas");
        default:
            return AddLayerDialog::tr("mixed");
    }
}

QString contentText(const LayerChoice& choice) {
    if (choice.raster) return AddLayerDialog::tr("raster");
    return QStringLiteral("%1 %2").arg(choice.info.featureCount).arg(geometryText(choice.info));
}

}  // namespace

AddLayerDialog::AddLayerDialog(Workbench& workbench)
    : WorkDialog(workbench, QStringLiteral("addLayerDialog"), tr("Add layers"), QSize(980, 640)),
      m_list(new QTreeWidget(this)),
      m_form(new LayerChoiceForm(this)),
      m_pages(new QStackedWidget(this)),
      m_problem(note()) {
    auto* empty = note(
        tr("Choose files, or drop them here: Shapefile, GeoPackage, GeoJSON, FileGDB, KML, DXF, CSV with coordinates, "
           "GeoTIFF."));
    empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_form);
    auto* split = new QSplitter(this);
    split->addWidget(makeList());
    split->addWidget(m_pages);
    split->setSizes({270, 680});
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    m_add = addButtons(*column, tr("Add"));
    connect(m_form, &LayerChoiceForm::edited, this, [this] {
        if (current() >= 0) m_form->applyTo(m_choices[static_cast<std::size_t>(current())]);
    });
    connect(m_form, &LayerChoiceForm::encodingChosen, this, [this](const std::string& encoding) {
        if (current() < 0) return;
        m_choices[static_cast<std::size_t>(current())].encoding = encoding;
        read(static_cast<std::size_t>(current()));
    });
    setAcceptDrops(true);
    updateButton();
}

AddLayerDialog::~AddLayerDialog() {
    for (const gis::CancelToken& token : m_running) token.cancel();
}

QWidget* AddLayerDialog::makeList() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    auto* row = new QHBoxLayout;
    auto* files = new QPushButton(tr("Files…"), side);
    auto* folder = new QPushButton(tr("FileGDB…"), side);
    for (QPushButton* button : {files, folder}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(12);
    m_list->setAccessibleName(tr("Layers of the files"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(files, &QPushButton::clicked, this, &AddLayerDialog::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &AddLayerDialog::chooseFolder);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AddLayerDialog::showCurrent);
    connect(m_list, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem* item) {
        const QVariant index = item->data(0, indexRole);
        if (index.isValid())
            m_choices[static_cast<std::size_t>(index.toInt())].wanted = item->checkState(0) == Qt::Checked;
        updateButton();
    });
    return side;
}

void AddLayerDialog::chooseFiles() {
    auto* dialog = new QFileDialog(
        this, tr("Files to add"), lastFolder(),
        tr("Geodata (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.csv *.fgb *.tif *.tiff);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &AddLayerDialog::addFiles);
    dialog->open();
}

void AddLayerDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("A FileGDB folder (.gdb)"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { addFiles({path}); });
    dialog->open();
}

void AddLayerDialog::addFiles(const QStringList& paths) {
    m_problem->hide();
    for (const QString& path : dataFilesAmong(paths)) {
        const auto isListed = [&path](const LayerChoice& choice) { return choice.path == path; };
        if (std::any_of(m_choices.begin(), m_choices.end(), isListed)) continue;
        rememberFolder(path);
        m_running.push_back(session().jobs().run(
            this, tr("Looking into %1").arg(QFileInfo(path).fileName()),
            [path](const gis::JobControl&) { return listedChoices(path); },
            [this, path](gis::Result<std::vector<LayerChoice>> choices) { listed(path, std::move(choices)); }));
    }
}

void AddLayerDialog::listed(const QString& path, gis::Result<std::vector<LayerChoice>> choices) {
    if (!choices) {
        m_problem->setText(text(gis::describe(choices.error())));
        m_problem->show();
        return;
    }
    auto* file = new QTreeWidgetItem(m_list, {QFileInfo(path).fileName()});
    file->setFlags(Qt::ItemIsEnabled);
    file->setToolTip(0, path);
    QTreeWidgetItem* first = nullptr;
    for (LayerChoice& choice : *choices) {
        auto* item = new QTreeWidgetItem(file);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setText(0, text(choice.info.name));
        item->setText(1, contentText(choice));
        item->setForeground(1, palette().color(QPalette::PlaceholderText));
        // Of many layers few are wanted as a rule.
        choice.wanted = choices->size() <= 4;
        item->setCheckState(0, choice.wanted ? Qt::Checked : Qt::Unchecked);
        m_choices.push_back(std::move(choice));
        item->setData(0, indexRole, static_cast<int>(m_choices.size() - 1));
        if (first == nullptr) first = item;
    }
    file->setExpanded(true);
    if (first != nullptr && current() < 0) m_list->setCurrentItem(first);
    updateButton();
}

void AddLayerDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void AddLayerDialog::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    addFiles(paths);
}

int AddLayerDialog::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    const QVariant index = item != nullptr ? item->data(0, indexRole) : QVariant();
    return index.isValid() ? index.toInt() : -1;
}

void AddLayerDialog::showCurrent() {
    m_pages->setCurrentIndex(current() >= 0 ? 1 : 0);
    if (current() < 0) return;
    const auto index = static_cast<std::size_t>(current());
    m_form->show(m_choices[index]);
    const LayerChoice& choice = m_choices[index];
    if (!choice.data && !choice.raster && choice.problem.isEmpty()) read(index);
}

void AddLayerDialog::read(std::size_t index) {
    LayerChoice& choice = m_choices[index];
    choice.data.reset();
    choice.problem.clear();
    m_form->show(choice);
    m_running.push_back(session().jobs().run(
        this, tr("Reading %1").arg(text(choice.info.name)),
        [choice](const gis::JobControl& control) { return readChoice(choice, control); },
        [this, index, encoding = choice.encoding](gis::Result<gis::VectorLayer> layer) {
            wasRead(index, encoding, std::move(layer));
        }));
}

void AddLayerDialog::wasRead(std::size_t index, const std::string& encoding, gis::Result<gis::VectorLayer> layer) {
    LayerChoice& choice = m_choices[index];
    if (choice.encoding != encoding) return;  // another encoding was chosen meanwhile
    if (!layer) {
        choice.problem = text(gis::describe(layer.error()));
    } else {
        choice.data = std::make_shared<const gis::VectorLayer>(std::move(*layer));
        if (choice.wish.nameField.empty() || choice.data->info.schema.indexOf(choice.wish.nameField) < 0)
            choice.wish.nameField = usualNameField(choice.data->info.schema);
        const gis::CrsGuess guess = gis::guessCrs(choice.data->table.extent());
        if (!choice.info.crs.isKnown() && choice.crsCode.isEmpty() && guess.candidate.isKnown() && !guess.axesSwapped)
            choice.crsCode = text(guess.candidate.code());
    }
    if (current() == static_cast<int>(index)) m_form->show(choice);
}

void AddLayerDialog::updateButton() {
    int count = 0;
    for (const LayerChoice& choice : m_choices) count += choice.wanted ? 1 : 0;
    m_add->setEnabled(count > 0 && !m_adding);
    m_add->setText(count > 1 ? tr("Add %1 layers").arg(count) : tr("Add"));
}

void AddLayerDialog::accept() {
    if (!m_add->isEnabled() || !session().hasProject()) return;
    if (current() >= 0) m_form->applyTo(m_choices[static_cast<std::size_t>(current())]);
    m_adding = true;
    m_problem->hide();
    updateButton();
    m_running.push_back(session().jobs().run(
        this, tr("Adding layers"),
        [snapshot = session().snapshot(), choices = m_choices](const gis::JobControl& control) {
            return layersToAdd(snapshot, choices, control);
        },
        [this](gis::Result<LayersToAdd> outcome) { added(std::move(outcome)); }));
}

void AddLayerDialog::added(gis::Result<LayersToAdd> outcome) {
    m_adding = false;
    updateButton();
    if (!outcome) {
        m_problem->setText(text(gis::describe(outcome.error())));
        m_problem->show();
        return;
    }
    if (!session().perform(outcome->change)) return;
    if (const auto layer = session().snapshot()->layer(outcome->names.front())) {
        m_workbench.map.zoomToLayer(layer->id);
        session().selection().setCurrentLayer(layer->id);
    }
    session().messages().warnings(outcome->warnings);
    offerSheets(outcome->names);
    WorkDialog::accept();
}

void AddLayerDialog::offerSheets(const std::vector<std::string>& names) {
    std::vector<gis::LayerId> ids;
    for (const std::string& name : names)
        if (const auto layer = session().snapshot()->layer(name)) ids.push_back(layer->id);
    const std::size_t count = layers::showOnSheets(*session().snapshot(), ids).changes.size();
    if (count == 0) return;
    session().messages().post(MessageLevel::Information,
                              tr("%n map sheet(s) show layers of their own, not what was added.", nullptr, int(count)),
                              tr("Show it there too"), [&session = session(), ids, project = session().project()] {
                                  if (session.project() == project)
                                      session.perform(layers::showOnSheets(*session.snapshot(), ids));
                              });
}

}  // namespace app
