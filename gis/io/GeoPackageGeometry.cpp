// SPDX-License-Identifier: Apache-2.0
#include "gis/io/GeoPackageGeometry.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace gis {

namespace {

constexpr std::uint8_t littleEndianFlag = 0x01;
constexpr std::uint8_t envelopeXyFlag = 0x02;  // envelope kind 1 in bits 1..3
constexpr std::uint8_t emptyFlag = 0x10;
constexpr std::uint8_t extendedFlag = 0x20;
constexpr std::array<std::size_t, 5> envelopeDoubles{0, 4, 6, 6, 8};
constexpr int deepestNesting = 16;

enum WkbType : std::uint32_t {
    WkbPoint = 1,
    WkbLineString = 2,
    WkbPolygon = 3,
    WkbMultiPoint = 4,
    WkbMultiLineString = 5,
    WkbMultiPolygon = 6,
    WkbCollection = 7
};

class Writer {
public:
    explicit Writer(std::size_t size) { m_bytes.reserve(size); }
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    void word(std::uint32_t value) { append(value); }
    void real(double value) { append(std::bit_cast<std::uint64_t>(value)); }
    void head(WkbType type) {
        byte(1);
        word(type);
    }
    void positions(std::span<const Coordinate> coordinates) {
        for (const Coordinate c : coordinates) {
            real(c.x);
            real(c.y);
        }
    }
    std::vector<std::uint8_t> take() { return std::move(m_bytes); }

private:
    template <class Number>
    void append(Number value) {
        for (unsigned shift = 0; shift < 8 * sizeof value; shift += 8)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    }
    std::vector<std::uint8_t> m_bytes;
};

void writeSequence(Writer& writer, std::span<const Coordinate> coordinates) {
    writer.word(static_cast<std::uint32_t>(coordinates.size()));
    writer.positions(coordinates);
}

void writePart(Writer& writer, const Geometry& geometry, std::size_t part) {
    const std::size_t begin = geometry.partBegin(part);
    const std::size_t end = geometry.partEnd(part);
    switch (geometry.dimension()) {
        case 0:
            writer.head(WkbPoint);
            writer.positions(geometry.sequence(begin));
            return;
        case 1:
            writer.head(WkbLineString);
            writeSequence(writer, geometry.sequence(begin));
            return;
        default:
            writer.head(WkbPolygon);
            writer.word(static_cast<std::uint32_t>(end - begin));
            for (std::size_t i = begin; i < end; ++i) writeSequence(writer, geometry.sequence(i));
    }
}

void writeBody(Writer& writer, const Geometry& geometry) {
    if (geometry.isEmpty() || isMulti(geometry.type())) {
        constexpr WkbType several[] = {WkbMultiPoint, WkbMultiLineString, WkbMultiPolygon};
        writer.head(geometry.isEmpty() ? WkbCollection : several[geometry.dimension()]);
        writer.word(static_cast<std::uint32_t>(geometry.partCount()));
    }
    for (std::size_t part = 0; part < geometry.partCount(); ++part) writePart(writer, geometry, part);
}

/// Reads numbers and never beyond the end: after a shortage every further read gives 0 and `failed` stays set.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    bool failed() const { return m_failed; }
    std::size_t left() const { return m_bytes.size() - m_at; }
    void setLittleEndian(bool little) { m_little = little; }
    bool isLittleEndian() const { return m_little; }
    std::uint8_t byte() { return static_cast<std::uint8_t>(number<std::uint8_t>()); }
    std::uint32_t word() { return number<std::uint32_t>(); }
    double real() { return std::bit_cast<double>(number<std::uint64_t>()); }
    void skip(std::size_t size) {
        if (size > left()) {
            m_failed = true;
            size = left();
        }
        m_at += size;
    }

private:
    template <class Number>
    Number number() {
        if (left() < sizeof(Number)) {
            m_failed = true;
            m_at = m_bytes.size();
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            const std::size_t place = m_little ? i : sizeof(Number) - 1 - i;
            value |= static_cast<std::uint64_t>(m_bytes[m_at + i]) << (8 * place);
        }
        m_at += sizeof(Number);
        return static_cast<Number>(value);
    }
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_little = true;
    bool m_failed = false;
};

struct Header {
    bool valid = false;
    bool empty = false;
    std::int32_t srsId = 0;
    std::optional<Extent> envelope;
};

Header readHeader(Reader& reader) {
    Header header;
    const bool magic = reader.byte() == 'G' && reader.byte() == 'P';
    const bool version = reader.byte() == 0;
    const std::uint8_t flags = reader.byte();
    const std::size_t envelope = (flags >> 1U) & 7U;
    if (reader.failed() || !magic || !version || envelope > 4 || (flags & extendedFlag) != 0) return header;
    reader.setLittleEndian((flags & littleEndianFlag) != 0);
    header.srsId = static_cast<std::int32_t>(reader.word());
    if (envelope > 0) {
        Extent extent;
        extent.minX = reader.real();
        extent.maxX = reader.real();
        extent.minY = reader.real();
        extent.maxY = reader.real();
        reader.skip((envelopeDoubles[envelope] - 4) * sizeof(double));
        header.envelope = extent;
    }
    header.empty = (flags & emptyFlag) != 0;
    header.valid = !reader.failed();
    return header;
}

/// Gathers the parts of a WKB, one list for each dimension: a collection keeps the highest that occurs.
class WkbDecoder {
public:
    explicit WkbDecoder(Reader& reader) : m_reader(reader) {}

    /// False with `problem` set for what cannot be read.
    bool read(int depth = 0) {
        if (depth > deepestNesting) return refuse(message("gis", "the geometry is nested too deep"));
        const bool little = m_reader.isLittleEndian();
        m_reader.setLittleEndian(m_reader.byte() == 1);
        const std::uint32_t code = m_reader.word();
        const bool extendedZ = (code & 0x80000000U) != 0;
        const bool extendedM = (code & 0x40000000U) != 0;
        if ((code & 0x20000000U) != 0) m_reader.skip(4);  // an SRID inside extended WKB
        const std::uint32_t plain = code & 0x0fffffffU;
        const std::uint32_t form = plain / 1000;
        if (m_reader.failed()) return cutOff();
        if (form > 3) return unknownType(plain);
        m_extraDoubles = static_cast<std::size_t>(extendedZ || form == 1 || form == 3) +
                         static_cast<std::size_t>(extendedM || form == 2 || form == 3);
        if (m_extraDoubles > 0) droppedCoordinates = true;
        const bool done = readBody(plain % 1000, depth);
        m_reader.setLittleEndian(little);
        return done;
    }

    Geometry build() {
        int best = 2;
        while (best > 0 && m_parts[best].count == 0) --best;
        for (int lower = 0; lower < best; ++lower)
            if (m_parts[lower].count > 0) droppedParts = true;
        return m_parts[best].builder.build();
    }

    Message problem;
    bool droppedCoordinates = false;
    bool droppedParts = false;

private:
    struct Parts {
        GeometryBuilder builder;
        std::size_t count = 0;
    };

    bool refuse(Message text) {
        problem = std::move(text);
        return false;
    }
    bool cutOff() { return refuse(message("gis", "the geometry is cut off")); }
    bool unknownType(std::uint32_t type) {
        return refuse(message("gis", "geometry type %1 is not supported", {std::to_string(type)}));
    }

    bool readBody(std::uint32_t type, int depth) {
        switch (type) {
            case WkbPoint:
                return readPoint();
            case WkbLineString:
                return readSequence(m_parts[1]) && endPart(m_parts[1]);
            case WkbPolygon:
                return readPolygon();
            case WkbMultiPoint:
            case WkbMultiLineString:
            case WkbMultiPolygon:
                setMulti(static_cast<int>(type - WkbMultiPoint));
                return readMembers(depth);
            case WkbCollection:
                return readMembers(depth);
            default:
                return unknownType(type);
        }
    }

    /// A multi-geometry of one part stays one; inside a collection it joins what is there.
    void setMulti(int parts) {
        if (m_parts[parts].count == 0) m_parts[parts].builder = GeometryBuilder(parts, true);
    }

    bool readMembers(int depth) {
        const std::uint32_t count = m_reader.word();
        constexpr std::size_t smallestMember = 9;  // byte order, type, count
        if (m_reader.failed() || count > m_reader.left() / smallestMember) return cutOff();
        for (std::uint32_t i = 0; i < count; ++i)
            if (!read(depth + 1)) return false;
        return true;
    }

    bool readPoint() {
        const double x = m_reader.real();
        const double y = m_reader.real();
        m_reader.skip(m_extraDoubles * sizeof(double));
        if (m_reader.failed()) return cutOff();
        if (std::isnan(x) && std::isnan(y)) return true;  // the way an empty point is written
        return add(m_parts[0], {x, y}) && endPart(m_parts[0]);
    }

    bool readPolygon() {
        const std::uint32_t rings = m_reader.word();
        if (m_reader.failed() || rings > m_reader.left() / sizeof(std::uint32_t)) return cutOff();
        for (std::uint32_t i = 0; i < rings; ++i)
            if (!readSequence(m_parts[2])) return false;
        return endPart(m_parts[2]);
    }

    bool readSequence(Parts& parts) {
        const std::uint32_t count = m_reader.word();
        if (m_reader.failed() || count > m_reader.left() / ((2 + m_extraDoubles) * sizeof(double))) return cutOff();
        for (std::uint32_t i = 0; i < count; ++i) {
            const double x = m_reader.real();
            const double y = m_reader.real();
            m_reader.skip(m_extraDoubles * sizeof(double));
            if (!add(parts, {x, y})) return false;
        }
        parts.builder.endSequence();
        return true;
    }

    bool add(Parts& parts, Coordinate position) {
        if (!std::isfinite(position.x) || !std::isfinite(position.y))
            return refuse(message("gis", "a coordinate is not a number"));
        parts.builder.add(position);
        return true;
    }

    bool endPart(Parts& parts) {
        parts.builder.endPart();
        if (!parts.builder.isEmpty()) ++parts.count;
        return true;
    }

    Reader& m_reader;
    std::size_t m_extraDoubles = 0;
    Parts m_parts[3] = {{GeometryBuilder(0)}, {GeometryBuilder(1)}, {GeometryBuilder(2)}};
};

}  // namespace

std::vector<std::uint8_t> encodeGeoPackageGeometry(const Geometry& geometry, std::int32_t srsId) {
    constexpr std::size_t headerBytes = 8 + 4 * sizeof(double);
    Writer writer(headerBytes + 9 * (geometry.partCount() + 1) + 4 * geometry.sequenceCount() +
                  2 * sizeof(double) * geometry.coordinateCount());
    writer.byte('G');
    writer.byte('P');
    writer.byte(0);
    writer.byte(littleEndianFlag | (geometry.isEmpty() ? emptyFlag : envelopeXyFlag));
    writer.word(static_cast<std::uint32_t>(srsId));
    if (!geometry.isEmpty()) {
        const Extent& extent = geometry.extent();
        for (const double bound : {extent.minX, extent.maxX, extent.minY, extent.maxY}) writer.real(bound);
    }
    writeBody(writer, geometry);
    return writer.take();
}

Result<GeoPackageGeometry> decodeGeoPackageGeometry(std::span<const std::uint8_t> blob) {
    Reader reader(blob);
    const Header header = readHeader(reader);
    if (!header.valid)
        return fail(ErrorCode::InvalidGeometry, {}, message("gis", "not a geometry in the form of a GeoPackage"));
    WkbDecoder decoder(reader);
    if (!decoder.read()) return fail(ErrorCode::InvalidGeometry, {}, decoder.problem);
    GeoPackageGeometry decoded;
    decoded.geometry = decoder.build();
    decoded.srsId = header.srsId;
    decoded.droppedCoordinates = decoder.droppedCoordinates;
    decoded.droppedParts = decoder.droppedParts;
    return decoded;
}

std::optional<Extent> geoPackageExtent(std::span<const std::uint8_t> blob) {
    Reader reader(blob);
    const Header header = readHeader(reader);
    if (!header.valid) return std::nullopt;
    if (header.empty) return Extent{};
    if (header.envelope && !header.envelope->isEmpty()) return header.envelope;
    const auto decoded = decodeGeoPackageGeometry(blob);
    if (!decoded) return std::nullopt;
    return decoded->geometry.extent();
}

}  // namespace gis
