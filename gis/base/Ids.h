// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace gis {

/// A feature within its layer; the fid of the source. Stable over edits, undo, redo and save.
enum class FeatureId : std::int64_t {};
/// A layer within a project.
enum class LayerId : std::int64_t {};
/// Counts the changes of a project; a later one is greater.
enum class Revision : std::uint64_t {};

constexpr std::int64_t number(FeatureId id) { return static_cast<std::int64_t>(id); }
constexpr std::int64_t number(LayerId id) { return static_cast<std::int64_t>(id); }
constexpr std::uint64_t number(Revision revision) { return static_cast<std::uint64_t>(revision); }

}  // namespace gis
