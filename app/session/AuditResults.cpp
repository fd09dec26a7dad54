// SPDX-License-Identifier: Apache-2.0
#include "app/session/AuditResults.h"

#include "app/session/Session.h"

namespace app {

AuditResults::AuditResults(Session& session) : m_session(session) {
    constexpr int delayMilliseconds = 250;
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &AuditResults::run);
    connect(&session, &Session::projectChanged, this, &AuditResults::drop);
    connect(&session, &Session::planChanged, this, [this] { m_delay.start(); });
}

void AuditResults::drop() {
    m_job.cancel();
    m_report.reset();
    m_audited.reset();
    if (m_session.hasProject())
        m_delay.start();
    else
        m_delay.stop();
    Q_EMIT changed();
}

void AuditResults::run() {
    const layers::SnapshotPtr plan = m_session.snapshot();
    if (!plan) return;
    m_job.start(
        this,
        [plan, names = m_names, known = m_knowledge](const gis::JobControl& control) -> gis::Result<Answer> {
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

std::optional<layers::AuditFix> AuditResults::fixOf(const layers::AuditFinding& finding) const {
    if (!m_knowledge || !m_audited || m_audited != m_session.snapshot()) return std::nullopt;
    return layers::fixOf(*m_audited, *m_knowledge, finding);
}

}  // namespace app
