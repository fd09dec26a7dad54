// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/session/Selection.h"
#include "layers/job/Job.h"
#include "layers/scheme/BuiltState.h"
#include "layers/scheme/PlanGround.h"

namespace app {

class Session;

/// The elements of all schemes that a plan can draw from, and what is drawn of them: read and compared by a worker while
/// somebody looks. GUI thread.
class SchemeRegister : public QObject {
    Q_OBJECT
public:
    explicit SchemeRegister(Session& session, QObject* parent);

    /// A register is kept up to date only while it is looked at.
    void setWatched(bool watched);
    /// What there is to choose from: everything, each element once (as it is drawn, else as the plan's own schemes tell
    /// it, else the register); what is drawn; then each scheme by itself.
    const std::vector<layers::SchemeSource>& sources() const { return m_sources; }
    /// Keeps a scheme in the plan, in the place of one of that name: one undoable step. False if that failed; told.
    bool keep(const layers::Scheme& scheme, const std::string& name);
    /// Takes a kept scheme out of the plan: one undoable step. False if that failed; told.
    bool drop(const std::string& name);
    /// The features that were built from an element or bear its id, layer by layer.
    std::vector<FeatureSet> drawn(const std::string& elementId) const;
    /// How a drawn one stands to its recipe; null if it is not drawn, or has no recipe.
    const layers::BuiltState* state(const std::string& elementId) const;
    /// Why an element would have no shape over the plan's ground; empty if it has one, or as long as that is not known.
    QString reason(const std::string& elementId) const;
    /// The features are being compared with the ground.
    bool isComparing() const { return m_compareJob.isRunning(); }

Q_SIGNALS:
    /// sources() are others.
    void sourcesChanged();
    /// drawn(), state() or reason() tell something else.
    void drawnChanged();

private:
    struct Read {
        std::vector<layers::SchemeSource> sources;
        gis::Warnings warnings;
    };
    void follow();
    void readSources();
    void readDrawn();
    void compare();
    void findReasons();

    Session& m_session;
    QTimer m_later;
    bool m_watched = false;
    layers::LatestJob m_readJob, m_compareJob, m_reasonJob;
    std::shared_ptr<layers::GroundCache> m_ground = std::make_shared<layers::GroundCache>();
    std::vector<layers::LayerPtr> m_reasonGround;  ///< that m_reasons tell of
    std::map<std::string, QString> m_reasons;
    layers::SnapshotPtr m_seen;  ///< that drawn() and state() tell of
    std::map<std::string, std::string> m_readValues;
    bool m_hasRead = false;
    std::set<std::string> m_told;  ///< warnings about the schemes of this project
    std::vector<layers::SchemeSource> m_sources;
    std::map<std::string, std::vector<FeatureSet>> m_drawn;
    std::map<std::string, layers::BuiltState> m_states;
};

}  // namespace app
