// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "layers/project/ChangeSet.h"
#include "layers/project/ProjectSnapshot.h"
#include "layers/scheme/Scheme.h"

namespace layers {

/// A scheme that can be built from, and where it comes from.
struct SchemeSource {
    enum class Origin { Plan, Drawn, Sample, Register, All };  ///< Drawn, All: put together (below)
    Origin origin = Origin::Sample;
    std::string name;  ///< title as written, else the name under which it is kept; empty for the register
    Scheme scheme;
    std::string keptAs{};  ///< of Plan: its name in ProjectInfo::values, "scheme/" left away
};

/// The schemes that the plan keeps. One that cannot be read is told in `warnings` and left out. Any thread.
std::vector<SchemeSource> keptSources(const ProjectSnapshot& plan, gis::Warnings& warnings);

/// The plan's own schemes (ProjectInfo::values "scheme/<name>"), the register of the elements that the shipped papers
/// name, and those of the sample; an element of the sample that the register has too bears the register's clause, quote,
/// status, facts and relations. One that cannot be read is told in `warnings` and left out. Any thread.
std::vector<SchemeSource> schemeSources(const ProjectSnapshot& plan, gis::Warnings& warnings);

/// The elements of the plan's features that bear a recipe, each once, as they are drawn: also those that no scheme has.
/// With the papers of the plan's corpus that they name. Any thread.
Scheme drawnScheme(const ProjectSnapshot& plan);

/// Each element and each paper once, as the first that has it tells. Pure.
Scheme mergedScheme(const std::vector<SchemeSource>& sources);

/// Puts the elements in the order of another scheme; before them those that it does not have, as they are. Pure.
void orderAs(Scheme& scheme, const Scheme& order);

/// What somebody made in this plan: what is drawn, then the plan's own schemes. Unreadable ones as schemeSources.
Scheme ownScheme(const ProjectSnapshot& plan, gis::Warnings& warnings);

/// One undoable step that keeps a scheme in the plan; one of that name gives way. InvalidArgument without a name. Pure.
gis::Result<ChangeSet> keepScheme(const ProjectSnapshot& plan, const std::string& name, const Scheme& scheme);
/// One undoable step that takes a kept scheme out; what was drawn of it stays. NotFound names it. Pure.
gis::Result<ChangeSet> dropScheme(const ProjectSnapshot& plan, const std::string& name);
/// The names of the kept schemes, sorted.
std::vector<std::string> keptSchemes(const ProjectSnapshot& plan);

}  // namespace layers
