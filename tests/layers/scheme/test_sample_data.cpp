// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "Fixture.h"
#include "gis/engine/Overlay.h"
#include "gis/engine/Validity.h"
#include "layers/scheme/BaseInPlane.h"

/// The shipped sample itself.
class TestSampleData : public QObject {
    Q_OBJECT
private:
    static std::string folder() { return gis::resourceFolder() + "/sample/"; }
    static std::vector<gis::VectorLayer> read(const std::string& file) {
        auto found = gis::readLayers(gis::SourceName::parse(folder() + file));
        if (!found) qFatal("%s", gis::describe(found.error()).c_str());
        return std::move(*found);
    }

private Q_SLOTS:
    void isSmall() {
        std::uintmax_t bytes = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder()))
            if (entry.is_regular_file()) bytes += entry.file_size();
        QVERIFY2(bytes <= 6'000'000, qPrintable(QString::number(bytes)));
    }

    void everyShapeIsValid_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("layers");
        QTest::newRow("boundaries") << "boundaries.gpkg" << 4;
        QTest::newRow("outlines") << "outlines.gpkg" << 1;
        QTest::newRow("rivers") << "rivers.gpkg" << 2;
        QTest::newRow("control lines") << "control.gpkg" << 3;
    }
    void everyShapeIsValid() {
        QFETCH(QString, file);
        const auto layers = read(file.toStdString());
        QTEST(static_cast<int>(layers.size()), "layers");
        for (const gis::VectorLayer& layer : layers) {
            QVERIFY(!layer.table.isEmpty());
            for (const gis::Feature& feature : layer.table) QVERIFY(!gis::flawOf(feature.geometry()));
        }
    }

    void controlLinesSayThatTheyAreInvented() {
        for (const gis::VectorLayer& layer : read("control.gpkg")) {
            const int name = layer.table.schema().indexOf("name");
            const int note = layer.table.schema().indexOf("note");
            for (const gis::Feature& feature : layer.table) {
                QVERIFY(gis::toText(feature.attribute(name)).find("虚构演示数据") != std::string::npos);
                QVERIFY(gis::toText(feature.attribute(note)).find("虚构演示数据") != std::string::npos);
            }
        }
    }

    void boundariesAreACoverage() {
        // Counties of 重庆 neither overlap nor leave gaps: their areas add up to the province's.
        double counties = 0;
        double province = 0;
        for (const gis::VectorLayer& layer : read("boundaries.gpkg"))
            for (const gis::Feature& feature : layer.table) {
                if (layer.info.name == "county") counties += gis::planeArea(feature.geometry());
                if (layer.info.name == "province" && gis::toText(feature.attribute(0)) == "500000")
                    province = gis::planeArea(feature.geometry());
            }
        QVERIFY(province > 0);
        QVERIFY(std::abs(counties / province - 1) < 1e-9);
    }

    void everyMemberHasASeatInItsUnit() {
        if (!fixture::hasShared()) QSKIP("the shared data is not here");
        const layers::Geography known = layers::shippedGeography().value();
        const layers::Scheme scheme = fixture::scheme(fixture::shared("domain/layouts.json"));
        auto plane = layers::BaseInPlane::make(fixture::base({fixture::shared("data/admin.gpkg")}),
                                               gis::CoordinateReferenceSystem::fromCode("EPSG:4545").value());
        for (const layers::SchemeElement& element : scheme.elements) {
            for (const layers::SchemePlace& member : element.members) {
                const layers::KnownPlace* seat =
                    member.adcode.empty() ? known.placeByName(member.name) : known.placeByCode(member.adcode);
                QVERIFY2(seat != nullptr, member.name.c_str());
                QCOMPARE(seat->name, member.name);
                const auto area = plane->areaOf(member).value();
                if (!area) continue;
                const auto at = plane->fromDegrees(seat->position).value();
                const auto near = gis::nearestPoints(gis::Geometry::point(at), *area);
                QVERIFY2(near && near->distance < 3000, member.name.c_str());
            }
        }
    }

    void badGeographyIsNamed() {
        const std::string places = R"({"places":[{"adcode":"500101","name":"a","lon":108.4,"lat":30.8}]})";
        const auto unknownStop =
            layers::geographyFromJson(places, R"({"routes":[{"name":"r","stops":["500101","123456"]}]})", "{}");
        QVERIFY(!unknownStop);
        QVERIFY(gis::describe(unknownStop.error()).find("123456") != std::string::npos);
        const auto noLatitude = layers::geographyFromJson(R"({"places":[{"name":"a","lon":108.4}]})", "{}", "{}");
        QVERIFY(!noLatitude);
        QVERIFY(gis::describe(noLatitude.error()).find("places[0]: lat") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSampleData)
#include "test_sample_data.moc"
