// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/AuditJson.h"

#include <nlohmann/json.hpp>

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

Json findingJson(const AuditFinding& finding) {
    return Json{{"kind", toText(finding.kind)},
                {"severity", toText(finding.severity)},
                {"layer", finding.layerName},
                {"feature", finding.feature ? Json(gis::number(*finding.feature)) : Json(nullptr)},
                {"feature_name", finding.featureName},
                {"clause", finding.clauseId},
                {"names", finding.names},
                {"message", gis::translated(finding.text)},
                {"key", finding.key},
                {"approved", finding.approved}};
}

}  // namespace

nlohmann::ordered_json auditJson(const std::string& project, const AuditReport& report) {
    Json findings = Json::array();
    Json counts = Json::object();
    for (const AuditFinding& finding : report.findings) {
        findings.push_back(findingJson(finding));
        const std::string kind = toText(finding.kind);
        counts[kind] = counts.value(kind, 0) + 1;
    }
    return Json{{"project", project},
                {"findings", std::move(findings)},
                {"counts", std::move(counts)},
                {"open", report.openCount()},
                {"approved", report.findings.size() - report.openCount()}};
}

std::string auditJsonText(const std::string& project, const AuditReport& report) {
    return auditJson(project, report).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace layers
