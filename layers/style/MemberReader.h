// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "layers/style/Style.h"

namespace layers {

/// Reads the members of one JSON object into variables, strictly: a wrong type, a number out of range or a member
/// that nobody asked for is an error that names it by its path (`categories[2].symbol.line.width_mm`). The first
/// error is kept by the root, everything after it is skipped. Absent members leave their variable as it was.
class MemberReader {
public:
    using Json = nlohmann::ordered_json;
    struct Range {
        double least;
        double most;
    };

    MemberReader(const Json& value, std::string path, std::optional<gis::Error>& firstError);

    void text(const char* name, std::string& target);
    void number(const char* name, double& target, Range range);
    void integer(const char* name, int& target, Range range);
    void boolean(const char* name, bool& target);
    void colour(const char* name, Colour& target);
    void numbers(const char* name, std::vector<double>& target, Range range);

    /// `read` gets a MemberReader for the object of that name, and its members are then all known or refused.
    template <class Read>
    void object(const char* name, Read read) {
        if (const Json* found = member(name)) readObject(*found, pathOf(name), read);
    }
    /// As object, once for each element of an array.
    template <class Read>
    void array(const char* name, Read read) {
        const Json* found = member(name);
        if (found == nullptr) return;
        if (!found->is_array()) return wrong(pathOf(name), gis::message("layers", "must be an array"));
        for (std::size_t index = 0; index < found->size(); ++index)
            readObject((*found)[index], pathOf(name) + "[" + std::to_string(index) + "]", read);
    }
    /// One of several words.
    template <class Enum>
    void word(const char* name, Enum& target, std::initializer_list<std::pair<const char*, Enum>> words) {
        std::string said;
        text(name, said);
        if (m_firstError || said.empty()) return;
        std::string known;
        for (const auto& [word, value] : words) {
            if (said == word) {
                target = value;
                return;
            }
            known += (known.empty() ? "" : ", ") + std::string(word);
        }
        wrong(pathOf(name), gis::message("layers", "must be one of %1", {known}));
    }
    /// What is wrong with a member that reads well by itself; counts unless something was wrong before.
    void refuse(const char* name, const gis::Message& what) { wrong(pathOf(name), what); }
    /// Refuses the members that were not asked for.
    void finish();

private:
    template <class Read>
    void readObject(const Json& value, const std::string& path, Read& read) {
        MemberReader inner(value, path, m_firstError);
        if (!m_firstError) read(inner);
        inner.finish();
    }
    const Json* member(const char* name);
    std::string pathOf(const std::string& name) const { return m_path.empty() ? name : m_path + "." + name; }
    void wrong(const std::string& path, const gis::Message& what);

    const Json& m_value;
    std::string m_path;
    std::optional<gis::Error>& m_firstError;
    std::set<std::string> m_known;
};

}  // namespace layers
