// SPDX-License-Identifier: Apache-2.0
// What is kept of large linked layers for the next session: it draws the same, and what does not fit is not taken.
#include <QGuiApplication>
#include <QtTest>

#include "gis/io/PackedCache.h"
#include "gis/io/PackedVectorFile.h"
#include "layers/project/ProjectStore.h"
#include "layers/render/KeptForms.h"
#include "layers/render/MapRenderer.h"
#include "tests/layers/render/LargeLinkedLayer.h"

using namespace layers;

namespace {

constexpr std::size_t few = 1000;  ///< vertices

MapSettings settingsOf() {
    MapSettings settings;
    settings.crs = small_plan::crs();
    const gis::Coordinate low = small_plan::at(-100, -100);
    settings.extent = {low.x, low.y, low.x + LargeLinkedLayer::width + 200, low.y + LargeLinkedLayer::width + 200};
    settings.widthMm = settings.heightMm = 100;
    settings.labels = false;
    return settings;
}

QImage picture(const ProjectSnapshot& plan, LayerForms& forms) {
    auto image = renderMap(plan, settingsOf(), {}, &forms);
    if (!image) qFatal("%s", gis::describe(image.error()).c_str());
    return *image;
}

/// Draws a layer in a session of its own, which keeps what it found out.
QImage drawnAndKept(const LargeLinkedLayer& data, const Layer& layer) {
    LayerForms forms;
    forms.setKept(std::make_shared<KeptForms>(data.keptFolder(), few));
    const QImage image = picture(LargeLinkedLayer::planOf(layer), forms);
    if (!forms.keep({})) qFatal("cannot be kept");
    return image;
}

QImage preview(const KeptForms::Preview& preview) {
    LayerForms forms;
    forms.setPreviews({preview.form});
    return picture(LargeLinkedLayer::planOf(*preview.layer), forms);
}

QFileInfoList files(const LargeLinkedLayer& data) {
    return QDir(QString::fromStdString(data.keptFolder())).entryInfoList(QDir::Files, QDir::Name);
}

bool hasRanks(const LargeLinkedLayer& data, const Layer& layer) {
    const auto form = layerForm(layer.table, layer.table.crs(), settingsOf());
    return KeptForms(data.keptFolder(), few).ranks(layer, small_plan::crs(), (*form)->form.shapes).has_value();
}

bool hasPreview(const LargeLinkedLayer& data, const Layer& head) {
    return KeptForms(data.keptFolder(), few).preview(head, small_plan::crs()).has_value();
}

Style byClass(Style style) {
    style.categoryField = "class";
    Category red;
    red.value = "a";
    red.symbol.fill = FillSymbol{};
    red.symbol.fill->colour = {255, 0, 0, 255};
    style.categories = {red};
    return style;
}

void damage(const QFileInfo& file, qint64 at, bool cut) {
    QFile bytes(file.filePath());
    if (!bytes.open(QIODevice::ReadWrite)) qFatal("cannot be opened");
    if (cut) {
        bytes.resize(at);
        return;
    }
    bytes.seek(at);
    const char before = bytes.read(1).at(0);
    bytes.seek(at);
    bytes.write(QByteArray(1, static_cast<char>(before ^ 1)));
}

}  // namespace

class TestKeptForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSamePictureBeforeTheFeaturesAreRead() {
        const LargeLinkedLayer data;
        const QImage fresh = drawnAndKept(data, data.layer());
        QCOMPARE(files(data).size(), 2);
        const auto kept = KeptForms(data.keptFolder(), few).preview(data.head(), small_plan::crs());
        QVERIFY(kept.has_value());
        QVERIFY(kept->form->isRough);
        QCOMPARE(kept->layer->table.size(), std::size_t{64});
        QVERIFY(kept->form->form.shapes.coordinates.size() * 4 < data.layer().table.size() * 2800);
        QVERIFY(kept->layer->table.extent() == data.layer().table.extent());
        QVERIFY(preview(*kept) == fresh);
    }
    /// Reading, drawing and check hold the coordinates of a large layer once, and little beside them.
    void coordinatesAreHeldOnce() {
        const LargeLinkedLayer data;
        const Layer layer = data.layer();
        const auto made = layerForm(layer.table, layer.table.crs(), settingsOf());
        QVERIFY(made);
        const gis::DrawingForm& form = (*made)->form;
        QCOMPARE(form.shapes.coordinates.data(), layer.table.at(0).geometry().coordinates().data());
        QCOMPARE(gis::packed(layer.table)->coordinates.data(), form.shapes.coordinates.data());
        std::size_t count = 0, features = 0;
        for (const gis::Feature& feature : layer.table) {
            count += feature.geometry().coordinateCount();
            features += feature.geometry().byteCount();
        }
        QCOMPARE(form.shapes.coordinates.size(), count);
        const std::size_t tree = form.tree.boxes.size_bytes() + form.tree.runSequences.size_bytes() +
                                 form.tree.sequenceRuns.size_bytes() + form.tree.shapeStarts.size_bytes() +
                                 form.tree.shapeRuns.size_bytes();
        const auto raw = static_cast<double>(form.shapes.coordinates.size_bytes());
        const auto all = raw + static_cast<double>(features + tree + form.byteCount());
        QVERIFY2(all < 1.6 * raw, qPrintable(QString::number(all / raw)));
    }
    void keptRanksDrawTheSame() {
        const LargeLinkedLayer data;
        const Layer layer = data.layer();
        const QImage fresh = drawnAndKept(data, layer);
        QVERIFY(hasRanks(data, layer));
        const auto before = files(data);
        QTest::qWait(20);
        QVERIFY(drawnAndKept(data, data.layer()) == fresh);  // from ranks that were kept
        QCOMPARE(files(data).first().lastModified(), before.first().lastModified());
    }
    void classesAreKnownBeforeTheFeaturesAre() {
        const LargeLinkedLayer data;
        Layer layer = data.layer();
        layer.style = byClass(layer.style);
        const QImage fresh = drawnAndKept(data, layer);
        Layer head = data.head();
        QVERIFY(!hasPreview(data, head));  // another style asks for other values
        head.style = layer.style;
        const auto kept = KeptForms(data.keptFolder(), few).preview(head, small_plan::crs());
        QVERIFY(kept.has_value());
        QVERIFY(preview(*kept) == fresh);
        head.style.classedBy = ClassedBy::Rule;
        QVERIFY(!hasPreview(data, head));
        head.style = layer.style;
        head.style.symbol.line->dashMm = {2, 1};  // not drawn from forms
        QVERIFY(!hasPreview(data, head));
    }
    void anotherFileUnderTheSameName() {
        const LargeLinkedLayer data;
        drawnAndKept(data, data.layer());
        QVERIFY(hasPreview(data, data.head()));
        const Layer old = data.layer();
        data.write(2);
        QVERIFY(!hasPreview(data, data.head()));
        QVERIFY(!hasRanks(data, data.layer()));
        const QImage second = drawnAndKept(data, data.layer());
        QVERIFY(hasRanks(data, data.layer()));
        QVERIFY(!hasRanks(data, old));  // other shapes than those the ranks are of
        LayerForms plain;
        QVERIFY(second == picture(LargeLinkedLayer::planOf(data.layer()), plain));
        QCOMPARE(files(data).size(), 2);  // in the place of the old ones
        std::filesystem::remove(data.source());
        QVERIFY(!KeptForms(data.keptFolder(), few).preview(old, small_plan::crs()).has_value());
    }
    void aDamagedFileIsNotTaken_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("cut");
        for (const bool cut : {false, true})
            for (const double share : {0.0, 0.001, 0.4, 0.7})
                QTest::addRow("%s at %g", cut ? "cut off" : "a bit turned over", share) << share << cut;
    }
    void aDamagedFileIsNotTaken() {
        QFETCH(double, share);
        QFETCH(bool, cut);
        const LargeLinkedLayer data;
        const QImage fresh = drawnAndKept(data, data.layer());
        for (const QFileInfo& file : files(data))
            damage(file, static_cast<qint64>(static_cast<double>(file.size() - 64) * share), cut);
        QVERIFY(!hasPreview(data, data.head()));
        QVERIFY(!hasRanks(data, data.layer()));
        QVERIFY(drawnAndKept(data, data.layer()) == fresh);  // made anew, and kept again
        QVERIFY(hasPreview(data, data.head()));
        QVERIFY(hasRanks(data, data.layer()));
    }
    void smallAndCopiedLayersAreNot() {
        const LargeLinkedLayer data;
        Layer copied = data.layer();
        copied.source = {};
        drawnAndKept(data, copied);
        QVERIFY(files(data).isEmpty());
        LayerForms forms;
        forms.setKept(std::make_shared<KeptForms>(data.keptFolder()));
        picture(LargeLinkedLayer::planOf(data.layer()), forms);
        QVERIFY(forms.keep({}).has_value());
        QVERIFY(files(data).isEmpty());
    }
    void goesWithTheIndex() {
        const LargeLinkedLayer data;
        drawnAndKept(data, data.layer());
        gis::PackedCache::wipe(data.keptFolder());
        QVERIFY(!QDir(QString::fromStdString(data.keptFolder())).exists());
        QVERIFY(!hasPreview(data, data.head()));
    }
    void servesUntilTheTrueFormIsMade() {
        const LargeLinkedLayer data;
        const QImage fresh = drawnAndKept(data, data.layer());
        const auto kept = KeptForms(data.keptFolder(), few).preview(data.head(), small_plan::crs());
        LayerForms forms;
        forms.setPreviews({kept->form});
        MapSettings rough = settingsOf();
        rough.rough = true;
        const ProjectSnapshot plan = LargeLinkedLayer::planOf(data.layer());
        const auto first = renderUnlabelled(plan, rough, {}, &forms);
        QVERIFY(first->list.layers.front().isRough);
        QVERIFY(first->image == fresh);
        const LayerFormPtr& used = first->list.layers.front().form;
        QCOMPARE(used->form.shapes.coordinates.data(), kept->form->form.shapes.coordinates.data());
        rough.extent = rough.extent.grown(-0.499 * rough.extent.width());  // too near for it
        const auto near = renderUnlabelled(plan, rough, {}, &forms);
        QVERIFY(near->list.layers.front().isRough);
        QVERIFY(near->list.layers.front().form->form.shapes.coordinates.data() !=
                kept->form->form.shapes.coordinates.data());
        QVERIFY(picture(plan, forms) == fresh);
        QVERIFY(!renderUnlabelled(plan, rough, {}, &forms)->list.layers.front().isRough);
        LayerForms other;
        other.setPreviews({kept->form});
        data.write(3);
        const auto changed = renderUnlabelled(LargeLinkedLayer::planOf(data.layer()), rough, {}, &other);
        QVERIFY(changed->list.layers.front().form->form.shapes.coordinates.data() !=
                kept->form->form.shapes.coordinates.data());
    }
    void aPlanThatIsNotReadYet() {
        const LargeLinkedLayer data;
        const QImage fresh = drawnAndKept(data, data.layer());
        const ProjectSnapshot plan = LargeLinkedLayer::planOf(data.layer());
        QVERIFY(createProject(data.projectPath(), plan, gis::Overwrite::No).has_value());
        std::optional<PlanPreview> early;
        int calls = 0;
        const auto opened = openProject(data.projectPath(), {}, [&](const ProjectSnapshot& unread) {
            ++calls;
            QVERIFY(unread.layers.front()->table.isEmpty());
            early = previewOf(unread, small_plan::crs(), KeptForms(data.keptFolder(), few));
        });
        QVERIFY(opened.has_value());
        QCOMPARE(calls, 1);
        QVERIFY(early.has_value());
        QCOMPARE(opened->snapshot->layers.front()->table.size(), std::size_t{64});
        LayerForms forms;
        forms.setPreviews(early->forms);
        QVERIFY(picture(*early->plan, forms) == fresh);
        QVERIFY(picture(*opened->snapshot, forms) == fresh);  // what stood for the layer does so no more
        forms.keepOnly(*opened->snapshot);
        QVERIFY(picture(*opened->snapshot, forms) == fresh);
    }
};

QTEST_MAIN(TestKeptForms)
#include "test_kept_forms.moc"
