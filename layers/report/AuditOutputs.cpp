// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditGround.h"
#include "layers/audit/AuditJson.h"
#include "layers/report/AuditDocument.h"
#include "layers/report/CsvText.h"
#include "layers/report/OutputGroup.h"
#include "layers/report/ReportHtml.h"
#include "layers/report/ReportWorkbook.h"

namespace layers {

namespace {

std::string auditCsv(const AuditReport& audit) {
    CheckTable table;
    for (const char* name :
         {"kind", "severity", "layer", "feature", "feature_name", "clause", "names", "message", "key", "approved"})
        table.columns.push_back({name, gis::FieldType::Text, {}});
    table.rowCount = audit.findings.size();
    table.row = [&audit](std::size_t i) -> std::vector<gis::Value> {
        const AuditFinding& finding = audit.findings[i];
        return {toText(finding.kind),
                toText(finding.severity),
                finding.layerName,
                finding.feature ? gis::Value(std::int64_t{gis::number(*finding.feature)}) : gis::Value(),
                finding.featureName,
                finding.clauseId,
                joined(finding.names),
                gis::translated(finding.text),
                finding.key,
                std::string(finding.approved ? "true" : "false")};
    };
    return csvText(table);
}

}  // namespace

const std::vector<std::string>& auditEndings() {
    static const std::vector<std::string> endings{".html", ".xlsx", ".json", ".csv"};
    return endings;
}

gis::Result<void> writeAudit(const ProjectSnapshot& snapshot, const AuditReport& audit, const std::string& project,
                             const std::vector<std::string>& paths, gis::Overwrite overwrite,
                             const gis::JobControl& control) {
    TUCE_CHECK(endingsPossible(paths, auditEndings()));
    TUCE_CHECK(placesPossible(paths, {project, project + ".journal"}, overwrite));
    OutputGroup group(overwrite);
    for (const std::string& path : paths) {
        if (control.cancel.isCanceled()) return gis::canceled();
        const std::string ending = endingOf(path);
        if (ending == ".json") {
            TUCE_CHECK(group.write(path, auditJsonText(project, audit)));
        } else if (ending == ".csv") {
            TUCE_CHECK(group.write(path, auditCsv(audit)));
        } else if (ending == ".html") {
            TUCE_CHECK(group.write(path, reportHtml(auditDocument(snapshot, audit))));
        } else {
            TUCE_TRY(temporary, group.add(path));
            TUCE_CHECK(writeReportWorkbook(auditDocument(snapshot, audit), temporary, path));
        }
    }
    return group.commit();
}

}  // namespace layers
