// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/audit/AuditGround.h"

// One function for each question of the audit. Pure; each adds what it finds.

namespace layers {

/// Links from features or to clauses that are not there.
void checkLinks(const AuditGround& ground, AuditFindings& findings);
/// Quotes that do not stand in their clause.
void checkAnchors(const AuditGround& ground, AuditFindings& findings);
/// Clauses of documents in use that name layouts or places and have no feature.
void checkClauses(const AuditGround& ground, AuditFindings& findings);
/// Features without clause.
void checkFeatures(const AuditGround& ground, AuditFindings& findings);
/// Places that a clause names and no feature linked to it has as member.
void checkPlacesOfClauses(const AuditGround& ground, AuditFindings& findings);
/// Members that no clause of the feature names.
void checkPlacesOfFeatures(const AuditGround& ground, AuditFindings& findings);
/// Members other than those of the element in the paper.
void checkMembers(const AuditGround& ground, AuditFindings& findings);
/// Names that the element has in none of its papers.
void checkNames(const AuditGround& ground, AuditFindings& findings);
/// Stages of work (study, planned, construction …) other than the paper's.
void checkStages(const AuditGround& ground, AuditFindings& findings);
/// Areas and lengths that a paper prints, against what is drawn; targets (到2025年…) against fields of the feature that
/// hold figures of the same kind.
void checkFigures(const AuditGround& ground, AuditFindings& findings);
/// Papers that say different things of one drawn element.
void checkDocuments(const AuditGround& ground, AuditFindings& findings);

}  // namespace layers
