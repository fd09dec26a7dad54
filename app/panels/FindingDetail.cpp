// SPDX-License-Identifier: Apache-2.0
#include "app/panels/FindingDetail.h"

#include <algorithm>

#include "app/panels/PlanWords.h"
#include "app/session/Quantities.h"
#include "app/theme/Theme.h"
#include "layers/check/KindRules.h"

namespace app {

namespace {

/// Rows of a small table: a muted name, a value; every text escaped.
class Rows {
    Q_DECLARE_TR_FUNCTIONS(FindingDetail)
public:
    void add(const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        m_html += QStringLiteral("<tr><td style='padding-right:12px; color:%3'>%1</td><td>%2</td></tr>")
                      .arg(name.toHtmlEscaped(), value.toHtmlEscaped(), Theme::current().muted.name());
    }
    void heading(const QString& words) {
        m_html += QStringLiteral("<tr><td colspan='2' style='padding-top:6px'><b>%1</b></td></tr>")
                      .arg(words.toHtmlEscaped());
    }
    QString html() const { return QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(m_html); }

    void addPiece(const layers::Finding& finding) {
        if (finding.areaSquareMetres && finding.kind != layers::FindingClass::Near)
            add(tr("Area"), squareMetresText(*finding.areaSquareMetres) + QStringLiteral(" · ") +
                                hectaresText(*finding.areaSquareMetres));
        if (finding.lengthMetres) add(tr("Length"), lengthText(*finding.lengthMetres));
        add(tr("Share of the plan feature"), percentText(finding.shareOfPlanPercent));
        add(tr("Share of the control feature"), percentText(finding.shareOfControlPercent));
        if (const auto width = finding.meanWidthMetres())
            add(tr("Mean width (2A/P)"), QStringLiteral("%1 m").arg(grouped(*width, 3)));
        if (const auto compactness = finding.compactness()) add(tr("Compactness (4πA/P²)"), grouped(*compactness, 4));
        if (finding.kind == layers::FindingClass::Sliver) add(tr("Sliver by"), sliverCause(finding));
    }

    static QString sliverCause(const layers::Finding& finding) {
        if (finding.isSmall && finding.isThin) return tr("area and mean width");
        return finding.isThin ? tr("mean width") : tr("area");
    }

    void addRule(const layers::Finding& finding, const layers::CheckRun& run) {
        if (finding.kindRule == 0 || !run.kindRules) return;
        const auto& rules = run.kindRules->rules();
        if (finding.kindRule > rules.size()) return;
        add(tr("Rule by kind"), PlanWords::rule(finding.rule.direction) + QStringLiteral(" · ") +
                                    text(rules[finding.kindRule - 1U].reason));
        add(tr("Origin"), text(run.kindRules->origin()));
    }

    void addStated(const layers::Finding& finding, const layers::CheckReport& report) {
        for (const layers::StatedArea& area : report.statedAreas) {
            const bool isPlan =
                !area.isControl && area.layerId == finding.planLayerId && area.feature == finding.planFeature;
            const bool isControl = area.isControl && !finding.againstLayer && area.layerId == finding.controlLayerId &&
                                   area.feature == finding.controlFeature;
            if (!isPlan && !isControl) continue;
            add(isPlan ? tr("Plan feature, field %1").arg(text(area.field))
                       : tr("Control feature, field %1").arg(text(area.field)),
                tr("%1 stated, %2 measured, difference %3")
                    .arg(squareMetresText(area.statedSquareMetres), squareMetresText(area.ourSquareMetres),
                         squareMetresText(area.difference())));
        }
    }

    void addLine(const layers::LineDetail& line, bool degrees) {
        constexpr std::size_t most = 60;
        if (!line.places.empty())
            heading(line.isOfControl ? tr("Passages, along the control line") : tr("Passages, along the line"));
        for (std::size_t i = 0; i < std::min(line.places.size(), most); ++i)
            add(placeName(line.places[i].kind),
                tr("at %1 · %2")
                    .arg(lengthText(line.places[i].chainageMetres), coordinatesText(line.places[i].place, degrees)));
        if (!line.stretches.empty()) heading(tr("Stretches inside"));
        for (std::size_t i = 0; i < std::min(line.stretches.size(), most); ++i) {
            const layers::LineStretch& stretch = line.stretches[i];
            add(lengthText(stretch.lengthMetres),
                tr("from %1 to %2").arg(lengthText(stretch.fromMetres), lengthText(stretch.toMetres)));
        }
        const std::size_t longest = std::max(line.places.size(), line.stretches.size());
        if (longest > most) add({}, tr("and %1 more; all are in the exported table").arg(longest - most));
    }

    void addApproval(const layers::FindingApprovals::Verdict& verdict) {
        using State = layers::FindingApprovals::State;
        if (verdict.state == State::Open) return;
        if (verdict.state == State::Lapsed) add(tr("Approval lapsed"), text(gis::translated(verdict.change)));
        add(verdict.state == State::Lapsed ? tr("It was approved") : tr("Approved"), text(verdict.approval->reason));
        add(tr("Reviewer"), text(verdict.approval->who));
        add(tr("In the check"), text(verdict.approval->run));
    }

private:
    static QString placeName(layers::LinePlace::Kind kind) {
        switch (kind) {
            case layers::LinePlace::Kind::Enters:
                return tr("enters");
            case layers::LinePlace::Kind::Leaves:
                return tr("leaves");
            case layers::LinePlace::Kind::Meets:
                break;
        }
        return tr("meets");
    }
    QString m_html;
};

}  // namespace

FindingDetail::FindingDetail(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("findingDetail"));
    setAccessibleName(tr("Details of the finding"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setMinimumWidth(200);
    hide();
}

void FindingDetail::showFinding(const layers::Finding* finding, const layers::CheckReport& report,
                                const layers::FindingApprovals& approvals) {
    setVisible(finding != nullptr);
    if (finding == nullptr) return;
    Rows rows;
    rows.heading(text(finding->planName.empty() ? finding->planId : finding->planName) + QStringLiteral(" · ") +
                 PlanWords::findingClass(finding->kind) + QStringLiteral(" · ") +
                 text(finding->controlName.empty() ? finding->controlLayer : finding->controlName));
    rows.addPiece(*finding);
    rows.addRule(*finding, report.run);
    rows.addApproval(approvals.of(*finding));
    rows.addStated(*finding, report);
    if (finding->line) rows.addLine(*finding->line, report.geometryCrs.isGeographic());
    rows.add(tr("Remarks"), text(finding->note));
    setHtml(rows.html());
}

}  // namespace app
