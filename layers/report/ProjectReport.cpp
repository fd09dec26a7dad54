// SPDX-License-Identifier: Apache-2.0
#include "layers/report/ProjectReport.h"

#include <nlohmann/json.hpp>

#include "layers/audit/AuditJson.h"
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

Json coverageJson(const ProjectSnapshot& snapshot) {
    const Coverage coverage = coverageOf(snapshot);
    const auto byLayer = [&coverage](const std::vector<std::size_t>& counts) {
        Json layers = Json::array();
        for (std::size_t i = 0; i < counts.size(); ++i)
            layers.push_back({{"layer", coverage.layers[i]->name}, {"features", counts[i]}});
        return layers;
    };
    Json documents = Json::array();
    for (const Coverage::Row& row : coverage.rows)
        documents.push_back({{"document", row.document->id},
                             {"title", row.document->title},
                             {"clauses", row.document->clauses.size()},
                             {"clauses_with_features", row.linkedClauses},
                             {"layers", byLayer(row.features)}});
    return {{"documents", std::move(documents)}, {"without_clause", byLayer(coverage.without)}};
}

gis::Result<AuditReport> auditOf(const ProjectSnapshot& snapshot, const gis::JobControl& control) {
    TUCE_TRY(knowledge, auditKnowledgeOf(snapshot));
    return audit(snapshot, knowledge, control);
}

std::string jsonOf(const ProjectSnapshot& snapshot, const CheckReport& check, const AuditReport& found) {
    Json document{{"project", {{"title", snapshot.info.title}, {"crs", snapshot.info.crsCode}}}};
    document.update(checkJson(check));
    document["clauses"] = clausesJson(snapshot);
    document["audit"] = auditJson({}, found);
    document["audit"].erase("project");
    document["coverage"] = coverageJson(snapshot);
    return jsonText(document);
}

}  // namespace

gis::Result<std::string> projectReportJson(const ProjectSnapshot& snapshot, const CheckReport& check,
                                           const gis::JobControl& control) {
    TUCE_TRY(found, auditOf(snapshot, control));
    return jsonOf(snapshot, check, found);
}

gis::Result<void> writeProjectReport(const ProjectSnapshot& snapshot, const CheckReport& check,
                                     const std::vector<std::string>& paths, gis::Overwrite overwrite,
                                     const gis::JobControl& control) {
    TUCE_CHECK(endingsPossible(paths, projectReportEndings()));
    TUCE_CHECK(placesPossible(paths, {}, overwrite));
    TUCE_TRY(rules, shippedRuleBook());
    const ReportSource source{snapshot, check, rules};
    TUCE_TRY(found, auditOf(snapshot, control));
    ReportDocument document = reportDocument(source);
    document.sections.push_back(auditBlock(snapshot, found));
    document.sections.push_back(coverageBlock(snapshot));
    OutputGroup group(overwrite);
    for (const std::string& path : paths) {
        if (control.cancel.isCanceled()) return gis::canceled();
        const std::string ending = endingOf(path);
        if (ending == ".json") {
            TUCE_CHECK(group.write(path, jsonOf(snapshot, check, found)));
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
