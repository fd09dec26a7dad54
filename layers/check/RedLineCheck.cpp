// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RedLineCheck.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "gis/base/Parallel.h"
#include "gis/crs/Cgcs2000Zone.h"
#include "gis/engine/Overlay.h"
#include "gis/io/PackedCache.h"
#include "layers/check/FeatureCheck.h"
#include "layers/check/LayerNames.h"
#include "layers/check/PreparedLayer.h"
#include "layers/check/RowOrder.h"
#include "layers/check/RunClock.h"

namespace layers {

namespace {

/// Control layers carried into one plan CRS; plan layers of the same CRS share them.
struct ControlSet {
    gis::CoordinateReferenceSystem crs;
    std::vector<PreparedLayer> layers;
    gis::Extent planExtent;             ///< of all plan layers of this CRS
    std::optional<gis::AreaForm> form;  ///< by which both sides are summed

    std::vector<const PreparedLayer*> pointers() const {
        std::vector<const PreparedLayer*> all;
        for (const PreparedLayer& layer : layers) all.push_back(&layer);
        return all;
    }
};

/// One run from input to report; the steps are called in the order in which they stand.
class Run {
public:
    Run(const CheckInput& input, const gis::JobControl& control)
        : m_input(input), m_control(control), m_names(resultNames(input)) {}

    gis::Result<void> prepare();
    gis::Result<void> check();
    CheckReport finished();

private:
    gis::Result<void> preparePlan(std::size_t i);
    gis::Result<ControlSet*> controlsIn(const gis::CoordinateReferenceSystem& crs);
    gis::Result<void> sumUp();
    gis::Result<void> checkLayer(std::size_t i, std::size_t featuresBefore);
    gis::Result<void> carryPieces(const PreparedLayer& layer, std::vector<FeatureAnswer>& answers) const;
    void take(FeatureAnswer answer);
    void describeLayers();
    void describeDatums();

    const CheckInput& m_input;
    const gis::JobControl& m_control;
    const std::vector<std::string> m_names;
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
        TUCE_TRY(prepared, prepareLayer(layer, m_names[m_input.plan.size() + i], crs, m_input.options, m_control,
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

// Two forms of one name give the same sums.
std::string formName(const ControlSet& set) {
    if (!set.form || set.form->isPlanar()) return "planar";
    const gis::Extent& box = set.form->box();
    return fmt::format("ellipsoid {} {} {} {} {}", set.crs.code().empty() ? set.crs.name() : set.crs.code(), box.minX,
                       box.minY, box.maxX, box.maxY);
}

// One form for all layers of a CRS: for everything if one fits, else for the plan and the control features near it.
gis::Result<void> Run::sumUp() {
    for (const auto& set : m_controls) {
        gis::Extent all = set->planExtent;
        gis::Extent near = set->planExtent;
        for (const PreparedLayer& layer : set->layers) {
            all.include(layer.index.extent());
            for (const std::uint32_t feature : layer.index.find(set->planExtent))
                near.include(layer.features[feature].extent());
        }
        TUCE_TRY(measure, CheckMeasure::make(m_input.options, set->crs));
        set->form = measure.formFor(all);
        if (!set->form) set->form = measure.formFor(near);
        for (PreparedLayer& layer : set->layers)
            TUCE_CHECK(sumBoundaries(layer, set->form.value_or(gis::AreaForm()), m_control, formName(*set),
                                     m_input.cache.get()));
    }
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const ControlSet& set = *m_controlsOfPlan[i];
        TUCE_CHECK(sumBoundaries(m_plan[i], set.form.value_or(gis::AreaForm()), m_control, formName(set),
                                 m_input.cache.get()));
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
        m_report.layers.push_back(std::move(checked));
        m_report.warnings.insert(m_report.warnings.end(), layer.warnings.begin(), layer.warnings.end());
    };
    for (const PreparedLayer& layer : m_plan) describe(layer, false);
    for (const PreparedLayer& layer : m_controls.front()->layers) describe(layer, true);
}

void Run::describeDatums() {
    bool equal = false;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const gis::CoordinateReferenceSystem& crs = m_input.plan[i].table.crs();
        // The formula is that of the CGCS2000 ellipsoid.
        equal |= m_input.options.area == AreaMethod::Ellipsoid && crs.datumFamily() == gis::DatumFamily::Wgs84;
        for (const PreparedLayer& control : m_controlsOfPlan[i]->layers) {
            equal |= control.datumsTakenAsEqual;
            if (control.ballpark)
                m_report.warnings.push_back(gis::ballparkDatumShift(control.source->table.crs(), crs));
        }
    }
    if (equal) m_report.warnings.push_back(gis::datumsTakenAsEqual());
}

gis::Result<void> Run::check() {
    std::size_t before = 0;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        TUCE_CHECK(checkLayer(i, before));
        before += m_plan[i].features.size();
    }
    m_report.stats.overlaySeconds = m_clock.lap();
    return {};
}

gis::Result<void> Run::checkLayer(std::size_t i, std::size_t featuresBefore) {
    const PreparedLayer& layer = m_plan[i];
    const std::vector<const PreparedLayer*> controls = m_controlsOfPlan[i]->pointers();
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
    const bool isSummed = m_controlsOfPlan[i]->form.has_value();
    for (const CheckMeasure& measure : measures) checks.emplace_back(m_input.options, measure, isSummed);
    std::vector<FeatureAnswer> answers(count);
    const bool finished = gis::parallelFor(count, job, [&](std::size_t feature, unsigned worker) {
        answers[feature] = checks[worker].check(layer, layer.features[feature], controls, m_control.cancel);
    });
    if (!finished) return gis::canceled();
    if (m_input.options.keepGeometry) TUCE_CHECK(carryPieces(layer, answers));
    for (FeatureAnswer& answer : answers) take(std::move(answer));
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
    run.nearMetres = m_input.options.nearMetres;
    m_report.geometryCrs = crs;
    run.startedAt = m_clock.startedAt();
    m_report.stats.summarySeconds = m_clock.lap();
    run.seconds = m_clock.seconds();
    return std::move(m_report);
}

}  // namespace

gis::Extent CheckLayer::extent() const {
    if (!packed) return table.extent();
    gis::Extent all;
    for (const gis::Extent& one : packed->shapes.extents) all.include(one);
    return all;
}

gis::Result<CheckReport> redLineCheck(const CheckInput& input, const gis::JobControl& control) {
    Run run(input, control);
    TUCE_CHECK(run.prepare());
    TUCE_CHECK(run.check());
    if (input.cache) TUCE_CHECK(input.cache->keep(control));
    control.report(1);
    return run.finished();
}

}  // namespace layers
