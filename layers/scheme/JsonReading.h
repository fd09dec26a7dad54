// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/Result.h"

namespace layers {

/// Reads values out of a JSON object and says which object and member is wrong. Unknown members are left alone.
/// Used by the readers of this folder alone.
class JsonReading {
public:
    using Json = nlohmann::ordered_json;

    /// `file` and `place` (as "element wdk.axis, members[2]") are told in errors.
    JsonReading(const Json& object, std::string file, std::string place);

    gis::Result<std::string> requiredText(const char* member) const;
    /// Empty where the member is absent or null.
    gis::Result<std::string> text(const char* member) const;
    gis::Result<bool> boolean(const char* member) const;
    /// Absent: nothing. InvalidData if not a finite number within [least, most].
    gis::Result<std::optional<double>> number(const char* member, double least, double most) const;
    gis::Result<std::vector<std::string>> texts(const char* member) const;
    /// The elements of an array member, each an object; empty where it is absent.
    gis::Result<std::vector<JsonReading>> objects(const char* member) const;
    /// The object of that name, if there is one.
    gis::Result<std::optional<JsonReading>> object(const char* member) const;

    const Json& json() const { return *m_object; }
    const std::string& place() const { return m_place; }
    void setPlace(std::string place) { m_place = std::move(place); }
    tl::unexpected<gis::Error> wrong(const std::string& member, const gis::Message& what) const;

private:
    const Json* member(const char* name) const;
    std::string within(const std::string& member) const;
    const Json* m_object;
    std::string m_file;
    std::string m_place;
};

/// Parses a document that must be an object. InvalidData with the place of the mistake.
gis::Result<nlohmann::ordered_json> parsedObject(const std::string& bytes, const std::string& file);

}  // namespace layers
