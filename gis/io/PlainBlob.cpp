// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PlainBlob.h"

#include <bit>
#include <cstring>

#include "gis/overlap/Soundness.h"

namespace gis {

namespace {

static_assert(std::endian::native == std::endian::little, "coordinates are copied as they are");
static_assert(sizeof(Coordinate) == 2 * sizeof(double));

enum WkbType : std::uint32_t {
    WkbPoint = 1,
    WkbLineString,
    WkbPolygon,
    WkbMultiPoint,
    WkbMultiLineString,
    WkbMultiPolygon,
    WkbCollection
};

void begin(PackedShapesBuilder& shapes, int dimension, bool) { shapes.beginShape(dimension); }
void begin(GeometryArray& shapes, int dimension, bool multi) { shapes.beginShape(dimension, multi); }

/// Walks through a blob; every method is false where it does not hold what is expected there.
template <class Shapes>
class PlainReader {
public:
    PlainReader(std::span<const std::uint8_t> bytes, Shapes& shapes) : m_bytes(bytes), m_shapes(shapes) {}

    /// The header (OGC 12-128r18, 2.1.3), up to the WKB.
    bool header() {
        constexpr std::size_t envelopeDoubles[] = {0, 4, 6, 6, 8};
        if (m_bytes.size() < 8 || m_bytes[0] != 'G' || m_bytes[1] != 'P' || m_bytes[2] != 0) return false;
        const std::uint8_t flags = m_bytes[3];
        const std::size_t envelope = (flags >> 1U) & 7U;
        if ((flags & 0xe0U) != 0 || envelope > 4) return false;
        return skip(8 + envelopeDoubles[envelope] * sizeof(double));
    }

    bool geometry() {
        if (!head()) return false;
        if (m_type == WkbCollection) return emptyCollection();
        begin(m_shapes, static_cast<int>((m_type - 1) % 3), m_type >= WkbMultiPoint);
        if (m_type < WkbMultiPoint) return single();
        std::uint32_t members = 0;
        if (!word(members)) return false;
        const std::uint32_t memberType = m_type - 3;
        const std::uint32_t code = m_code - 3;
        for (; members > 0; --members)
            if (!head() || m_type != memberType || m_code != code || !single()) return false;
        return true;
    }

    bool isEmpty() const { return !m_any; }
    bool hasHeights() const { return m_stride > 2; }

private:
    std::size_t left() const { return m_bytes.size() - m_at; }
    bool skip(std::size_t count) {
        if (count > left()) return false;
        m_at += count;
        return true;
    }
    bool word(std::uint32_t& value) {
        if (left() < sizeof value) return false;
        std::memcpy(&value, &m_bytes[m_at], sizeof value);
        m_at += sizeof value;
        return true;
    }

    /// Byte order and type: ISO's thousands for Z and M, or the older bit for a height.
    bool head() {
        if (left() < 5 || m_bytes[m_at] != 1) return false;
        ++m_at;
        word(m_code);
        constexpr std::uint32_t heightBit = 0x80000000U;
        const bool height = (m_code & heightBit) != 0;
        const std::uint32_t plain = m_code & ~heightBit;
        const std::uint32_t form = plain / 1000;
        m_type = plain % 1000;
        if (form > 3 || (height && form != 0) || m_type < WkbPoint || m_type > WkbCollection) return false;
        m_stride = form == 3 ? 4 : form != 0 || height ? 3 : 2;
        return true;
    }

    /// The way an empty geometry of no type is written.
    bool emptyCollection() {
        std::uint32_t members = 0;
        begin(m_shapes, -1, false);
        return word(members) && members == 0;
    }

    bool single() {
        switch (m_type) {
            case WkbPoint:
                if (!coordinates(1)) return false;
                break;
            case WkbLineString:
                if (!sequence(true)) return false;
                break;
            default:
                if (!polygon()) return false;
        }
        m_shapes.endPart();
        return true;
    }

    bool polygon() {
        std::uint32_t rings = 0;
        if (!word(rings)) return false;
        for (; rings > 0; --rings)
            if (!sequence(false)) return false;
        return true;
    }

    bool sequence(bool mayBeEmpty) {
        std::uint32_t count = 0;
        if (!word(count)) return false;
        return count == 0 ? mayBeEmpty : coordinates(count);
    }

    bool coordinates(std::uint32_t count) {
        if (count > left() / (m_stride * sizeof(double))) return false;
        const std::span<Coordinate> room = m_shapes.addRoom(count);
        const std::uint8_t* from = &m_bytes[m_at];
        if (m_stride == 2) {
            std::memcpy(room.data(), from, room.size_bytes());
        } else {
            for (std::size_t i = 0; i < count; ++i)
                std::memcpy(&room[i], from + i * m_stride * sizeof(double), sizeof(Coordinate));
        }
        m_at += count * m_stride * sizeof(double);
        if (!areFinite(room)) return false;
        m_any = true;
        m_shapes.endSequence();
        return true;
    }

    std::span<const std::uint8_t> m_bytes;
    Shapes& m_shapes;
    std::size_t m_at = 0;
    std::uint32_t m_code = 0, m_type = 0;
    std::size_t m_stride = 2;
    bool m_any = false;
};

template <class Shapes>
PlainBlob add(std::span<const std::uint8_t> blob, Shapes& shapes) {
    PlainReader<Shapes> reader(blob, shapes);
    if (!reader.header() || !reader.geometry()) return PlainBlob::Odd;
    shapes.endShape();
    if (reader.isEmpty()) return PlainBlob::Empty;
    return reader.hasHeights() ? PlainBlob::TakenWithoutHeights : PlainBlob::Taken;
}

}  // namespace

PlainBlob addPlainBlob(std::span<const std::uint8_t> blob, PackedShapesBuilder& shapes) { return add(blob, shapes); }
PlainBlob addPlainBlob(std::span<const std::uint8_t> blob, GeometryArray& shapes) { return add(blob, shapes); }

}  // namespace gis
