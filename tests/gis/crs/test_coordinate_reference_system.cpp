// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <cmath>
#include <thread>

#include "gis/crs/CoordinateReferenceSystem.h"

using gis::CoordinateReferenceSystem;
using gis::DatumFamily;

namespace {

CoordinateReferenceSystem coded(const char* code) {
    const auto crs = CoordinateReferenceSystem::fromCode(code);
    return crs ? *crs : CoordinateReferenceSystem();
}

/// ESRI's WKT of a Gauss-Krüger zone on some datum, as ArcGIS writes it into a .prj.
std::string esriZone(const char* name, const char* geographic, const char* datum, const char* spheroid,
                     const char* falseEasting, const char* meridian) {
    return std::string("PROJCS[\"") + name + "\",GEOGCS[\"" + geographic + "\",DATUM[\"" + datum + "\",SPHEROID[" +
           spheroid +
           "]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"]," +
           "PARAMETER[\"False_Easting\"," + falseEasting + "],PARAMETER[\"False_Northing\",0.0]," +
           "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\",1.0]," +
           "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
}

constexpr auto cgcsDatum = "D_China_2000";
constexpr auto cgcsGeographic = "GCS_China_Geodetic_Coordinate_System_2000";
constexpr auto cgcsSpheroid = "\"CGCS2000\",6378137.0,298.257222101";

}  // namespace

class TestCoordinateReferenceSystem : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaultIsUnknown();
    void spellingsOfACode_data();
    void spellingsOfACode();
    void refusedCodes_data();
    void refusedCodes();
    void zones_data();
    void zones();
    void datumFamilies_data();
    void datumFamilies();
    void esriWktFindsItsCode_data();
    void esriWktFindsItsCode();
    void oldDatumsInWkt_data();
    void oldDatumsInWkt();
    void wrongIdInWktIsNotBelieved();
    void ownTowgs84IsLeftOut();
    void horizontalPartOfCompound();
    void refusedWkt_data();
    void refusedWkt();
    void wktRoundTrip();
    void equalApartFromAxisOrderAndName();
    void unitIsReadInMetres();
    void baseOfAProjectedCrs();
    void everyThreadMayAsk();
};

void TestCoordinateReferenceSystem::defaultIsUnknown() {
    const CoordinateReferenceSystem crs;
    QVERIFY(!crs.isKnown() && !crs.isGeographic() && !crs.isProjected());
    QVERIFY(crs.code().empty() && crs.wkt().empty());
    QCOMPARE(crs.epsg(), 0);
    QVERIFY(std::isnan(crs.centralMeridian()));
    QVERIFY(crs == CoordinateReferenceSystem());
    QVERIFY(!(crs == CoordinateReferenceSystem::wgs84()));
    QVERIFY(!crs.geographicBase().isKnown());
}

void TestCoordinateReferenceSystem::spellingsOfACode_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("bare number") << QByteArray("4545") << QByteArray("EPSG:4545");
    QTest::newRow("authority and number") << QByteArray("EPSG:4490") << QByteArray("EPSG:4490");
    QTest::newRow("lower case") << QByteArray("epsg:4490") << QByteArray("EPSG:4490");
    QTest::newRow("OGC URN") << QByteArray("urn:ogc:def:crs:EPSG::4524") << QByteArray("EPSG:4524");
    QTest::newRow("3D geographic is cut to 2D") << QByteArray("EPSG:4480") << QByteArray("EPSG:4490");
    QTest::newRow("CRS84 is WGS 84 with longitude first") << QByteArray("OGC:CRS84") << QByteArray("EPSG:4326");
    QTest::newRow("another authority") << QByteArray("ESRI:102025") << QByteArray("ESRI:102025");
}

void TestCoordinateReferenceSystem::spellingsOfACode() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    const auto crs = CoordinateReferenceSystem::fromCode(text.toStdString());
    QVERIFY(crs.has_value());
    QCOMPARE(QByteArray::fromStdString(crs->code()), code);
    QVERIFY(crs->isKnown());
}

void TestCoordinateReferenceSystem::refusedCodes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no such code") << QByteArray("EPSG:999999");
    QTest::newRow("no such authority") << QByteArray("NOBODY:4490");
    QTest::newRow("geocentric") << QByteArray("EPSG:4479");
    QTest::newRow("vertical") << QByteArray("EPSG:5737");
    QTest::newRow("PROJ string") << QByteArray("+proj=longlat +datum=WGS84 +type=crs");
    QTest::newRow("initialisation file") << QByteArray("+init=/etc/passwd:1");
    QTest::newRow("free text") << QByteArray("CGCS2000");
    QTest::newRow("two codes") << QByteArray("EPSG:4490+5737");
    QTest::newRow("grads") << QByteArray("EPSG:4807");
}

void TestCoordinateReferenceSystem::refusedCodes() {
    QFETCH(QByteArray, text);
    const auto crs = CoordinateReferenceSystem::fromCode(text.toStdString());
    QVERIFY(!crs.has_value());
    QCOMPARE(crs.error().code, gis::ErrorCode::CrsUnknown);
    QVERIFY(!crs.error().advice.empty());
}

void TestCoordinateReferenceSystem::zones_data() {
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("meridian");
    for (int epsg = 4491; epsg <= 4554; ++epsg) {
        const int meridian = epsg <= 4501   ? 75 + 6 * (epsg - 4491)
                             : epsg <= 4512 ? 75 + 6 * (epsg - 4502)
                             : epsg <= 4533 ? 75 + 3 * (epsg - 4513)
                                            : 75 + 3 * (epsg - 4534);
        QTest::addRow("EPSG:%d", epsg) << epsg << static_cast<double>(meridian);
    }
}

void TestCoordinateReferenceSystem::zones() {
    QFETCH(int, epsg);
    QFETCH(double, meridian);
    const auto crs = CoordinateReferenceSystem::fromCode(std::to_string(epsg));
    QVERIFY(crs.has_value());
    QCOMPARE(crs->epsg(), epsg);
    QCOMPARE(crs->centralMeridian(), meridian);
    QCOMPARE(crs->metresPerUnit(), 1.0);
    QVERIFY(crs->isProjected() && !crs->isGeographic());
    QCOMPARE(crs->datumFamily(), DatumFamily::Cgcs2000);
    QVERIFY(crs->geographicBase() == CoordinateReferenceSystem::cgcs2000());
}

void TestCoordinateReferenceSystem::datumFamilies_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<DatumFamily>("family");
    QTest::newRow("CGCS2000") << QByteArray("4490") << DatumFamily::Cgcs2000;
    QTest::newRow("WGS 84 ensemble") << QByteArray("4326") << DatumFamily::Wgs84;
    QTest::newRow("UTM on WGS 84") << QByteArray("32648") << DatumFamily::Wgs84;
    QTest::newRow("Web Mercator") << QByteArray("3857") << DatumFamily::Wgs84;
    QTest::newRow("Beijing 1954") << QByteArray("4214") << DatumFamily::Beijing54;
    QTest::newRow("Beijing 1954 zone") << QByteArray("2436") << DatumFamily::Beijing54;
    QTest::newRow("Xian 1980") << QByteArray("4610") << DatumFamily::Xian80;
    QTest::newRow("Xian 1980 zone") << QByteArray("2381") << DatumFamily::Xian80;
    QTest::newRow("New Beijing") << QByteArray("4555") << DatumFamily::NewBeijing54;
    QTest::newRow("New Beijing zone") << QByteArray("4796") << DatumFamily::NewBeijing54;
    QTest::newRow("Pulkovo 1942 shares Krassowsky's ellipsoid") << QByteArray("4284") << DatumFamily::Other;
    QTest::newRow("NAD83") << QByteArray("4269") << DatumFamily::Other;
    QTest::newRow("WGS 72") << QByteArray("4322") << DatumFamily::Other;
    QTest::newRow("auxiliary sphere with WGS 84's name") << QByteArray("ESRI:104199") << DatumFamily::Other;
}

void TestCoordinateReferenceSystem::datumFamilies() {
    QFETCH(QByteArray, code);
    QFETCH(DatumFamily, family);
    const auto crs = CoordinateReferenceSystem::fromCode(code.toStdString());
    QVERIFY(crs.has_value());
    QCOMPARE(crs->datumFamily(), family);
    QVERIFY(!crs->datumName().empty());
}

void TestCoordinateReferenceSystem::esriWktFindsItsCode_data() {
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* title, const std::string& wkt, const char* code) {
        QTest::newRow(title) << QByteArray::fromStdString(wkt) << QByteArray(code);
    };
    const auto cgcs = [](const char* name, const char* easting, const char* meridian) {
        return esriZone(name, cgcsGeographic, cgcsDatum, cgcsSpheroid, easting, meridian);
    };
    row("3 degrees by meridian", cgcs("CGCS2000_3_Degree_GK_CM_108E", "500000.0", "108.0"), "EPSG:4545");
    row("3 degrees by zone", cgcs("CGCS2000_3_Degree_GK_Zone_36", "36500000.0", "108.0"), "EPSG:4524");
    row("6 degrees by meridian", cgcs("CGCS2000_GK_CM_105E", "500000.0", "105.0"), "EPSG:4507");
    row("6 degrees by zone", cgcs("CGCS2000_GK_Zone_18", "18500000.0", "105.0"), "EPSG:4496");
    row("own name, numbers of a zone", cgcs("our_city_2000", "500000.0", "108.0"), "EPSG:4545");
    row("own central meridian has no code", cgcs("our_city_2000", "500000.0", "106.5"), "");
    row("zone's name over other numbers", cgcs("CGCS2000_3_Degree_GK_CM_108E", "500000.0", "107.0"), "");
    row("geographic CGCS2000",
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,"
        "298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
        "EPSG:4490");
    row("geographic WGS 84",
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
        "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
        "EPSG:4326");
}

void TestCoordinateReferenceSystem::esriWktFindsItsCode() {
    QFETCH(QByteArray, wkt);
    QFETCH(QByteArray, code);
    const auto crs = CoordinateReferenceSystem::fromWkt(wkt.toStdString());
    QVERIFY(crs.has_value());
    QCOMPARE(QByteArray::fromStdString(crs->code()), code);
    if (!code.isEmpty()) QVERIFY(*crs == coded(code.constData()));
    if (!wkt.startsWith("GEOGCS[\"GCS_WGS")) QCOMPARE(crs->datumFamily(), DatumFamily::Cgcs2000);
}

void TestCoordinateReferenceSystem::oldDatumsInWkt_data() {
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<DatumFamily>("family");
    const auto row = [](const char* title, const char* name, const char* geographic, const char* datum,
                        const char* spheroid, DatumFamily family) {
        QTest::newRow(title) << QByteArray::fromStdString(
                                    esriZone(name, geographic, datum, spheroid, "500000.0", "108.0"))
                             << family;
    };
    row("ESRI Xian 1980", "Xian_1980_3_Degree_GK_CM_108E", "GCS_Xian_1980", "D_Xian_1980",
        "\"Xian_1980\",6378140.0,298.257", DatumFamily::Xian80);
    row("ESRI Beijing 1954", "Beijing_1954_3_Degree_GK_CM_108E", "GCS_Beijing_1954", "D_Beijing_1954",
        "\"Krasovsky_1940\",6378245.0,298.3", DatumFamily::Beijing54);
    row("ESRI New Beijing", "New_Beijing_3_Degree_Gauss_Kruger_CM_108E", "GCS_New_Beijing", "D_New_Beijing",
        "\"Krasovsky_1940\",6378245.0,298.3", DatumFamily::NewBeijing54);
    row("unnamed datum on Krassowsky", "local", "unnamed", "unknown", "\"Krasovsky_1940\",6378245.0,298.3",
        DatumFamily::Beijing54);
    row("unnamed datum on IUGG 1975", "local", "unnamed", "unknown", "\"IUGG 1975\",6378140.0,298.257",
        DatumFamily::Xian80);
    row("own datum name, Krassowsky by its numbers", "local", "local", "D_city_54", "\"user\",6378245.0,298.3",
        DatumFamily::Beijing54);
    row("unnamed datum on a modern ellipsoid", "local", "unnamed", "unknown", "\"GRS 1980\",6378137.0,298.257222101",
        DatumFamily::Unknown);
}

void TestCoordinateReferenceSystem::oldDatumsInWkt() {
    QFETCH(QByteArray, wkt);
    QFETCH(DatumFamily, family);
    const auto crs = CoordinateReferenceSystem::fromWkt(wkt.toStdString());
    QVERIFY(crs.has_value());
    QCOMPARE(crs->datumFamily(), family);
    QCOMPARE(crs->centralMeridian(), 108.0);
}

void TestCoordinateReferenceSystem::wrongIdInWktIsNotBelieved() {
    std::string wkt = esriZone("my zone", cgcsGeographic, cgcsDatum, cgcsSpheroid, "500000.0", "108.5");
    wkt.insert(wkt.size() - 1, ",AUTHORITY[\"EPSG\",\"4545\"]");
    const auto crs = CoordinateReferenceSystem::fromWkt(wkt);
    QVERIFY(crs.has_value());
    QCOMPARE(crs->code(), std::string());
    QCOMPARE(crs->epsg(), 0);
    QCOMPARE(crs->centralMeridian(), 108.5);
    QVERIFY(!(*crs == coded("4545")));
}

void TestCoordinateReferenceSystem::ownTowgs84IsLeftOut() {
    const auto crs = CoordinateReferenceSystem::fromWkt(
        "GEOGCS[\"Xian 1980\",DATUM[\"Xian_1980\",SPHEROID[\"IAG 1975\",6378140,298.257],TOWGS84[1,2,3,0,0,0,0]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    QVERIFY(crs.has_value());
    QCOMPARE(crs->datumFamily(), DatumFamily::Xian80);
    QVERIFY(crs->wkt().find("BOUNDCRS") == std::string::npos);
    QCOMPARE(crs->code(), std::string("EPSG:4610"));
}

void TestCoordinateReferenceSystem::horizontalPartOfCompound() {
    const auto crs = CoordinateReferenceSystem::fromWkt(
        "COMPD_CS[\"with heights\"," +
        esriZone("CGCS2000_3_Degree_GK_CM_108E", cgcsGeographic, cgcsDatum, cgcsSpheroid, "500000.0", "108.0") +
        ",VERT_CS[\"Yellow Sea 1985\",VERT_DATUM[\"Yellow Sea 1985\",2005],UNIT[\"metre\",1]]]");
    QVERIFY(crs.has_value());
    QCOMPARE(crs->epsg(), 4545);
}

void TestCoordinateReferenceSystem::refusedWkt_data() {
    QTest::addColumn<QByteArray>("wkt");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("PROJCS[\"x\",GEOGCS[\"y\"");
    QTest::newRow("a plan's own grid") << QByteArray("LOCAL_CS[\"site\",LOCAL_DATUM[\"d\",0],UNIT[\"metre\",1]]");
    QTest::newRow("deep nesting") << QByteArray("A[").repeated(100'000);
    QTest::newRow("too long") << QByteArray(2 << 20, 'A');
}

void TestCoordinateReferenceSystem::refusedWkt() {
    QFETCH(QByteArray, wkt);
    const auto crs = CoordinateReferenceSystem::fromWkt(wkt.toStdString());
    QVERIFY(!crs.has_value());
    QCOMPARE(crs.error().code, gis::ErrorCode::CrsUnknown);
}

void TestCoordinateReferenceSystem::wktRoundTrip() {
    for (const char* code : {"4490", "4545", "4326", "3857", "ESRI:102025"}) {
        const auto crs = coded(code);
        QVERIFY2(crs.wkt().find('\n') == std::string::npos, code);
        const auto again = CoordinateReferenceSystem::fromWkt(crs.wkt());
        QVERIFY2(again.has_value(), code);
        QVERIFY2(*again == crs, code);
        QCOMPARE(again->epsg(), crs.epsg());
    }
}

void TestCoordinateReferenceSystem::equalApartFromAxisOrderAndName() {
    QVERIFY(coded("4326") == coded("OGC:CRS84"));
    QVERIFY(coded("4507") == coded("4544"));  // 6° and 3° zone of 105°E: the same numbers
    QVERIFY(!(coded("4545") == coded("4524")));
    QVERIFY(!(coded("4490") == coded("4326")));
    QVERIFY(!(coded("4545") == coded("4490")));
}

void TestCoordinateReferenceSystem::unitIsReadInMetres() {
    QCOMPARE(coded("2225").metresPerUnit(), 1200.0 / 3937.0);  // California zone 1 in US survey feet
    QCOMPARE(coded("4490").metresPerUnit(), 0.0);
    QVERIFY(std::isnan(coded("3857").centralMeridian()));
}

void TestCoordinateReferenceSystem::baseOfAProjectedCrs() {
    QCOMPARE(coded("2381").geographicBase().code(), std::string("EPSG:4610"));
    QCOMPARE(coded("32648").geographicBase().code(), std::string("EPSG:4326"));
    QCOMPARE(coded("4490").geographicBase().code(), std::string("EPSG:4490"));
}

void TestCoordinateReferenceSystem::everyThreadMayAsk() {
    const auto shared = coded("4545");
    std::vector<std::jthread> threads;
    std::atomic_int right{0};
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            const auto own = CoordinateReferenceSystem::fromCode(std::to_string(4534 + i));
            const auto twin = CoordinateReferenceSystem::fromWkt(shared.wkt());
            if (own && own->epsg() == 4534 + i && twin && *twin == shared) ++right;
        });
    threads.clear();
    QCOMPARE(right.load(), 4);
}

QTEST_GUILESS_MAIN(TestCoordinateReferenceSystem)
#include "test_coordinate_reference_system.moc"
