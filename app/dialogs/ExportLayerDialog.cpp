// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ExportLayerDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/session/LastFolder.h"
#include "app/session/Session.h"
#include "gis/io/TableColumns.h"
#include "gis/io/VectorFile.h"
#include "layers/report/LayerWorkbook.h"

namespace app {

namespace {

constexpr int encodingRole = Qt::UserRole + 1;

gis::FeatureTable chosenFeatures(const layers::Layer& layer, const std::vector<gis::FeatureId>& ids) {
    std::vector<gis::Feature> features;
    for (const gis::FeatureId id : ids)
        if (const gis::Feature* feature = layer.table.find(id)) features.push_back(*feature);
    return {layer.table.schema(), layer.table.crs(), std::move(features)};
}

gis::Result<gis::Warnings> writeLayer(const layers::Layer& layer, const std::string& path, gis::Overwrite overwrite,
                                      const std::string& encoding, const gis::JobControl& control) {
    if (QFileInfo(text(path)).suffix().toLower() == QLatin1String("xlsx")) {
        TUCE_CHECK(layers::writeLayerWorkbook(layer, path, overwrite, control));
        return gis::Warnings{};
    }
    return gis::exportLayers(path, {{layer.name, layer.table, gis::GeometryType::Empty}}, overwrite, {encoding, true},
                             control);
}

}  // namespace

ExportLayerDialog::ExportLayerDialog(Workbench& workbench, gis::LayerId layer)
    : WorkDialog(workbench, QStringLiteral("exportLayerDialog"), tr("Export a layer"), QSize(560, 10)),
      m_layer(layer),
      m_format(new QComboBox(this)),
      m_selectedOnly(new QCheckBox(tr("Selected features only"), this)),
      m_path(new QLineEdit(this)),
      m_note(note()) {
    m_format->setObjectName(QStringLiteral("format"));
    m_path->setObjectName(QStringLiteral("path"));
    m_format->addItem(tr("GeoPackage"), QStringLiteral("gpkg"));
    for (const char* encoding : {"UTF-8", "GBK"}) {
        m_format->addItem(tr("Shapefile, texts in %1").arg(QLatin1String(encoding)), QStringLiteral("shp"));
        m_format->setItemData(m_format->count() - 1, QByteArray(encoding), encodingRole);
    }
    m_format->addItem(tr("GeoJSON"), QStringLiteral("geojson"));
    m_format->addItem(tr("FlatGeobuf"), QStringLiteral("fgb"));
    m_format->addItem(tr("Excel table, without the shapes"), QStringLiteral("xlsx"));
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("File"), row);
    form->addRow(QString(), m_selectedOnly);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addStretch(1);
    m_export = addButtons(*column, tr("Export"));
    const layers::LayerPtr exported = present();
    const FeatureSet& picked = session().selection().features();
    m_selectedOnly->setEnabled(picked.layer == layer && !picked.isEmpty());
    if (exported) {
        setWindowTitle(tr("Export “%1”").arg(text(exported->name)));
        QString name = text(exported->name);
        for (QChar& c : name)
            if (QStringLiteral("/\\:*?\"<>|").contains(c)) c = u'_';
        m_path->setText(QDir(lastFolder()).filePath(name + QStringLiteral(".gpkg")));
    }
    connect(choose, &QPushButton::clicked, this, &ExportLayerDialog::choosePath);
    connect(m_format, &QComboBox::activated, this, &ExportLayerDialog::formatChosen);
    connect(m_path, &QLineEdit::textChanged, this, &ExportLayerDialog::pathEdited);
    pathEdited();
}

layers::LayerPtr ExportLayerDialog::present() const {
    const auto snapshot = session().snapshot();
    return snapshot ? snapshot->layer(m_layer) : nullptr;
}

std::string ExportLayerDialog::encoding() const {
    const QByteArray chosen = m_format->currentData(encodingRole).toByteArray();
    return chosen.isEmpty() ? "UTF-8" : chosen.toStdString();
}

QString ExportLayerDialog::ending() const { return m_format->currentData().toString(); }

void ExportLayerDialog::setPath(const QString& path) { m_path->setText(path); }

void ExportLayerDialog::choosePath() {
    auto* dialog = new QFileDialog(this, tr("Export to"), QFileInfo(m_path->text()).absolutePath(),
                                   QStringLiteral("%1 (*.%2)").arg(m_format->currentText(), ending()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending());
    dialog->selectFile(QFileInfo(m_path->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_replaceable = path;
        m_path->setText(path);
    });
    dialog->open();
}

void ExportLayerDialog::formatChosen() {
    const QFileInfo file(m_path->text());
    m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + u'.' + ending()));
    explain();  // another encoding changes no path
}

void ExportLayerDialog::pathEdited() {
    const QString suffix = QFileInfo(m_path->text()).suffix().toLower();
    const int format = m_format->findData(suffix);
    if (format >= 0 && suffix != ending()) m_format->setCurrentIndex(format);
    m_export->setEnabled(format >= 0 && present());
    explain();
}

void ExportLayerDialog::explain() {
    const layers::LayerPtr layer = present();
    if (!layer) return;
    QString words;
    if (ending() == QLatin1String("shp")) {
        words = shapefileWords(*layer);
    } else if (ending() == QLatin1String("geojson")) {
        words = tr("Coordinates are written as degrees of WGS 84, as the format asks.");
    } else if (ending() == QLatin1String("xlsx")) {
        words = tr("One row for each feature with its attributes.");
    } else {
        words = tr("Keeps all fields, texts and the coordinate reference system.");
    }
    m_note->setText(words);
}

QString ExportLayerDialog::shapefileWords(const layers::Layer& layer) const {
    QString words = encoding() == "GBK"
                        ? tr("For older programs. A .cpg file and the head of the table say that the texts are GBK.")
                        : tr("A .cpg file says that the texts are UTF-8.");
    QStringList cut;
    const gis::Schema& schema = layer.table.schema();
    if (const auto encoder = gis::TextEncoder::make(encoding())) {
        const auto names = gis::tableColumnNames(schema, *encoder);
        for (std::size_t i = 0; i < names.size(); ++i)
            if (encoder->decode(names[i]) != schema.fields()[i].name)
                cut << QStringLiteral("%1 → %2").arg(text(schema.fields()[i].name), text(encoder->decode(names[i])));
    }
    if (!cut.isEmpty())
        words += u'\n' + tr("A Shapefile cuts field names to 10 bytes: %1. GeoPackage keeps them.")
                             .arg(cut.join(QStringLiteral(", ")));
    return words + u'\n' +
           tr("Texts beyond 254 bytes are cut; what was cut or could not be written is listed afterwards.");
}

void ExportLayerDialog::accept() {
    if (!m_export->isEnabled()) return;
    const QString path = m_path->text();
    if (!QFileInfo::exists(path) || path == m_replaceable)
        return write(path == m_replaceable ? gis::Overwrite::Yes : gis::Overwrite::No);
    auto* question = new QMessageBox(QMessageBox::NoIcon, QString(),
                                     tr("Replace “%1”?").arg(QFileInfo(path).fileName()), QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("replaceQuestion"));
    const QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, replace](const QAbstractButton* chosen) {
        if (chosen == replace) write(gis::Overwrite::Yes);
    });
    question->open();
}

void ExportLayerDialog::write(gis::Overwrite overwrite) {
    const layers::LayerPtr layer = present();
    if (!layer) return;
    const QString path = m_path->text();
    rememberFolder(path);
    Session& told = session();
    auto chosen =
        m_selectedOnly->isChecked() ? session().selection().features().features : std::vector<gis::FeatureId>{};
    told.jobs().run(
        &told, tr("Exporting %1").arg(text(layer->name)),
        [layer, chosen, path = path.toStdString(), overwrite, encoding = encoding()](const gis::JobControl& control) {
            if (chosen.empty()) return writeLayer(*layer, path, overwrite, encoding, control);
            layers::Layer part = *layer;
            part.table = chosenFeatures(*layer, chosen);
            return writeLayer(part, path, overwrite, encoding, control);
        },
        [&told, path](const gis::Result<gis::Warnings>& outcome) {
            if (!outcome) return told.messages().error(outcome.error());
            told.messages().post(MessageLevel::Information, tr("Wrote %1").arg(path), tr("Show the folder"), [path] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
            });
            told.messages().warnings(*outcome);
        });
    WorkDialog::accept();
}

}  // namespace app
