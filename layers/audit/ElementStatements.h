// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/audit/AuditGround.h"

// One thing may stand in several papers: elements joined by same_as are its statements.

namespace layers {

/// The element itself, then those that same_as joins with it, over any number of steps; of documents in the plan's
/// corpus only. Each once.
std::vector<const PolicyElement*> statementsOf(const AuditGround& ground, const PolicyElement& element);

/// For people; a class that is not known stays as it is.
std::string stageTitle(const AuditGround& ground, const std::string& statusClass);
/// The paper's words for the stage, else its title.
std::string stageOf(const AuditGround& ground, const PolicyElement& element);

/// Without blank space, brackets and what they hold, and quotation marks: 达州机场(迁建) and “达州机场” are one name.
std::string squeezedName(const std::string& name);

/// The day a document was made, ISO; empty if it has none.
std::string dateOf(const AuditGround& ground, const PolicyElement& element);

}  // namespace layers
