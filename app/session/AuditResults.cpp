// SPDX-License-Identifier: Apache-2.0
#include "app/session/AuditResults.h"

#include "app/session/Session.h"

namespace app {

namespace {

constexpr int afterChangeMs = 250;
constexpr int afterOpeningMs = 1000;  ///< the map comes first

}  // namespace

AuditResults::AuditResults(Session& session) : m_session(session) {
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &AuditResults::run);
    connect(&session, &Session::projectChanged, this, &AuditResults::drop);
    connect(&session, &Session::planChanged, this, [this] {
        dropFix();
        m_delay.start(afterChangeMs);
    });
}

void AuditResults::drop() {
    m_job.cancel();
    dropFix();
    m_report.reset();
    m_audited.reset();
    if (m_session.hasProject())
        m_delay.start(afterOpeningMs);
    else
        m_delay.stop();
    Q_EMIT changed();
}

void AuditResults::run() {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan) return;
    m_job.start(
        this,
        [plan, names = m_session.names(), known = m_knowledge](const gis::JobControl& control) -> gis::Result<Answer> {
            auto knowledge = known;
            if (!knowledge) {
                TUCE_TRY(shipped, layers::shippedAuditKnowledge());
                knowledge = std::make_shared<const layers::AuditKnowledge>(std::move(shipped));
            }
            TUCE_TRY(gazetteer, names->of(*plan));
            if (&gazetteer.entries() != &knowledge->gazetteer.entries()) {
                auto named = std::make_shared<layers::AuditKnowledge>(*knowledge);
                named->gazetteer = std::move(gazetteer);
                knowledge = std::move(named);
            }
            TUCE_TRY(report, layers::audit(*plan, *knowledge, control));
            return Answer{std::make_shared<const layers::AuditReport>(std::move(report)), std::move(knowledge)};
        },
        [this, plan](gis::Result<Answer> answer) { take(plan, std::move(answer)); });
}

void AuditResults::take(const layers::SnapshotPtr& plan, gis::Result<Answer> answer) {
    if (!answer) {
        if (answer.error().code != gis::ErrorCode::Canceled) m_session.messages().error(answer.error());
        return;
    }
    m_knowledge = answer->knowledge;
    m_report = answer->report;
    m_audited = plan;
    Q_EMIT changed();
}

void AuditResults::dropFix() {
    m_fixJob.cancel();
    m_fix.reset();
    m_fixKey.clear();
    m_fixed.reset();
}

void AuditResults::askForFix(const layers::AuditFinding& finding) {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (finding.key == m_fixKey && plan == m_fixed) return;  // asked already
    dropFix();
    if (!m_knowledge || !plan || m_audited != plan) return;
    m_fixKey = finding.key;
    m_fixed = plan;
    using Found = gis::Result<std::optional<layers::AuditFix>>;
    m_fixJob.start(
        this,
        [plan, knowledge = m_knowledge, finding](const gis::JobControl&) -> Found {
            return layers::fixOf(*plan, *knowledge, finding);
        },
        [this](Found found) {
            if (found) m_fix = std::move(*found);
            Q_EMIT fixFound();
        });
}

}  // namespace app
