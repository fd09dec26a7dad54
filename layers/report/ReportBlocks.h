// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/check/RedLineCheck.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/report/ReportDocument.h"
#include "layers/report/RuleBook.h"

namespace layers {

/// What the blocks of the report are made from. Hectares have 4 decimals, mu and percent 2, square metres and metres
/// 2; totals add unrounded values.
struct ReportSource {
    const ProjectSnapshot& snapshot;
    const CheckReport& check;
    const RuleBook& rules;
};

/// The blocks of the report that planners expect (domain rules, section 8), in their order.
ReportSection basicBlock(const ReportSource& source);
ReportSection methodBlock(const ReportSource& source);
ReportSection threeLinesBlock(const ReportSource& source);
ReportSection piecesBlock(const ReportSource& source);
ReportSection linearWorksBlock(const ReportSource& source);
ReportSection ruleStepsBlock(const ReportSource& source);
ReportSection clausesBlock(const ReportSource& source);
ReportSection balanceBlock(const ReportSource& source);
ReportSection sliversBlock(const ReportSource& source);
ReportSection areasBlock(const ReportSource& source);
ReportSection approvalsBlock(const ReportSource& source);
ReportSection qualityBlock(const ReportSource& source);

// Tables that the blocks above hold among others.
ReportTable linePlacesTable(const ReportSource& source);
ReportTable lineStretchesTable(const ReportSource& source);
ReportTable sliverTotals(const ReportSource& source);
ReportTable mendedTable(const ReportSource& source);

/// The whole report, ready for a format.
ReportDocument reportDocument(const ReportSource& source);

/// Words for people: "ecological red line" … and "overlap" ….
std::string nameOf(ControlType type);
std::string nameOf(RuleDirection direction);
std::string nameOf(FindingClass kind);
std::string nameOrId(const std::string& name, const std::string& id);
/// In the language of the moment, for the headings of a table.
std::vector<std::string> words(const std::vector<gis::Message>& messages);

}  // namespace layers
