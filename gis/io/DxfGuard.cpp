// SPDX-License-Identifier: Apache-2.0
#include "gis/io/DxfGuard.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace gis {

namespace {

/// Entities of a block, or of the drawing itself, and the blocks they put in place.
struct Container {
    double entities = 0;
    std::vector<std::pair<std::string, double>> uses;  ///< block, how many copies
};

struct Entity {
    std::string type;
    std::string block;
    double columns = 1;
    double rows = 1;
};

/// Reads the pairs of group code and value (AutoCAD DXF reference) as far as blocks are concerned.
class DrawingReader {
public:
    void take(int code, const std::string& value) {
        if (code == 0) {
            finish();
            m_entity = {value, {}, 1, 1};
        } else if (code == 2 && m_entity.block.empty()) {
            m_entity.block = value;
        } else if (code == 70 || code == 71) {
            const double count = std::fabs(std::strtod(value.c_str(), nullptr));
            (code == 70 ? m_entity.columns : m_entity.rows) = std::max(1.0, count);
        }
    }
    /// Entities that the drawing becomes; infinite if a block holds itself.
    double total() {
        finish();
        return weigh(m_drawing, 0);
    }

private:
    void finish() {
        if (m_entity.type == "BLOCK") {
            m_current = &m_blocks[m_entity.block];
        } else if (m_entity.type == "ENDBLK" || m_entity.type == "SECTION") {
            m_current = &m_drawing;
        } else if (!m_entity.type.empty()) {
            m_current->entities += 1;
            // Dimensions and tables name a block as well; what is no block's name weighs nothing.
            const bool array = m_entity.type == "INSERT";
            if (!m_entity.block.empty())
                m_current->uses.emplace_back(m_entity.block, array ? m_entity.columns * m_entity.rows : 1);
        }
        m_entity = {};
    }

    double weigh(const Container& container, int depth) {
        double sum = container.entities;
        for (const auto& [name, copies] : container.uses) sum += copies * weightOf(name, depth + 1);
        return sum;
    }
    double weightOf(const std::string& name, int depth) {
        constexpr int deepest = 64;
        const auto block = m_blocks.find(name);
        if (block == m_blocks.end()) return 0;
        if (depth > deepest) return std::numeric_limits<double>::infinity();
        const auto known = m_weights.find(name);
        if (known != m_weights.end()) return known->second;
        m_weights[name] = std::numeric_limits<double>::infinity();  // met again below: it holds itself
        const double weight = std::max(1.0, weigh(block->second, depth));
        m_weights[name] = weight;
        return weight;
    }

    Entity m_entity;
    Container m_drawing;
    std::map<std::string, Container> m_blocks;
    std::map<std::string, double> m_weights;
    Container* m_current = &m_drawing;
};

std::string trimmedUpper(const std::string& line) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    auto begin = std::find_if_not(line.begin(), line.end(), blank);
    auto end = std::find_if_not(line.rbegin(), std::make_reverse_iterator(begin), blank).base();
    std::string text(begin, end);
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

Result<void> guardDxf(const SourceFile& source, std::size_t limit, const CancelToken& cancel) {
    std::ifstream stream(source.absolute, std::ios::binary);
    DrawingReader reader;
    std::string code;
    std::string value;
    for (std::size_t count = 0; std::getline(stream, code) && std::getline(stream, value); ++count) {
        if ((count & 0xFFFFU) == 0 && cancel.isCanceled()) return canceled();
        reader.take(std::atoi(code.c_str()), trimmedUpper(value));
    }
    const double total = reader.total();
    if (total <= static_cast<double>(limit)) return {};
    if (std::isinf(total)) {
        return fail(ErrorCode::Refused, {source.given, {}, {}},
                    message("gis", "a block of the drawing holds itself, or blocks are nested too deep"),
                    message("gis", "explode the blocks in the program the drawing comes from"));
    }
    return fail(ErrorCode::Refused, {source.given, {}, {}},
                message("gis", "the blocks of the drawing become more than %1 entities", {std::to_string(limit)}),
                message("gis", "raise the limit with --max-block-entities, or explode the blocks"));
}

}  // namespace gis
