// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RedLineCheck.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "gis/base/Parallel.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/engine/Overlay.h"
#include "gis/io/PackedCache.h"
#include "layers/check/EarlierRows.h"
#include "layers/check/FeatureCheck.h"
#include "layers/check/LayerNames.h"
#include "layers/check/PreparedLayer.h"
#include "layers/check/RowOrder.h"
#include "layers/check/RunClock.h"
#include "layers/check/RunForm.h"
#include "layers/check/RunRecord.h"
#include "layers/check/StatedAreas.h"

namespace layers {

namespace {

/// Control layers carried into one plan CRS; plan layers of the same CRS share them.
struct ControlSet {
    gis::CoordinateReferenceSystem crs;
    std::vector<PreparedLayerPtr> layers;
    gis::Extent planExtent;  ///< of all plan layers of this CRS
    RunForm form;            ///< by which both sides are summed

    std::vector<const PreparedLayer*> pointers() const {
        std::vector<const PreparedLayer*> all;
        for (const PreparedLayerPtr& layer : layers) all.push_back(layer.get());
        return all;
    }
};

/// One run from input to report; the steps are called in the order in which they stand.
class Run {
public:
    Run(const CheckInput& input, const gis::JobControl& control, PreparedControls& ready, EarlierRows* earlier)
        : m_input(input),
          m_control(control),
          m_ready(ready),
          m_earlier(earlier),
          m_names(resultNames(input)),
          m_record(input, earlier ? earlier->sameLayers() : std::vector<const CheckedLayer*>()) {}

    gis::Result<void> prepare();
    gis::Result<void> check();
    CheckReport finished();

private:
    gis::Result<void> preparePlan(std::size_t i);
    gis::Result<ControlSet*> controlsIn(const gis::CoordinateReferenceSystem& crs);
    gis::Result<void> sumUp();
    gis::Result<void> checkLayer(std::size_t i, std::size_t featuresBefore);
    gis::Result<void> carryPieces(const PreparedLayer& layer, std::vector<FeatureAnswer>& answers) const;
    gis::Result<void> compareWithEarlier();
    void reserveFor(const std::vector<FeatureAnswer>& answers);
    void take(FeatureAnswer answer);
    void warnOfMeasured(const CheckLayer& layer, std::size_t pairs);
    void describeLayers();
    void addStatedAreas();
    void describeDatums();

    const CheckInput& m_input;
    const gis::JobControl& m_control;
    PreparedControls& m_ready;
    EarlierRows* m_earlier;  ///< may be null
    const std::vector<std::string> m_names;
    RunRecord m_record;
    RunClock m_clock;
    std::vector<PreparedLayer> m_plan;
    std::vector<std::unique_ptr<ControlSet>> m_controls;
    std::vector<const ControlSet*> m_controlsOfPlan;
    std::size_t m_featureCount = 0;
    CheckReport m_report;
};

gis::Error about(const CheckLayer& layer, gis::Error error) {
    if (error.subject.path.empty()) error.subject.path = layer.path;
    if (error.subject.layer.empty()) error.subject.layer = layer.name;
    return error;
}

gis::Result<void> refuseUnknownCrs(const CheckLayer& layer, bool isControl) {
    if (layer.table.crs().isKnown()) return {};
    return tl::unexpected<gis::Error>(
        gis::crsMissing({layer.path, layer.name, {}}, layer.extent(), isControl ? "--control-crs" : "--plan-crs"));
}

gis::Result<void> Run::preparePlan(std::size_t i) {
    const CheckLayer& layer = m_input.plan[i];
    const gis::CoordinateReferenceSystem& crs = layer.table.crs();
    TUCE_CHECK(refuseUnknownCrs(layer, false));
    // Asked here once so that a method that does not fit the CRS fails before the work.
    if (const auto measure = CheckMeasure::make(m_input.options, crs); !measure)
        return tl::unexpected<gis::Error>(about(layer, measure.error()));
    TUCE_TRY(prepared, prepareLayer(layer, m_names[i], crs, m_input.options, m_control, m_input.cache.get()));
    m_featureCount += prepared.features.size();
    m_plan.push_back(std::move(prepared));
    TUCE_TRY(controls, controlsIn(crs));
    controls->planExtent.include(m_plan.back().index.extent());
    m_controlsOfPlan.push_back(controls);
    return {};
}

gis::Result<ControlSet*> Run::controlsIn(const gis::CoordinateReferenceSystem& crs) {
    for (const auto& known : m_controls)
        if (known->crs == crs) return known.get();
    auto set = std::make_unique<ControlSet>();
    set->crs = crs;
    for (std::size_t i = 0; i < m_input.control.size(); ++i) {
        const CheckLayer& layer = m_input.control[i];
        TUCE_CHECK(refuseUnknownCrs(layer, true));
        TUCE_TRY(prepared, m_ready.ready(layer, m_names[m_input.plan.size() + i], crs, m_input.options, m_control,
                                         m_input.cache.get()));
        set->layers.push_back(std::move(prepared));
    }
    m_controls.push_back(std::move(set));
    return m_controls.back().get();
}

gis::Result<void> Run::prepare() {
    if (m_input.plan.empty() || m_input.control.empty()) {
        return gis::fail(gis::ErrorCode::InvalidArgument, {},
                         gis::message("layers", "a check needs at least one plan layer and one control layer"),
                         gis::message("layers", "name both"));
    }
    for (std::size_t i = 0; i < m_input.plan.size(); ++i) TUCE_CHECK(preparePlan(i));
    TUCE_CHECK(sumUp());
    describeLayers();
    describeDatums();
    m_report.stats.indexSeconds = m_clock.lap();
    return {};
}

// One form for all layers of a CRS.
gis::Result<void> Run::sumUp() {
    for (const auto& set : m_controls) {
        TUCE_TRY(measure, CheckMeasure::make(m_input.options, set->crs));
        set->form = runForm(measure, set->crs, set->planExtent, set->layers);
        for (PreparedLayerPtr& layer : set->layers) {
            TUCE_TRY(summed,
                     m_ready.summed(layer, set->form.orPlanar(), set->form.name, m_control, m_input.cache.get()));
            layer = std::move(summed);
        }
    }
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const ControlSet& set = *m_controlsOfPlan[i];
        TUCE_CHECK(sumBoundaries(m_plan[i], set.form.orPlanar(), m_control, set.form.name, m_input.cache.get()));
    }
    return {};
}

void Run::describeLayers() {
    const auto describe = [&](const PreparedLayer& layer, bool isControl) {
        const gis::CoordinateReferenceSystem& crs = layer.source->table.crs();
        CheckedLayer checked;
        checked.name = layer.name;
        checked.path = layer.source->path;
        checked.crs = crs.code().empty() ? crs.name() : crs.code();
        checked.isControl = isControl;
        checked.rule = layer.source->rule;
        checked.featureCount = layer.features.size();
        checked.repaired = layer.repaired;
        checked.skipped = layer.skipped;
        checked.sourceLayer = layer.source->name;
        checked.areaField = layer.source->areaField;
        for (const MendedFeature& mended : layer.mendings) {
            m_report.mended.push_back(mended);
            m_report.mended.back().isControl = isControl;
        }
        m_report.layers.push_back(std::move(checked));
        m_report.warnings.insert(m_report.warnings.end(), layer.warnings.begin(), layer.warnings.end());
    };
    for (const PreparedLayer& layer : m_plan) describe(layer, false);
    for (const PreparedLayerPtr& layer : m_controls.front()->layers) describe(*layer, true);
}

void Run::describeDatums() {
    bool equal = false;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const gis::CoordinateReferenceSystem& crs = m_input.plan[i].table.crs();
        // The formula is that of the CGCS2000 ellipsoid.
        equal |= m_input.options.area == AreaMethod::Ellipsoid && crs.datumFamily() == gis::DatumFamily::Wgs84;
        for (const PreparedLayerPtr& control : m_controlsOfPlan[i]->layers) {
            equal |= control->datumsTakenAsEqual;
            if (control->ballpark)
                m_report.warnings.push_back(gis::ballparkDatumShift(control->source->table.crs(), crs));
        }
    }
    if (equal) m_report.warnings.push_back(gis::datumsTakenAsEqual());
}

gis::Result<void> Run::compareWithEarlier() {
    std::vector<EarlierRows::ReadyPlan> plan;
    for (std::size_t i = 0; i < m_plan.size(); ++i)
        plan.push_back({&m_plan[i], m_controlsOfPlan[i]->pointers(), m_controlsOfPlan[i]->form.name});
    return m_earlier->compare(std::move(plan));
}

gis::Result<void> Run::check() {
    if (m_earlier) TUCE_CHECK(compareWithEarlier());
    std::size_t before = 0;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        TUCE_CHECK(checkLayer(i, before));
        before += m_plan[i].features.size();
    }
    m_report.stats.overlaySeconds = m_clock.lap();
    return {};
}

// Features by place, not by id: what the one before asked of the control layers is still at hand.
std::vector<std::uint32_t> neighboursTogether(const PreparedLayer& layer) {
    const auto placed = layer.index.alongCurve();
    std::vector<std::uint32_t> order(placed.begin(), placed.end());
    std::vector<bool> isPlaced(layer.features.size());
    for (const std::uint32_t feature : placed) isPlaced[feature] = true;
    for (std::uint32_t feature = 0; feature < isPlaced.size(); ++feature)
        if (!isPlaced[feature]) order.push_back(feature);
    return order;
}

gis::Result<void> Run::checkLayer(std::size_t i, std::size_t featuresBefore) {
    const PreparedLayer& layer = m_plan[i];
    std::vector<const PreparedLayer*> controls = m_controlsOfPlan[i]->pointers();
    // In the order of the rows, which are wide: to sort them later would move them all.
    std::ranges::stable_sort(controls, {}, &PreparedLayer::name);
    const std::size_t count = layer.features.size();
    gis::JobControl job{m_control.cancel, {}, m_control.threads};
    if (m_control.progress) {
        job.progress = [&, count](double fraction) {
            m_control.progress((static_cast<double>(featuresBefore) + fraction * static_cast<double>(count)) /
                               static_cast<double>(m_featureCount));
        };
    }
    const auto workers =
        static_cast<unsigned>(std::min<std::size_t>(job.threadCount(), std::max<std::size_t>(count, 1)));
    std::vector<CheckMeasure> measures;
    for (unsigned worker = 0; worker < workers; ++worker) {
        TUCE_TRY(measure, CheckMeasure::make(m_input.options, layer.source->table.crs()));
        measures.push_back(std::move(measure));
    }
    std::vector<FeatureCheck> checks;
    const bool isSummed = m_controlsOfPlan[i]->form.form.has_value();
    for (const CheckMeasure& measure : measures) checks.emplace_back(m_input.options, measure, isSummed);
    std::vector<FeatureAnswer> answers(count);
    std::vector<std::uint32_t> order = neighboursTogether(layer);
    if (m_earlier) std::erase_if(order, [&](std::uint32_t feature) { return m_earlier->holds(i, feature); });
    const bool finished = gis::parallelFor(order.size(), job, [&](std::size_t place, unsigned worker) {
        const std::uint32_t feature = order[place];
        answers[feature] = checks[worker].check(layer, layer.features[feature], controls, m_control.cancel);
    });
    if (!finished) return gis::canceled();
    if (m_input.options.keepGeometry || m_input.options.details) TUCE_CHECK(carryPieces(layer, answers));
    for (std::size_t feature = 0; m_earlier && feature < count; ++feature)
        if (m_earlier->holds(i, feature)) answers[feature] = m_earlier->rowsOf(i, feature);
    reserveFor(answers);
    const std::size_t measuredBefore = m_report.stats.measured;
    for (FeatureAnswer& answer : answers) take(std::move(answer));
    warnOfMeasured(*layer.source, m_report.stats.measured - measuredBefore);
    return {};
}

// Such a run takes far longer; who waits shall know why.
void Run::warnOfMeasured(const CheckLayer& layer, std::size_t pairs) {
    if (pairs == 0) return;
    m_report.warnings.push_back(
        {"areas_by_pieces",
         {layer.path, layer.name, {}},
         gis::message("layers",
                      "%1 overlaps were measured on pieces cut by GEOS, which takes longer: the layers reach too far "
                      "from the middle of %2 for the fast form",
                      {std::to_string(pairs), layer.table.crs().name()})});
}

// Rows are many and wide: an array that grows would hold them twice for a while.
void Run::reserveFor(const std::vector<FeatureAnswer>& answers) {
    std::size_t findings = m_report.findings.size(), summaries = m_report.summaries.size();
    for (const FeatureAnswer& answer : answers) {
        findings += answer.findings.size();
        summaries += answer.summaries.size();
    }
    m_report.findings.reserve(findings);
    m_report.summaries.reserve(summaries);
}

gis::Result<void> carryPlaces(Finding& finding, const gis::CoordinateTransform& transform) {
    if (!finding.line) return {};
    LineDetail detail = *finding.line;
    const auto carry = [&transform](gis::Coordinate& place) -> gis::Result<void> {
        TUCE_TRY(carried, transform.apply(place));
        place = carried;
        return {};
    };
    for (LinePlace& place : detail.places) TUCE_CHECK(carry(place.place));
    for (LineStretch& stretch : detail.stretches) {
        TUCE_CHECK(carry(stretch.begin));
        TUCE_CHECK(carry(stretch.end));
    }
    finding.line = std::make_shared<const LineDetail>(std::move(detail));
    return {};
}

// The pieces of all plan layers go into one table, so they are given in one CRS.
gis::Result<void> Run::carryPieces(const PreparedLayer& layer, std::vector<FeatureAnswer>& answers) const {
    TUCE_TRY(transform, gis::CoordinateTransform::make(layer.source->table.crs(), m_input.plan.front().table.crs(),
                                                       m_input.options.datumPolicy));
    if (transform.isIdentity()) return {};
    for (FeatureAnswer& answer : answers) {
        for (Finding& finding : answer.findings) {
            TUCE_TRY(carried, transform.apply(finding.geometry));
            finding.geometry = std::move(carried);
            TUCE_CHECK(carryPlaces(finding, transform));
        }
    }
    return {};
}

void Run::take(FeatureAnswer answer) {
    const auto move = [](auto& from, auto& to) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    move(answer.findings, m_report.findings);
    move(answer.summaries, m_report.summaries);
    move(answer.warnings, m_report.warnings);
    m_report.stats.candidatePairs += answer.stats.candidatePairs;
    m_report.stats.pairs += answer.stats.pairs;
    m_report.stats.crossings += answer.stats.crossings;
    m_report.stats.certified += answer.stats.certified;
    m_report.stats.fallbacks += answer.stats.fallbacks;
    m_report.stats.measured += answer.stats.measured;
}

// Of plan features all, of control features those that findings name.
void Run::addStatedAreas() {
    const auto add = [&](const PreparedLayer& layer, const ControlSet& set, const std::vector<gis::FeatureId>* wanted) {
        const auto measure = CheckMeasure::make(m_input.options, set.crs);
        if (!measure) return;
        for (StatedArea& area : statedAreasOf(layer, wanted != nullptr, *measure, set.form.form.has_value(), wanted))
            m_report.statedAreas.push_back(std::move(area));
    };
    if (!m_input.options.details) return;
    for (std::size_t i = 0; i < m_plan.size(); ++i) add(m_plan[i], *m_controlsOfPlan[i], nullptr);
    for (const PreparedLayerPtr& layer : m_controls.front()->layers) {
        if (layer->source->areaField.name.empty()) continue;
        std::vector<gis::FeatureId> wanted;
        for (const Finding& finding : m_report.findings)
            if (!finding.againstLayer && finding.controlLayer == layer->name) wanted.push_back(finding.controlFeature);
        std::sort(wanted.begin(), wanted.end());
        add(*layer, *m_controls.front(), &wanted);
    }
}

CheckReport Run::finished() {
    sortFindings(m_report.findings);
    sortSummaries(m_report.summaries);
    CheckRun& run = m_report.run;
    const gis::CoordinateReferenceSystem& crs = m_input.plan.front().table.crs();
    run.engineVersion = gis::engineVersion();
    run.areaMethod = m_input.options.area == AreaMethod::Ellipsoid ? "ellipsoid" : "planar";
    run.planCrs = crs.code().empty() ? crs.name() : crs.code();
    run.sliverSquareMetres = m_input.options.sliverSquareMetres;
    run.thinMetres = m_input.options.thinMetres;
    run.nearMetres = m_input.options.nearMetres;
    addStatedAreas();
    m_report.geometryCrs = crs;
    run.startedAt = m_clock.startedAt();
    m_report.stats.summarySeconds = m_clock.lap();
    m_record.complete(m_report, m_control.cancel);
    run.seconds = m_clock.seconds();
    return std::move(m_report);
}

}  // namespace

std::vector<std::string> CheckLayer::columns() const {
    std::vector<std::string> fields{idField, nameField, areaField.name, kindField};
    for (const AreaField& other : otherAreaFields) fields.push_back(other.name);
    return fields;
}

gis::Extent CheckLayer::extent() const {
    if (!packed) return table.extent();
    gis::Extent all;
    for (const gis::Extent& one : packed->shapes.extents) all.include(one);
    return all;
}

gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control) {
    PreparedControls own;
    return redLineCheck(input, control, own, nullptr);
}

gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control, PreparedControls& ready,
                                      EarlierRows* earlier) {
    Run run(input, control, ready, earlier);
    TUCE_CHECK(run.prepare());
    TUCE_CHECK(run.check());
    if (control.cancel.isCanceled()) return gis::canceled();
    CheckReport report = run.finished();
    if (control.cancel.isCanceled()) return gis::canceled();
    control.report(1);
    return report;
}

}  // namespace layers
