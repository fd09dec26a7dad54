// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Commands.h"

namespace bench {

/// `bench audit`: the audit of a made plan and a search over all its documents, with the plain ways beside.
void addAuditBench(CLI::App& group, cli::Context& context);

}  // namespace bench
