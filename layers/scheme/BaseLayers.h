// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/feature/FeatureTable.h"
#include "layers/scheme/Geography.h"

namespace layers {

/// A layer that layouts are built over.
struct BaseTable {
    std::string name;  ///< told in errors, as "admin.gpkg|county"
    gis::FeatureTable table;
    std::string source{};  ///< the layer in its file, where a plan calls it otherwise
};

/// Lines that a carrier of that kind may follow where none bears its name. High-speed railways do not run on others.
struct NetworkRule {
    std::string kind;
    std::vector<std::string> endings;  ///< of the carrier's names; none: any
    std::vector<std::string> layers;   ///< words in the names of layers, lower case
};

/// Names under which layers keep the code, name, level and parent of an administrative unit, tried in this order.
struct BaseFieldNames {
    std::vector<std::string> adcode;
    std::vector<std::string> name;
    std::vector<std::string> level;
    std::vector<std::string> parent;
    /// A layer of polygons whose name holds one of these words shows built-up land, not units.
    std::vector<std::string> builtUp;
    /// Endings of a railway's name that layers of railways leave away: 成渝 for 成渝高速铁路. Longer ones first.
    std::vector<std::string> railwayEndings;
    /// By kind of carrier: words in the names of layers that hold such lines, and endings of such lines' names.
    std::map<std::string, std::vector<std::string>> carrierLayers, carrierEndings;
    std::vector<NetworkRule> networks;         ///< the first that fits a carrier counts
    double networkDetour = 2;                  ///< a way so many times as long as its places lie apart is none
    std::vector<std::string> networkStatuses;  ///< of an element that is such a line itself: it is there already
};
/// resources/schemes/base_fields.json.
gis::Result<BaseFieldNames> shippedBaseFieldNames();

/// A polygon with a code or a name, in the CRS of its layer.
struct BaseUnit {
    std::string adcode;
    std::string name;
    std::string level;
    std::string parent;
    gis::Geometry area;
    gis::CoordinateReferenceSystem crs;
};

/// A line (river, railway, road) or a named point (seat, label), in the CRS of its layer.
struct BaseShape {
    std::string adcode;  ///< of points
    std::string name;
    gis::Geometry shape;
    gis::CoordinateReferenceSystem crs;
    std::string layer{};  ///< of lines: name of the layer, without its file
};

/// What the builders know of the ground: units, named lines, named points out of the given layers, and the hand-made
/// knowledge beside them. An immutable value, cheap to copy; any thread.
class BaseLayers {
public:
    BaseLayers();
    /// Guesses the fields of each layer; features without code and name, and layers without geometry, are passed over.
    /// The first of several units of one code stays. CrsMissing names a layer that does not say its CRS.
    static gis::Result<BaseLayers> make(const std::vector<BaseTable>& tables, Geography geography,
                                        const BaseFieldNames& fields);

    const Geography& geography() const;
    const std::vector<BaseUnit>& units() const;
    const BaseUnit* unitByCode(const std::string& adcode) const;  ///< null if none
    /// By name, if exactly one unit has it.
    const BaseUnit* unitByName(const std::string& name) const;
    /// By name, if exactly one unit below that prefecture or province has it.
    const BaseUnit* unitByName(const std::string& name, const std::string& withinAdcode) const;
    /// How many units have this name.
    std::size_t countOfName(const std::string& name) const;
    /// The units directly below a prefecture or province, by parent or code prefix.
    std::vector<const BaseUnit*> unitsBelow(const std::string& adcode) const;
    /// Those of one layer, if a layer is named and has such lines; else of all.
    std::vector<const BaseShape*> linesCalled(const std::string& name, const std::string& layer = {}) const;
    /// True if the layer has lines of that name.
    bool hasLine(const std::string& name, const std::string& layer) const;
    /// How the loaded lines call a carrier: by this name, by another one that is known for it, or, a railway, by what is
    /// left of one of these without its ending; empty if there is no such line.
    std::string lineName(const std::string& carrier) const;
    /// True if `name` is the carrier's or another one known for it.
    bool isNameOf(const std::string& name, const std::string& carrier) const;
    /// What a carrier is: as stated, as known, or as its name ends; empty if nobody can tell.
    std::string kindOf(const std::string& carrier, const std::string& stated) const;
    /// The loaded lines that a carrier of no loaded name may follow, with or without names; none where no such layer is
    /// loaded.
    std::vector<const BaseShape*> networkFor(const std::string& carrier, const std::string& kind) const;
    /// The loaded water of that name as polygons, in layers that hold water.
    std::vector<const BaseShape*> watersCalled(const std::string& carrier) const;
    const BaseFieldNames& fields() const;
    const BaseShape* pointByCode(const std::string& adcode) const;
    /// By name, if exactly one point without a code has it.
    const BaseShape* pointByName(const std::string& name) const;
    /// Built-up land, as loaded.
    const std::vector<BaseShape>& builtUp() const;

private:
    struct Data;
    explicit BaseLayers(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

}  // namespace layers
