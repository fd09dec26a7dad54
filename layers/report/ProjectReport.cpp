// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ProjectReport.h"

#include <nlohmann/json.hpp>

#include "layers/report/AuditDocument.h"
#include "layers/report/CheckJson.h"
#include "layers/report/OutputGroup.h"
#include "layers/report/ReportBlocks.h"
#include "layers/report/ReportHtml.h"
#include "layers/report/ReportWorkbook.h"

namespace layers {

namespace {

using Json = nlohmann::ordered_json;

Json clausesJson(const ProjectSnapshot& snapshot) {
    Json links = Json::array();
    for (const ClauseLink& link : snapshot.links) {
        const LayerPtr layer = snapshot.layer(link.layer);
        const Clause* clause = snapshot.corpus.clause(link.clauseId);
        links.push_back({{"layer", layer ? layer->name : std::string()},
                         {"fid", gis::number(link.feature)},
                         {"clause", link.clauseId},
                         {"relation", toText(link.relation)},
                         {"document", clause != nullptr ? clause->documentId : std::string()},
                         {"number", clause != nullptr ? clause->number : std::string()},
                         {"heading", clause != nullptr ? clause->heading : std::string()},
                         {"anchor", link.anchor}});
    }
    return links;
}

}  // namespace

std::string projectReportJson(const ProjectSnapshot& snapshot, const CheckReport& check) {
    Json document{{"project", {{"title", snapshot.info.title}, {"crs", snapshot.info.crsCode}}}};
    document.update(checkJson(check));
    document["clauses"] = clausesJson(snapshot);
    return jsonText(document);
}

gis::Result<void> writeProjectReport(const ProjectSnapshot& snapshot, const CheckReport& check,
                                     const std::vector<std::string>& paths, gis::Overwrite overwrite,
                                     const gis::JobControl& control) {
    TUCE_CHECK(endingsPossible(paths, projectReportEndings()));
    TUCE_CHECK(placesPossible(paths, {}, overwrite));
    TUCE_TRY(rules, shippedRuleBook());
    const ReportSource source{snapshot, check, rules};
    TUCE_TRY(knowledge, auditKnowledgeOf(snapshot));
    TUCE_TRY(found, audit(snapshot, knowledge, control));
    ReportDocument document = reportDocument(source);
    document.sections.push_back(auditBlock(snapshot, found));
    document.sections.push_back(coverageBlock(snapshot));
    OutputGroup group(overwrite);
    for (const std::string& path : paths) {
        if (control.cancel.isCanceled()) return gis::canceled();
        const std::string ending = endingOf(path);
        if (ending == ".json") {
            TUCE_CHECK(group.write(path, projectReportJson(snapshot, check)));
        } else if (ending == ".html") {
            TUCE_CHECK(group.write(path, reportHtml(document)));
        } else {
            TUCE_TRY(temporary, group.add(path));
            TUCE_CHECK(writeReportWorkbook(document, temporary, path));
        }
    }
    return group.commit();
}

const std::vector<std::string>& projectReportEndings() {
    static const std::vector<std::string> endings{".html", ".xlsx", ".json"};
    return endings;
}

}  // namespace layers
