// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layers/links/LinkProposal.h"
#include "layers/policy/LayoutElementIndex.h"
#include "layers/project/ProjectSnapshot.h"

namespace layers {

ProposalSubject subjectOf(const PolicyElement& element);
/// A feature by its layout fields, else by the name field of its layer; other names come from the element it was built
/// from, where `elements` has it. Without any name the subject is empty.
ProposalSubject subjectOf(const Layer& layer, const gis::Feature& feature, const std::vector<PolicyElement>& elements);
/// All features of the layout and control layers that have a name, in the order of the layers.
std::vector<ProposalSubject> subjectsOf(const ProjectSnapshot& snapshot, const std::vector<PolicyElement>& elements);
/// Proposals for pairs that are not linked yet, in the same order.
std::vector<LinkProposal> withoutLinked(std::vector<LinkProposal> proposals, const ProjectSnapshot& snapshot);

}  // namespace layers
