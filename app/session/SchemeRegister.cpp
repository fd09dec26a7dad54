// SPDX-License-Identifier: Apache-2.0
#include "app/session/SchemeRegister.h"

#include <algorithm>
#include <set>

#include "app/session/Session.h"
#include "layers/plan/LayoutElement.h"
#include "layers/scheme/LayoutRecipe.h"

namespace app {

namespace {

constexpr int quiet = 400;  ///< ms of rest before drawn features are compared with the ground
const std::string schemePrefix = "scheme/";

std::map<std::string, std::string> schemesIn(const layers::ProjectSnapshot& plan) {
    std::map<std::string, std::string> found;
    for (const auto& [key, value] : plan.info.values)
        if (key.starts_with(schemePrefix)) found[key] = value;
    return found;
}

std::vector<layers::LayerPtr> groundOf(const layers::ProjectSnapshot& plan) {
    std::vector<layers::LayerPtr> found;
    for (const layers::LayerPtr& layer : plan.layers)
        if (layers::isGround(*layer)) found.push_back(layer);
    return found;
}

bool isSame(const std::vector<layers::LayerPtr>& a, const std::vector<layers::LayerPtr>& b) {
    const auto built = [](const std::vector<layers::LayerPtr>& layers) {
        std::vector<layers::LayerPtr> found;
        for (const layers::LayerPtr& layer : layers)
            if (layer->kind == layers::LayerKind::Layout || layers::isGround(*layer)) found.push_back(layer);
        return found;
    };
    return built(a) == built(b);
}

}  // namespace

SchemeRegister::SchemeRegister(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_later.setSingleShot(true);
    m_later.setInterval(quiet);
    connect(&m_later, &QTimer::timeout, this, &SchemeRegister::compare);
    connect(&session, &Session::planChanged, this, &SchemeRegister::follow);
    connect(&session, &Session::projectChanged, this, [this] {
        m_told.clear();
        m_hasRead = false;
        m_seen.reset();
        m_drawn.clear();
        m_states.clear();
        m_sources.clear();
        m_readJob.cancel();
        m_compareJob.cancel();
        m_reasonJob.cancel();
        m_reasons.clear();
        m_reasonGround.clear();
        Q_EMIT sourcesChanged();
        follow();
    });
}

void SchemeRegister::setWatched(bool watched) {
    m_watched = watched;
    follow();
}

void SchemeRegister::follow() {
    const auto plan = m_session.snapshot();
    if (!m_watched || !plan) return;
    const bool sameLayers = m_seen && isSame(m_seen->layers, plan->layers);
    if (!m_hasRead || m_readValues != schemesIn(*plan) || !sameLayers) readSources();
    if (sameLayers) return;
    m_compareJob.cancel();  // an answer for the plan before
    m_seen = plan;
    readDrawn();
    m_later.start();
}

void SchemeRegister::readSources() {
    const auto plan = m_session.snapshot();
    m_readValues = schemesIn(*plan);
    m_hasRead = true;
    m_readJob.start(
        this,
        [plan](const gis::JobControl&) -> gis::Result<Read> {
            using Origin = layers::SchemeSource::Origin;
            Read read;
            std::vector<layers::SchemeSource> schemes = layers::schemeSources(*plan, read.warnings);
            schemes.insert(schemes.begin(), {Origin::Drawn, {}, layers::drawnScheme(*plan)});
            layers::Scheme all = layers::mergedScheme(schemes);
            // A row stays where it is when its element is drawn.
            const std::vector<layers::SchemeSource> undrawn(schemes.begin() + 1, schemes.end());
            layers::orderAs(all, layers::mergedScheme(undrawn));
            // The papers' titles and dates, for those that are drawn.
            layers::Scheme& drawn = schemes.front().scheme;
            drawn.documents.clear();
            for (const layers::SchemeDocument& document : all.documents)
                if (std::ranges::any_of(drawn.elements,
                                        [&](const auto& element) { return element.documentId == document.id; }))
                    drawn.documents.push_back(document);
            if (drawn.elements.empty()) schemes.erase(schemes.begin());
            read.sources = std::move(schemes);
            read.sources.insert(read.sources.begin(), {Origin::All, {}, std::move(all)});
            return read;
        },
        [this](gis::Result<Read> read) {
            if (!read) return;
            m_sources = std::move(read->sources);
            for (const gis::Warning& warning : read->warnings)
                if (m_told.insert(gis::describe(warning)).second)  // it is read again at every change of the layers
                    m_session.messages().warning(QString::fromStdString(gis::describe(warning)));
            m_reasons.clear();  // of other elements, or under other names
            Q_EMIT sourcesChanged();
            m_later.start();
        });
}

bool SchemeRegister::keep(const layers::Scheme& scheme, const std::string& name) {
    return m_session.hasProject() && m_session.perform(layers::keepScheme(*m_session.snapshot(), name, scheme));
}

bool SchemeRegister::drop(const std::string& name) {
    return m_session.hasProject() && m_session.perform(layers::dropScheme(*m_session.snapshot(), name));
}

void SchemeRegister::readDrawn() {
    m_drawn.clear();
    for (const layers::LayerPtr& layer : m_seen->layers) {
        const int field = layer->table.schema().indexOf(layers::layout_field::elementId);
        if (layer->kind != layers::LayerKind::Layout || field < 0) continue;
        for (const gis::Feature& feature : layer->table) {
            const std::string id = gis::toText(feature.attribute(field));
            if (id.empty()) continue;
            std::vector<FeatureSet>& sets = m_drawn[id];
            if (sets.empty() || sets.back().layer != layer->id) sets.push_back({layer->id, {}});
            sets.back().features.push_back(feature.id());
        }
    }
    std::erase_if(m_states, [this](const auto& state) { return !m_drawn.contains(state.first); });
    Q_EMIT drawnChanged();
}

/// All elements are built once for each ground, for what would become of those that are not drawn.
void SchemeRegister::findReasons() {
    if (m_sources.empty() || m_sources.front().scheme.elements.empty()) return;
    const std::vector<layers::LayerPtr> ground = groundOf(*m_seen);
    if (!m_reasons.empty() && ground == m_reasonGround) return;
    m_reasonJob.start(
        this,
        [plan = m_seen, all = m_sources.front().scheme,
         known = m_ground](const gis::JobControl& control) -> gis::Result<std::map<std::string, QString>> {
            TUCE_TRY(base, known->of(*plan));
            TUCE_TRY(options, layers::shippedBuildOptions());
            TUCE_TRY(layout, layers::buildLayout(all, base, options, control));
            std::map<std::string, QString> reasons;
            for (const layers::ElementReport& report : layout.reports)
                if (!report.isBuilt) reasons[report.id] = QString::fromStdString(gis::translated(report.reason));
            return reasons;
        },
        [this, ground](gis::Result<std::map<std::string, QString>> reasons) {
            if (!reasons) return;
            m_reasons = std::move(*reasons);
            m_reasonGround = ground;
            Q_EMIT drawnChanged();
        });
}

QString SchemeRegister::reason(const std::string& elementId) const {
    const auto found = m_reasons.find(elementId);
    return found == m_reasons.end() ? QString() : found->second;
}

void SchemeRegister::compare() {
    if (!m_watched || !m_seen) return;
    findReasons();
    m_compareJob.start(
        this, [plan = m_seen](const gis::JobControl& control) { return layers::builtStates(*plan, control); },
        [this](gis::Result<std::vector<layers::BuiltState>> states) {
            if (!states) return;
            m_states.clear();
            for (layers::BuiltState& state : *states) {
                auto [known, isNew] = m_states.try_emplace(state.elementId, state);
                if (isNew) continue;
                // An element with several features is what the worst of them is.
                const bool isHandEdited = known->second.isHandEdited || state.isHandEdited;
                if (state.isOutdated && !known->second.isOutdated) known->second = state;
                known->second.isHandEdited = isHandEdited;
            }
            Q_EMIT drawnChanged();
        });
}

std::vector<FeatureSet> SchemeRegister::drawn(const std::string& elementId) const {
    const auto found = m_drawn.find(elementId);
    return found == m_drawn.end() ? std::vector<FeatureSet>() : found->second;
}

const layers::BuiltState* SchemeRegister::state(const std::string& elementId) const {
    const auto found = m_states.find(elementId);
    return found == m_states.end() ? nullptr : &found->second;
}

}  // namespace app
