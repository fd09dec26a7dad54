// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "layers/audit/Audit.h"

namespace layers {

/// The audit as one JSON document: project, findings (kind, severity, layer, feature, feature_name, clause, names,
/// message, key, approved), counts by kind, open, approved. `project` is the file's path as it was named.
nlohmann::ordered_json auditJson(const std::string& project, const AuditReport& report);
/// The document as text, UTF-8, indented by two spaces, with a final line feed.
std::string auditJsonText(const std::string& project, const AuditReport& report);

}  // namespace layers
