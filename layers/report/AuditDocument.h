// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/AtomicFile.h"
#include "gis/base/Control.h"
#include "layers/audit/Audit.h"
#include "layers/report/ReportDocument.h"

namespace layers {

/// How far the documents of a plan are drawn: documents × layers. All documents count, those without any link with
/// zeros, and all layers of layouts with those of other kinds that have a link.
struct Coverage {
    struct Row {
        std::shared_ptr<const PolicyDocument> document;
        std::size_t linkedClauses = 0;
        std::vector<std::size_t> features;  ///< resting on the document, for each layer
    };
    std::vector<LayerPtr> layers;
    std::vector<Row> rows;
    std::vector<std::size_t> without;  ///< features without a clause, for each layer
};
Coverage coverageOf(const ProjectSnapshot& snapshot);

/// 图文一致 as blocks of a report: what was found by matter, with what a reviewer approved.
ReportSection auditBlock(const ProjectSnapshot& snapshot, const AuditReport& audit);
/// Documents × layers: how many features rest on each document, how many clauses have a feature.
ReportSection coverageBlock(const ProjectSnapshot& snapshot);
/// Every clause of every document with its places and the number of its features.
ReportSection clauseListBlock(const ProjectSnapshot& snapshot);
/// The three of them as a report of their own.
ReportDocument auditDocument(const ProjectSnapshot& snapshot, const AuditReport& audit);

/// Endings that writeAudit knows: ".html .xlsx .json .csv".
const std::vector<std::string>& auditEndings();
/// Writes the audit by the ending of each path; `project` is the file's path as it was named. csv has one row per
/// finding, UTF-8. All files or none. UnsupportedFormat names what can be written.
gis::Result<void> writeAudit(const ProjectSnapshot& snapshot, const AuditReport& audit, const std::string& project,
                             const std::vector<std::string>& paths, gis::Overwrite overwrite,
                             const gis::JobControl& control = {});

/// For people: "a clause without feature" …
std::string nameOf(AuditKind kind);

}  // namespace layers
